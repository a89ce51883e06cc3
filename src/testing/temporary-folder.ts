import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Afterwards = { after(work: () => Promise<void>): void }

/** A folder that is gone after the test. Others may pass through it: a server below it runs as another user than root. */
export async function temporaryFolder(t: Afterwards, name = 'wederhoor-test-'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), name))
  await chmod(folder, 0o711)
  t.after(async () => await rm(folder, { recursive: true, force: true }))
  return folder
}
