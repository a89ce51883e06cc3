import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError, messageOf } from './errors.ts'

const keyBytes = 32

/** The key that seals secrets; made at the first start, readable by nobody else (mode 0400). */
export async function openKeyFile(path: string): Promise<Buffer> {
  const known = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new AppError('unavailable', `The key file ${path} cannot be read: ${messageOf(error)}.`, { cause: error })
  })
  if (known === undefined) return makeKey(path)
  const key = Buffer.from(known.trim(), 'base64url')
  if (key.length !== keyBytes) {
    throw new AppError(
      'unavailable',
      `The key file ${path} is damaged. Put back the one that belongs to this data folder.`,
    )
  }
  return key
}

async function makeKey(path: string): Promise<Buffer> {
  const key = randomBytes(keyBytes)
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, `${key.toString('base64url')}\n`, { mode: 0o400, flag: 'wx' })
  } catch (cause) {
    throw new AppError('unavailable', `The key file ${path} cannot be written: ${messageOf(cause)}.`, { cause })
  }
  return key
}
