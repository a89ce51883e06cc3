import { randomBytes } from 'node:crypto'
import { chown, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '#base/errors.ts'
import { type ClusterPlace, exists, makeClusterFolder } from './cluster-place.ts'
import { diskWords, onDisk } from './disk-words.ts'
import { runToEnd } from './run-as.ts'
import type { Durability } from './server-settings.ts'

/** The login of the embedded server; also the name of its database. */
export const embeddedUser = 'wederhoor'

/** The character rules of the text search; the first that this system has. Order and case come from PostgreSQL itself. */
const characterLocales = ['C.UTF-8', 'en_US.UTF-8', 'C']

/** Creates the cluster where there is none, and refuses one of another PostgreSQL. Returns the password. */
export async function ensureCluster(place: ClusterPlace, durability: Durability): Promise<string> {
  const made = await readFile(join(place.folder, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (made === undefined) return await createCluster(place, durability)
  const ours = place.binaries.version.split('.')[0]
  if (made.trim() !== ours) {
    throw new AppError(
      'unavailable',
      `The database in ${place.folder} was made by PostgreSQL ${made.trim()}; this Wederhoor brings PostgreSQL ${ours}. Export with the Wederhoor that made it, and import here.`,
    )
  }
  return await readPassword(place)
}

async function readPassword({ passwordFile, folder }: ClusterPlace): Promise<string> {
  try {
    return (await readFile(passwordFile, 'utf8')).trim()
  } catch (cause) {
    throw new AppError(
      'unavailable',
      `The password of the database in ${folder} cannot be read from ${passwordFile}. Put that file back.`,
      { cause },
    )
  }
}

/** Made aside and renamed: a start that was stopped half-way leaves no half cluster behind. */
async function createCluster(place: ClusterPlace, durability: Durability): Promise<string> {
  const password = randomBytes(24).toString('base64url')
  const draft = `${place.folder}.new`
  if ((await exists(place.passwordFile)) && !(await exists(draft))) {
    throw new AppError(
      'unavailable',
      `The database of ${place.dataFolder} is gone: it was in ${place.folder}. Put it back from a backup, or delete ${place.passwordFile} to begin anew.`,
    )
  }
  await onDisk(place.folder, () => rm(draft, { recursive: true, force: true }))
  await makeClusterFolder(draft, place.runAs)
  await initdb({ place, folder: draft, password, durability })
  await onDisk(place.dataFolder, async () => {
    await writeFile(place.passwordFile, `${password}\n`, { mode: 0o600 })
    if (await exists(place.folder)) await rm(place.folder, { recursive: true })
    await rename(draft, place.folder)
  })
  return password
}

type Creation = { place: ClusterPlace; folder: string; password: string; durability: Durability }

async function initdb({ place, folder, password, durability }: Creation): Promise<void> {
  const secret = await passwordFileFor(place, password)
  try {
    for (const locale of characterLocales) {
      const options = initdbOptions({ folder, locale, passwordFile: secret.file, durability })
      const { code, output } = await runToEnd(place.binaries.initdb, options, place.runAs)
      if (code === 0) return
      if (!/invalid locale name/i.test(output)) throw failure(place.folder, output)
    }
    throw failure(place.folder, 'no usable locale')
  } finally {
    await rm(secret.folder, { recursive: true, force: true })
  }
}

async function passwordFileFor({ runAs }: ClusterPlace, password: string): Promise<{ folder: string; file: string }> {
  return await onDisk(tmpdir(), async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wederhoor-'))
    const file = join(folder, 'password')
    await writeFile(file, `${password}\n`, { mode: 0o600 })
    if (runAs) await Promise.all([folder, file].map((path) => chown(path, runAs.uid, runAs.gid)))
    return { folder, file }
  })
}

type Options = { folder: string; locale: string; passwordFile: string; durability: Durability }

function initdbOptions({ folder, locale, passwordFile, durability }: Options): string[] {
  return [
    ...['--pgdata', folder, '--username', embeddedUser, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
    ...['--encoding', 'UTF8', '--locale', locale, '--lc-messages', 'C'],
    ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--no-instructions'],
    ...(durability === 'scratch' ? ['--no-sync'] : []),
  ]
}

function failure(folder: string, output: string): AppError {
  const words = diskWords(new Error(output), folder)
  const last = output.trim().split('\n').slice(-5).join('\n')
  return new AppError('unavailable', words ?? `The database could not be created in ${folder}:\n${last}`, {
    details: { output },
  })
}
