import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#base/errors.ts'
import { onDisk } from './disk-words.ts'
import { isAlive, lifeOf } from './process-identity.ts'

const holderSchema = z.object({ pid: z.number().int().positive(), life: z.string() })
type Holder = z.infer<typeof holderSchema>

const attemptsMax = 10

/**
 * Claims the data folder for this process. A second live process is refused with the number of the first; a claim left
 * by a process that is gone is taken over. Returns the release.
 */
export async function lockDataFolder(dataFolder: string): Promise<() => Promise<void>> {
  const path = join(dataFolder, 'lock')
  const mine: Holder = { pid: process.pid, life: await lifeOf(process.pid) }
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    if (await onDisk(dataFolder, () => claim(path, mine))) return async () => await release(path, mine)
    const text = await readFile(path, 'utf8').catch(() => undefined)
    if (text === undefined) continue
    const holder = parseHolder(text)
    if (holder && (await holds(holder))) throw refusal(dataFolder, holder.pid)
    await removeIfStill(path, text)
  }
  throw new AppError(
    'taken',
    `The data folder ${dataFolder} is being claimed by several starts at once. Start one Wederhoor.`,
  )
}

export function refusal(dataFolder: string, pid: number | undefined): AppError {
  const who = pid === undefined ? 'another process, perhaps in another container' : `process ${pid}`
  return new AppError(
    'taken',
    `Wederhoor is already running on the data folder ${dataFolder} (${who}). Stop that one first, or give this one a folder of its own with WEDERHOOR_DATA.`,
    { details: { pid } },
  )
}

/** A link is made whole or not at all, so that nobody ever reads half a claim. */
async function claim(path: string, mine: Holder): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, JSON.stringify(mine), { mode: 0o600 })
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function holds(holder: Holder): Promise<boolean> {
  return isAlive(holder.pid) && (await lifeOf(holder.pid)) === holder.life
}

function parseHolder(text: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(text))
  } catch {
    // A torn file is what a crash leaves behind: nobody holds it.
    return undefined
  }
}

/** Two starts may judge the same claim stale: the one whose rename comes late gives the newer claim back. */
async function removeIfStill(path: string, judged: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  if ((await readFile(aside, 'utf8')) !== judged) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
}

async function release(path: string, mine: Holder): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => '')
  if (text === JSON.stringify(mine)) await rm(path, { force: true })
}
