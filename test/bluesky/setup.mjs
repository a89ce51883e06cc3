/**
 * Installs the servers of a real Bluesky network into test/bluesky/server/node_modules, when they are not there yet.
 * Plain JavaScript, so that any Node can read it. It must run under the Node that will run the tests, because one package
 * (better-sqlite3) is compiled for it: the headers come from npm too, so that no other site is needed.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('./server/', import.meta.url))
const mark = join(folder, 'node_modules/.wederhoor-installed')
const headers = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`)
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
  console.log(`Bluesky servers: installing into ${folder} (about 700 MB, 1 to 3 minutes) for Node ${process.version} …`)
  const startedMs = Date.now()
  const env = { ...process.env, PATH: dirname(process.execPath) + delimiter + process.env.PATH }
  // Elsewhere node-gyp fetches the headers from nodejs.org by itself.
  if (process.platform === 'linux') env.npm_config_nodedir = headers
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) fail(`npm ci ended with ${npm.status ?? npm.error?.message}`)
  checkCompiled(env)
  writeFileSync(mark, wanted)
  console.log(`Bluesky servers: installed in ${Math.round((Date.now() - startedMs) / 1000)} s.`)
}

/** npm is content when the compiled part is of another Node: ask for it once, here, where the words are clear. */
function checkCompiled(env) {
  const test = "new (require('better-sqlite3'))(':memory:').exec('select 1')"
  const opened = spawnSync(process.execPath, ['-e', test], { cwd: folder, env, encoding: 'utf8' })
  if (opened.status !== 0) {
    fail(
      `better-sqlite3 does not run under Node ${process.version}; a C++ compiler, make and Python 3 are needed.\n${opened.stderr}`,
    )
  }
}

function fail(why) {
  console.error(`Bluesky servers: NOT installed. ${why}`)
  process.exit(1)
}
