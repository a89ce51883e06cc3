// Installs what is missing, with the machine's own Node and npm. Runs under Node 20 with nothing installed.
import { spawn } from 'node:child_process'
import { accessSync, existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bundledNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const nodeMin = 20
const nodeOfProgram = 24

/** Words for a person; the process ends with them and without a stack. */
export class Refusal extends Error {}

/**
 * Makes node_modules match package-lock.json and returns the Node that runs the program.
 * @param {{ withTools?: boolean }} [wish] `withTools`: also what only tests and checks need.
 */
export async function setup({ withTools = false } = {}) {
  if (major(process.versions.node) < nodeMin) {
    throw new Refusal(
      `Wederhoor needs Node ${nodeMin} or newer to start; this is ${process.versions.node}. See https://nodejs.org.`,
    )
  }
  if (!isInstalled(withTools)) await install()
  return await programNode()
}

/** npm writes down what it installed; where that says the same as the lock file, there is nothing to do. */
export function isInstalled(withTools) {
  if (!existsSync(bundledNode)) return false
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const present = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = present[path]
    if (found) return found.version === entry.version
    return entry.optional || entry.devOptional || (entry.dev && !withTools)
  })
}

function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

/** Only ever `npm ci`: under an older Node, `npm install` would quietly choose older packages. */
async function install() {
  process.stderr.write('Installing what Wederhoor needs (once, about a minute)…\n')
  const startedAt = Date.now()
  const { code, output } = await npm([
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ])
  if (code !== 0) throw new Refusal(installWords(output))
  process.stderr.write(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} seconds.\n`)
}

function npm(args) {
  // Who starts with NODE_ENV=production still gets the tools; scripts off would leave Node itself uninstalled.
  const env = { ...process.env, NODE_ENV: '', npm_config_ignore_scripts: 'false' }
  return new Promise((resolve) => {
    const shell = process.platform === 'win32'
    const child = spawn('npm', args, { cwd: root, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk) => {
      output = (output + chunk).slice(-50_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${error.code} ${error.message}` }))
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** What npm's failure means. */
export function installWords(output) {
  // npm says first what is wrong, and explains itself at length after that.
  const said = output.trim().split('\n').slice(0, 12).join('\n')
  if (/ENOENT spawn npm|spawn npm ENOENT/.test(output))
    return 'npm was not found. Install Node together with npm: https://nodejs.org.'
  if (/ENOSPC|no space left/i.test(output))
    return `The disk is full: the packages need about 1 GB in ${root}. Make room and start again.`
  if (/EROFS|read-only file system/i.test(output))
    return `The disk that holds ${root} is read-only: the packages cannot be installed there.`
  if (/EACCES|EPERM|permission denied/i.test(output))
    return `npm may not write to ${root}, or to its own cache. Give them to the user who starts Wederhoor.\n${said}`
  if (/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ENETUNREACH|network/i.test(output)) {
    return `The packages could not be fetched: the npm registry was not reached. Check the network (npm ping), or a proxy (npm config get proxy), and start again.\n${said}`
  }
  return `npm ci failed:\n${said}`
}

/** Node 24: the one that came with the packages, else the machine's own where it is new enough. */
async function programNode() {
  if (await runs(bundledNode)) return bundledNode
  if (major(process.versions.node) >= nodeOfProgram) return process.execPath
  throw new Refusal(
    `The Node ${nodeOfProgram} that npm installed does not run on this machine (${bundledNode}). Install Node ${nodeOfProgram} yourself: https://nodejs.org.`,
  )
}

function runs(program) {
  try {
    accessSync(program)
  } catch {
    return false
  }
  return new Promise((resolve) => {
    const child = spawn(program, ['--version'], { stdio: 'ignore' })
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}

export function major(version) {
  return Number.parseInt(version, 10)
}
