import { type SpawnOptions, spawn } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { AppError } from '#base/errors.ts'

/** The user as whom PostgreSQL runs when we are root: it refuses to run as root itself. */
export type RunAs = { name: string; uid: number; gid: number }

/**
 * The owner of a cluster that exists, else the first of postgres and nobody. Undefined when we are not root and
 * everything runs as ourselves.
 */
export async function chooseRunAs(clusterFolder: string): Promise<RunAs | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(clusterFolder).catch(() => undefined)
  if (owner && owner.uid !== 0) return { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  const users = parseUsers(await readFile('/etc/passwd', 'utf8').catch(() => ''))
  const user = ['postgres', 'nobody'].map((name) => users.find((user) => user.name === name)).find((user) => user)
  if (user) return user
  throw new AppError(
    'unavailable',
    'PostgreSQL does not run as root, and this system has neither a user postgres nor a user nobody. Start Wederhoor as another user, or set DATABASE_URL.',
  )
}

export function parseUsers(passwd: string): RunAs[] {
  return passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    const ids = [Number(uid), Number(gid)] as const
    if (!name || !ids.every((id) => Number.isInteger(id) && id > 0)) return []
    return [{ name, uid: ids[0], gid: ids[1] }]
  })
}

/** What a child process gets: the chosen user, a folder that user can stand in, and nothing secret in the environment. */
export function childOptions(runAs: RunAs | undefined): SpawnOptions {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'LD_LIBRARY_PATH']
  const env = Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
  const ids = runAs ? { uid: runAs.uid, gid: runAs.gid } : {}
  return { ...ids, cwd: process.platform === 'win32' ? undefined : '/', env: { ...env, LC_MESSAGES: 'C', TZ: 'UTC' } }
}

const outputCharsMax = 20_000

export type Finished = { code: number | null; output: string }

/** Runs a short program to its end as that user. It rejects only when the program cannot be started. */
export async function runToEnd(command: string, args: string[], runAs: RunAs | undefined): Promise<Finished> {
  return await new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...childOptions(runAs), stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-outputCharsMax)
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** Asks the system itself, by trying: modes, access lists and mounts all have their say. */
export async function canEnter(folder: string, runAs: RunAs): Promise<boolean> {
  const { code } = await runToEnd('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], runAs)
  return code === 0
}

export async function canRun(program: string, runAs: RunAs): Promise<boolean> {
  const { code } = await runToEnd(program, ['--version'], runAs).catch(() => ({ code: null }))
  return code === 0
}
