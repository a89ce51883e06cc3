import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** The tree this bench belongs to. */
export const root = dirname(import.meta.dirname)

export type House = {
  url: string
  dataFolder: string
  /** From the launch until the first page and the session were answered. */
  readyMs: number
  /** The process that was launched. */
  pid: number
  stop(): Promise<void>
}

const wordsMax = 20_000
const lookEveryMs = 40
const readyMsMax = 180_000
const stopMsMax = 60_000

/** A folder that is gone when the bench ends. Others may pass: as root, PostgreSQL runs as somebody else. */
export async function workFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `wederhoor-bench-${name}-`))
  await chmod(folder, 0o711)
  atTheEnd(() => rm(folder, { recursive: true, force: true }))
  return folder
}

type Setup = { isInstalled(wish: { withTools: boolean }): boolean }

const left = ['.git', '.cache', 'node_modules', 'dist', 'data', 'test-results']

/** The tree as a fresh clone after installation: its packages are there, nothing is built, nothing was kept. */
export async function copyTree(): Promise<string> {
  const { isInstalled } = (await import(join(root, 'run', 'setup.mjs'))) as Setup
  // The copy shares our packages: an installation in it would change them.
  if (!isInstalled({ withTools: true }))
    throw new Error('The packages are not those of package-lock.json: npm ci first.')
  const copy = join(await workFolder('tree'), 'wederhoor')
  const isWanted = (path: string): boolean =>
    !relative(root, path)
      .split(sep)
      .some((part) => left.includes(part))
  await cp(root, copy, { recursive: true, filter: isWanted })
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

export type Launch = {
  tree?: string
  /** `start`: all that `npm start` does, building the pages too. `main`: the program alone. */
  by: 'start' | 'main'
  dataFolder: string
  env?: Record<string, string>
}

/** Launches the real product and waits until it is usable. */
export async function openHouse({ tree = root, by, dataFolder, env = {} }: Launch): Promise<House> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const script = by === 'start' ? ['run/start.mjs'] : ['src/main.ts', 'start']
  const [file = '', ...rest] = script
  const launchedAt = performance.now()
  const child = spawn(process.execPath, [join(tree, file), ...rest, '--data', dataFolder, '--port', String(port)], {
    cwd: dirname(dataFolder),
    env: { ...plainEnvironment(), WEDERHOOR_LOG: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const words = listenTo(child)
  const stop = once(() => end(child))
  atTheEnd(stop)
  const isPage = by === 'start'
  while (!(await isUsable(url, isPage))) {
    if (child.exitCode !== null) throw new Error(`the product ended by itself:\n${words()}`)
    if (performance.now() - launchedAt > readyMsMax) throw new Error(`the product is not usable:\n${words()}`)
    await pause(lookEveryMs)
  }
  return { url, dataFolder, readyMs: performance.now() - launchedAt, pid: child.pid ?? 0, stop }
}

/** The page, the program it names, and an answer about the session: what a browser needs to show the first screen. */
async function isUsable(url: string, isPage: boolean): Promise<boolean> {
  try {
    const session = await fetch(`${url}/api/session`)
    await session.arrayBuffer()
    if (!session.ok) return false
    if (!isPage) return true
    const page = await fetch(url)
    const html = await page.text()
    const script = /<script[^>]* src="([^"]+)"/.exec(html.replace(/<script[^>]*theme[^>]*>/, ''))?.[1]
    if (!page.ok || !html.includes('id="root"') || !script) return false
    const code = await fetch(new URL(script, url))
    await code.arrayBuffer()
    return code.ok
  } catch {
    return false
  }
}

/** Nobody's own settings, and no other database. */
function plainEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name]) => !/^(WEDERHOOR_|DATABASE_URL$|NODE_)/.test(name))
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? '']))
}

function listenTo(child: ChildProcess): () => string {
  let words = ''
  const hear = (chunk: Buffer): void => {
    words = (words + chunk.toString()).slice(-wordsMax)
    if (process.argv.includes('--verbose')) process.stderr.write(chunk)
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  return () => words
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await Promise.race([ended, pause(stopMsMax, undefined, { ref: false })])
  child.kill('SIGKILL')
}

export async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const last: (() => Promise<void>)[] = []

/** What was opened last is closed first, also when the bench is stopped half-way. */
export function atTheEnd(work: () => Promise<void>): void {
  last.push(work)
}

/** Runs a bench: its own words on the way, tidy at the end, and with `--json` the figures as the last line. */
export async function bench(body: () => Promise<Record<string, number>>): Promise<void> {
  const tidy = once(async () => {
    for (const work of last.reverse()) await work().catch((error) => console.error(error))
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void tidy().finally(() => process.exit(1)))
  }
  try {
    const figures = await body()
    await tidy()
    const rounded = Object.entries(figures).map(([name, value]) => [name, Number(value.toPrecision(4))])
    if (process.argv.includes('--json')) console.log(JSON.stringify(Object.fromEntries(rounded)))
  } finally {
    await tidy()
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let begun: Promise<void> | undefined
  return () => {
    begun ??= work()
    return begun
  }
}

export function median(numbers: readonly number[]): number {
  return share(numbers, 0.5)
}

/** The value that this share of the numbers does not exceed (nearest rank). */
export function share(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN
}
