import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** How often the crash proofs kill: a handful of times in passing, fifty when everything is asked for. */
export const kills = process.env.WEDERHOOR_TEST_REQUIRE === 'all' ? 50 : 5
export const seed = Number(process.env.WEDERHOOR_TEST_SEED ?? 1)

/** Starts a file of this folder with its task, and resolves when it is at work. */
export async function startChild(file: string, task: unknown): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, file), [JSON.stringify(task)], { stdio: 'inherit' })
  await once(child, 'message')
  return child
}

/** `kill -9`: nothing of it gets a chance to tidy up. */
export async function killNow(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
