/**
 * Installs the servers of a real Bluesky network into test/bluesky/server/node_modules, when they are not there yet.
 * Plain JavaScript, so that any Node can read it; the servers themselves need Node 22 or newer. Nothing is compiled: the one
 * native package (better-sqlite3 13, which its users ask for as 12) brings its binaries along, and all comes from npm.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('./server/', import.meta.url))
const mark = join(folder, 'node_modules/.wederhoor-installed')
const wanted = createHash('sha256')
  .update(readFileSync(join(folder, 'package-lock.json')))
  .update(process.version)
  .digest('hex')

if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) {
  console.log('Bluesky servers: installed already.')
} else {
  install()
}

function install() {
  console.log(`Bluesky servers: installing into ${folder} (about 460 MB, about a minute) …`)
  const startedMs = Date.now()
  const env = { ...process.env, PATH: dirname(process.execPath) + delimiter + process.env.PATH }
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) fail(`npm ci ended with ${npm.status ?? npm.error?.message}`)
  checkNative(env)
  writeFileSync(mark, wanted)
  console.log(`Bluesky servers: installed in ${Math.round((Date.now() - startedMs) / 1000)} s.`)
}

/** npm is content when there is no binary for this machine: ask for it once, here, where the words are clear. */
function checkNative(env) {
  const test = "new (require('better-sqlite3'))(':memory:').exec('select 1')"
  const opened = spawnSync(process.execPath, ['-e', test], { cwd: folder, env, encoding: 'utf8' })
  if (opened.status !== 0) fail(`better-sqlite3 does not run on ${process.platform} ${process.arch}.\n${opened.stderr}`)
}

function fail(why) {
  console.error(`Bluesky servers: NOT installed. ${why}`)
  process.exit(1)
}
