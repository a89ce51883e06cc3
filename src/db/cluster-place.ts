import { randomBytes } from 'node:crypto'
import { chmod, chown, cp, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#base/errors.ts'
import type { Log } from '#base/log.ts'
import { makeFolder, onDisk } from './disk-words.ts'
import { binariesIn, findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts'
import { canEnter, canRun, chooseRunAs, type RunAs } from './run-as.ts'

/** Where the database of a data folder lives, with which programs it runs, and as whom. */
export type ClusterPlace = {
  dataFolder: string
  folder: string
  passwordFile: string
  binaries: PostgresBinaries
  runAs: RunAs | undefined
}

/** For what an unprivileged user must reach when the checkout or the data folder lies in a private home. */
const sharedFolder = '/var/lib/wederhoor'
const noteName = 'postgres-is-elsewhere'

/** Makes the data folder and decides where its cluster lives. Changes nothing inside a cluster that exists. */
export async function placeCluster(dataFolder: string, log: Log): Promise<ClusterPlace> {
  const isRoot = process.getuid?.() === 0
  // Root's data folder can be passed through, not read: the server below it runs as another user.
  await makeFolder(dataFolder, isRoot ? 0o711 : 0o700)
  const noted = await readFile(join(dataFolder, noteName), 'utf8').catch(() => undefined)
  const wished = noted?.trim() || join(dataFolder, 'postgres')
  const runAs = await chooseRunAs(wished)
  const folder = runAs ? await enterable({ dataFolder, wished, isNoted: noted !== undefined, runAs }, log) : wished
  const binaries = await runnableBinaries(await findPostgresBinaries(), runAs, log)
  return { dataFolder, folder, passwordFile: join(dataFolder, 'postgres-password'), binaries, runAs }
}

type Wish = { dataFolder: string; wished: string; isNoted: boolean; runAs: RunAs }

async function enterable({ dataFolder, wished, isNoted, runAs }: Wish, log: Log): Promise<string> {
  if (await exists(wished)) {
    if (await canEnter(wished, runAs)) return wished
    throw new AppError(
      'unavailable',
      `The database in ${wished} belongs to ${runAs.name}, who can no longer enter that folder. Let that user pass through every folder above it (chmod o+x).`,
    )
  }
  if (isNoted || (await canEnter(dataFolder, runAs))) return wished
  const elsewhere = join(sharedFolder, randomBytes(6).toString('hex'))
  await makeFolder(sharedFolder, 0o755)
  await onDisk(dataFolder, () => writeFile(join(dataFolder, noteName), `${elsewhere}\n`))
  log.warn(`${runAs.name}, as whom PostgreSQL runs, cannot enter ${dataFolder}: the database is kept in ${elsewhere}`)
  return elsewhere
}

/** A cluster's folder, made for the user as whom the server runs. */
export async function makeClusterFolder(folder: string, runAs: RunAs | undefined): Promise<void> {
  await makeFolder(folder, 0o700)
  if (runAs) await onDisk(folder, () => chown(folder, runAs.uid, runAs.gid))
}

/** The same binaries, or a copy where that user can run them. */
export async function runnableBinaries(
  found: PostgresBinaries,
  runAs: RunAs | undefined,
  log: Log,
): Promise<PostgresBinaries> {
  if (!runAs || (await canRun(found.postgres, runAs))) return found
  const copy = binariesIn(join(sharedFolder, `postgres-${found.version}-${process.arch}`), found)
  if (!(await exists(copy.folder))) {
    log.warn(`${runAs.name} cannot run PostgreSQL from ${found.folder}: it is copied to ${copy.folder}`)
    await copyWhole(found.folder, copy.folder)
  }
  if (await canRun(copy.postgres, runAs)) return copy
  throw new AppError(
    'unavailable',
    `PostgreSQL does not run on this machine as ${runAs.name} (${copy.postgres} --version fails; it needs glibc). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
  )
}

/** Copied aside and renamed, so that a stopped copy is never taken for a whole one. */
async function copyWhole(from: string, to: string): Promise<void> {
  await makeFolder(sharedFolder, 0o755)
  await onDisk(sharedFolder, async () => {
    const draft = await mkdtemp(`${to}-`)
    try {
      await cp(from, draft, { recursive: true, verbatimSymlinks: true })
      await chmod(draft, 0o755)
      await rename(draft, to)
    } catch (error) {
      await rm(draft, { recursive: true, force: true })
      if (!(await exists(to))) throw error
    }
  })
}

export async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  )
}
