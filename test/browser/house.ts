import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type TestDatabase, testDatabase } from '#testing/test-database.ts'
import { type Hosts, internetOf } from './internet.ts'
import { type Afterwards, lastFirst } from './last-first.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const startWithinMs = 60_000
const stopWithinMs = 30_000

export type House = {
  /** As the program printed it. */
  url: string
  database: TestDatabase
  /** What it said on standard error so far. */
  said: () => string
  /** Ends it as a person would, and starts it again on the same data. */
  restart: () => Promise<void>
  /** Away, as after a power cut in the cellar; `start` brings it back on the same address and data. */
  stop: () => Promise<void>
  start: () => Promise<void>
}

type Options = { hosts?: Hosts; env?: Record<string, string> }

/** The whole product as people start it, in a process of its own, on a fresh database; the only internet it has is `hosts`. */
export async function openHouse(t: Afterwards, { hosts = {}, env = {} }: Options = {}): Promise<House> {
  const data = await mkdtemp(join(tmpdir(), 'wederhoor-house-'))
  lastFirst(t, () => rm(data, { recursive: true, force: true }))
  const database = await testDatabase({ after: (work) => lastFirst(t, work) })
  const settings = { WEDERHOOR_ALLOW_INSIDE: '127.0.0.0/8, ::1, localhost', DATABASE_URL: database.url, ...env }
  let running = await startHouse({ data, hosts, env: settings, port: '0' })
  let isAway = false
  lastFirst(t, async () => {
    if (!isAway) await running.stop()
  })
  const { port } = new URL(running.url)
  const away = async () => {
    await running.stop()
    isAway = true
  }
  const back = async () => {
    running = await startHouse({ data, hosts, env: settings, port })
    isAway = false
  }
  return {
    url: running.url,
    database,
    said: () => running.said(),
    restart: async () => {
      await away()
      await back()
    },
    stop: away,
    start: back,
  }
}

type Start = { data: string; hosts: Hosts; env: Record<string, string>; port: string }

async function startHouse({ data, hosts, env, port }: Start) {
  const internet = internetOf(hosts)
  const main = join(root, 'src', 'main.ts')
  const child = spawn(process.execPath, [...internet.args, main, 'start', '--data', data, '--port', port], {
    // A `.env` of the developer is not ours.
    cwd: data,
    env: { ...plainEnvironment(), WEDERHOOR_LOG: 'warn', ...internet.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const url = await readyUrl(child, () => said)
  return { url, said: () => said, stop: () => stop(child, () => said) }
}

/** Ours stays ours: settings of whoever runs the tests must not change what they find. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(WEDERHOOR_|DATABASE_URL$)/.test(name)))
}

function readyUrl(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`Wederhoor ${why}.\n${said()}`))
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      fail(`was not ready within ${startWithinMs} ms`)
    }, startWithinMs)
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const [, url] = /is ready: (http\S+)/.exec(text) ?? []
      if (!url) return
      clearTimeout(timer)
      resolve(url)
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      fail(`ended with ${code} before it was ready`)
    })
  })
}

async function stop(child: ChildProcess, said: () => string): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) throw new Error(`Wederhoor was gone already.\n${said()}`)
  const ended = once(child, 'exit')
  const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs)
  child.kill('SIGTERM')
  const [code, signal] = await ended
  clearTimeout(timer)
  if (code !== 0) throw new Error(`Wederhoor ended with ${code ?? signal} when asked to stop.\n${said()}`)
}
