import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Whether a process with this number exists, ours or anybody's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * A text that tells this life of a process number from any other: numbers are given out again, after a restart of the
 * machine even the same ones. Empty when the process is gone or the system does not say.
 */
export async function lifeOf(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const [boot, stat] = await Promise.all([read('/proc/sys/kernel/random/boot_id'), read(`/proc/${pid}/stat`)])
    // The command's name, in brackets, may hold spaces; the start time is field 22, the 20th after the bracket.
    const startedTicks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return startedTicks === undefined ? '' : `${boot.trim()} ${startedTicks}`
  }
  return ps(pid, 'lstart=')
}

/** The command line of a process, or an empty text. */
export async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return (await read(`/proc/${pid}/cmdline`)).replaceAll('\0', ' ')
  return ps(pid, 'command=')
}

async function read(path: string): Promise<string> {
  return await readFile(path, 'utf8').catch(() => '')
}

async function ps(pid: number, column: string): Promise<string> {
  if (process.platform === 'win32') return ''
  const { stdout } = await run('ps', ['-o', column, '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return stdout.trim()
}
