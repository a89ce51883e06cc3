// Finds a Chromium for the browser tests, or installs one. Returns { path } or { reason }.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ourEnvironment } from './program.mjs'
import { root } from './setup.mjs'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'brave-browser',
]
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** In this order: what you name, what the system has, what Playwright downloads, what Debian offers to root. */
export function findChromium(node) {
  const named = process.env.CHROMIUM_PATH
  if (named)
    return existsSync(named) ? { path: named } : { reason: `CHROMIUM_PATH names ${named}, which does not exist` }
  const path = ofSystem() ?? ofPlaywright(node) ?? downloadByPlaywright(node) ?? installOnDebian()
  if (path) return { path }
  return { reason: 'no Chromium was found or could be installed; name one with CHROMIUM_PATH' }
}

function ofSystem() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...places].find((path) => existsSync(path) && starts(path))
}

function ofPlaywright(node) {
  const code = "import { chromium } from 'playwright-core'; process.stdout.write(chromium.executablePath())"
  const { stdout } = spawnSync(node, ['--input-type=module', '-e', code], { cwd: root, encoding: 'utf8' })
  return stdout && existsSync(stdout) && starts(stdout) ? stdout : undefined
}

const downloadMsMax = 10 * 60_000

function downloadByPlaywright(node) {
  process.stderr.write('No Chromium here: fetching one for the browser tests (about 170 MB)…\n')
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js')
  spawnSync(node, [cli, 'install', 'chromium'], {
    cwd: root,
    env: ourEnvironment(),
    timeout: downloadMsMax,
    stdio: 'ignore',
  })
  return ofPlaywright(node)
}

function installOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get') || !isDebian()) return undefined
  process.stderr.write('Installing the chromium package of Debian…\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { env, stdio: 'ignore', timeout: downloadMsMax }
  spawnSync('apt-get', ['update', '-q'], options)
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], options)
  return ofSystem()
}

/** Ubuntu's package of that name is a stub that asks for snap. */
function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

/** A browser without its libraries exists and does not start. */
function starts(path) {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}
