import { mkdir } from 'node:fs/promises'
import { AppError, messageOf } from '#base/errors.ts'

/** What went wrong on a disk, in words a person can act on; undefined when it was something else. */
export function diskWords(error: unknown, folder: string): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const text = messageOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT' || /no space left on device|quota exceeded/i.test(text)) {
    return `The disk that holds ${folder} is full. Make room, or choose another folder with WEDERHOOR_DATA.`
  }
  if (code === 'EROFS' || /read-only file system/i.test(text)) {
    return `The disk that holds ${folder} is read-only. Make it writable, or choose another folder with WEDERHOOR_DATA.`
  }
  if (code === 'EACCES' || code === 'EPERM' || /permission denied|operation not permitted/i.test(text)) {
    return `Wederhoor may not write to ${folder}. Give it to the user who runs Wederhoor, or choose another folder with WEDERHOOR_DATA.`
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return `${folder} is a file, or lies below one. Choose a folder with WEDERHOOR_DATA.`
  }
  return undefined
}

/** Runs work on a folder; a full, read-only or foreign disk becomes an AppError in plain words. */
export async function onDisk<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    const words = cause instanceof AppError ? undefined : diskWords(cause, folder)
    if (words === undefined) throw cause
    throw new AppError('unavailable', words, { cause })
  }
}

/** Makes a folder and those above it, with the same words for what can go wrong. */
export async function makeFolder(folder: string, mode: number): Promise<void> {
  await onDisk(folder, async () => {
    try {
      await mkdir(folder, { recursive: true, mode })
    } catch (error) {
      // Of a read-only disk Node's recursive form says "no such file"; the plain form gives the reason.
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') await mkdir(folder, { mode })
      else throw error
    }
  })
}
