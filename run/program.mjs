// Starting a program and passing on signals and the exit code, for every script of this folder.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Refusal, root } from './setup.mjs'

/** The environment in which `node`, and every tool that npm installed, are the project's own. */
export function ourEnvironment(extra = {}) {
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`
  return { ...process.env, PATH: path, ...extra }
}

/**
 * The program shares a small machine with its database. Left alone, V8 lets garbage grow to four times what is in use, and
 * the allocator of Linux keeps an arena for every thread and what was freed in it (npm run bench -- memory).
 */
const frugal = ['--max-semi-space-size=16', '--heap-growing-percent=30']
const frugalAllocator = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_MMAP_THRESHOLD_: '131072' }

/** Runs the program itself. What it was compiled to is kept for the next start; a disk that keeps nothing does no harm. */
export function runProgram(node, args, options = {}) {
  const env = {
    NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'),
    ...frugalAllocator,
    ...options.env,
  }
  const soon = ['--import', pathToFileURL(join(root, 'run', 'resolve-once.mjs')).href]
  return run(node, [...frugal, ...soon, join(root, 'src', 'main.ts'), ...args], { cwd: process.cwd(), ...options, env })
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
const lookForParentMs = 500

/**
 * Runs a program to its end and returns its exit code. Signals reach it once: it has a process group of its own, and
 * what reaches us is passed on. An abort of `stop` asks it to end.
 */
export function run(command, args, { env = {}, cwd = root, stop } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: ourEnvironment(env),
      stdio: 'inherit',
      detached: process.platform !== 'win32',
    })
    const passOn = (signal) => void child.kill(signal)
    stop?.addEventListener('abort', () => passOn('SIGTERM'), { once: true })
    for (const signal of signals) process.on(signal, passOn)
    const watch = watchParent(() => passOn('SIGTERM'))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearInterval(watch)
      for (const signal of signals) process.off(signal, passOn)
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}

/** Whoever stops npm stops its shell, which passes no signal on to us: all we see is that we have another parent. */
function watchParent(stop) {
  if (!process.env.npm_lifecycle_event) return undefined
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, lookForParentMs)
  return watch
}

/** The body of a script: its result is the exit code; a refusal is said in its own words. */
export async function script(body) {
  try {
    process.exitCode = await body(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${error instanceof Refusal ? error.message : error.stack}\n`)
    process.exitCode = 1
  }
}
