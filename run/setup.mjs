// Installs what is missing, with the machine's own Node and npm. Runs under Node 20 with nothing installed.
import { spawn } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installWords, npm } from './npm.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const program = process.platform === 'win32' ? 'node.exe' : 'node'
const bundledNode = join(root, 'node_modules', 'node', 'bin', program)
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
  if (!isInstalled({ withTools })) await install()
  return await programNode()
}

/** npm writes down what it installed; where that says the same as the lock file, there is nothing to do. */
export function isInstalled({ withTools }) {
  if (!existsSync(bundledNode)) return false
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const present = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(([path, entry]) => {
    const found = present[path]
    if (found) return found.version === entry.version
    return path === '' || (entry.dev && !withTools) || (isOptional(entry) && !isForThisMachine(entry))
  })
}

function isOptional(entry) {
  return entry.optional || entry.devOptional || entry.peer
}

/** A compiled part names its system; what names none is a stand-in for systems without one. */
function isForThisMachine({ os, cpu, libc }) {
  if (!os && !cpu) return false
  const ourLibc = process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
  const fits = (list, ours) => !list || list.includes(ours)
  return fits(os, process.platform) && fits(cpu, process.arch) && (process.platform !== 'linux' || fits(libc, ourLibc))
}

function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

/** Only ever `npm ci`, and under the program's own Node: an older one would quietly get fewer or older packages. */
async function install() {
  process.stderr.write('Installing what Wederhoor needs (once, a minute or two)…\n')
  const startedAt = Date.now()
  unlinkModules(join(root, 'node_modules'))
  const first = join(root, '.cache', 'node')
  const node = major(process.versions.node) < nodeOfProgram ? await fetchNode(first) : process.execPath
  await npmOrRefuse(['ci', '--include=dev', '--include=optional'], { cwd: root, node })
  rmSync(first, { recursive: true, force: true })
  process.stderr.write(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} seconds.\n`)
}

/** npm ci empties node_modules first: where that is a link, it would empty the folder of somebody else. */
export function unlinkModules(folder) {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(folder)
}

/** The program's Node by itself, with which everything else is then installed. */
async function fetchNode(folder) {
  const { version } = packagesIn(join(root, 'package-lock.json'))['node_modules/node']
  const system = process.platform === 'win32' ? 'win' : process.platform
  const prefix = system === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  const name = `${prefix}-${system}-${process.arch}`
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  } catch (error) {
    throw new Refusal(installWords(String(error), root))
  }
  const options = ['--no-save', '--no-package-lock', '--ignore-scripts']
  await npmOrRefuse(['install', ...options, `${name}@${version}`], { cwd: folder })
  return join(folder, 'node_modules', name, 'bin', program)
}

async function npmOrRefuse(args, where) {
  const { code, output } = await npm([...args, '--no-audit', '--no-fund', '--loglevel=error'], where)
  if (code !== 0) throw new Refusal(installWords(output, root))
}

/** Node 24: the one that came with the packages, else the machine's own where it is new enough. */
async function programNode() {
  if (await runs(bundledNode)) return bundledNode
  if (major(process.versions.node) >= nodeOfProgram) return process.execPath
  throw new Refusal(
    `The Node ${nodeOfProgram} that npm installed does not run on this machine (${bundledNode}). Install Node ${nodeOfProgram} yourself: https://nodejs.org.`,
  )
}

function runs(command) {
  return new Promise((resolve) => {
    const child = spawn(command, ['--version'], { stdio: 'ignore' })
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}

export function major(version) {
  return Number.parseInt(version, 10)
}
