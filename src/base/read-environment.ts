import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { AppError } from './errors.ts'
import type { Environment } from './settings.ts'

/** The environment of a process, completed by the file .env of a folder. What the environment says wins. */
export function readEnvironment(env: Environment, folder: string): Environment {
  const path = join(folder, '.env')
  try {
    return { ...parseEnv(readFileSync(path, 'utf8')), ...env }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return env
    throw new AppError('bad_input', `The settings in ${path} cannot be read. May you read that file?`, { cause })
  }
}
