import { type ChildProcess, spawn } from 'node:child_process'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '#base/errors.ts'
import type { Log } from '#base/log.ts'
import type { ClusterPlace } from './cluster-place.ts'
import { diskWords } from './disk-words.ts'
import { isAlive } from './process-identity.ts'
import { childOptions, runToEnd } from './run-as.ts'
import { listenOptions, type ServerAddress } from './server-address.ts'
import { type Durability, settingOptions } from './server-settings.ts'

export type StartedServer = {
  pid: number
  address: ServerAddress
  /** Resolves with the server's last words when it ends, asked or not. */
  ended: Promise<string>
}

export type StartFailure =
  | { kind: 'locked' }
  | { kind: 'no address' }
  | { kind: 'memory in use' }
  | { kind: 'failed'; error: AppError }

/** Crash recovery of a large database takes minutes; a server that says nothing for longer is given up. */
const startMsMax = 10 * 60_000
const wordsCharsMax = 20_000

type Start = { place: ClusterPlace; address: ServerAddress; durability: Durability; log: Log }

/** Starts the server and waits until it takes connections. Expected failures are values. */
export async function startServer({ place, address, durability, log }: Start): Promise<StartedServer | StartFailure> {
  const child = spawn(
    place.binaries.postgres,
    ['-D', place.folder, ...listenOptions(address), ...settingOptions(durability)],
    {
      ...childOptions(place.runAs),
      stdio: ['ignore', 'ignore', 'pipe'],
      // A group of its own: Ctrl-C in a terminal must reach us, who stop the server last, and not the server first.
      detached: true,
    },
  )
  const words = listenTo(child, log)
  const isReady = await Promise.race([
    words.ready,
    words.ended.then(() => false),
    pause(startMsMax, false, { ref: false }),
  ])
  if (isReady && child.pid !== undefined) {
    child.unref()
    return { pid: child.pid, address, ended: words.ended }
  }
  child.kill('SIGINT')
  return failureOf(place, await words.ended)
}

type Words = { ready: Promise<boolean>; ended: Promise<string> }

function listenTo(child: ChildProcess, log: Log): Words {
  let text = ''
  const ready = new Promise<boolean>((resolve) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-wordsCharsMax)
      log.debug({ postgres: chunk.toString().trim() })
      if (text.includes('automatic recovery in progress'))
        log.debug('the database recovers from a stop that was not clean')
      if (text.includes('ready to accept connections')) resolve(true)
    })
  })
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`${text}\n${error.message}`))
    child.once('close', () => resolve(text))
  })
  // A pipe that is read keeps the process awake; the server must not be what keeps us from ending.
  const pipe = child.stderr
  if (pipe instanceof Socket) void ready.then(() => pipe.unref())
  return { ready, ended }
}

function failureOf({ folder, runAs }: ClusterPlace, words: string): StartFailure {
  if (/lock file ".*" already exists/.test(words)) return { kind: 'locked' }
  if (/pre-existing shared memory block/.test(words)) return { kind: 'memory in use' }
  if (/could not create any (Unix-domain|TCP\/IP) sockets|could not create listen socket/.test(words))
    return { kind: 'no address' }
  const last = words.trim().split('\n').slice(-6).join('\n')
  const said = diskWords(new Error(words), folder) ?? `The database in ${folder} does not start:\n${last}`
  const who = runAs ? ` (PostgreSQL runs as ${runAs.name})` : ''
  return { kind: 'failed', error: new AppError('unavailable', said + who, { details: { words } }) }
}

const fastMsMax = 60_000
const immediateMsMax = 15_000

/** Ends a server: sessions are cut, everything is written. One that hangs is ended like a crash, from which it recovers. */
export async function stopServer(place: ClusterPlace, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    await runToEnd(
      join(place.binaries.folder, 'bin', 'pg_ctl.exe'),
      ['stop', '-m', 'fast', '-D', place.folder],
      undefined,
    )
    return
  }
  if (await signalAndWait(pid, 'SIGINT', fastMsMax)) return
  if (await signalAndWait(pid, 'SIGQUIT', immediateMsMax)) return
  throw new AppError('unavailable', `The database server (process ${pid}) does not end. End it by hand.`)
}

async function signalAndWait(pid: number, signal: NodeJS.Signals, waitMsMax: number): Promise<boolean> {
  if (!trySignal(pid, signal)) return true
  for (const until = Date.now() + waitMsMax; Date.now() < until; ) {
    if (!isAlive(pid)) return true
    await pause(20)
  }
  return false
}

/** False when there is nobody left to hear it. */
export function trySignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw new AppError(
      'unavailable',
      `Wederhoor may not stop the database server it finds running (process ${pid}). Start it as the user who started it before.`,
      {
        cause: error,
      },
    )
  }
}
