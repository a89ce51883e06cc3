/**
 * Gives the screens their Dutch. Reads `{ "English source": "Nederlands" }` from standard input, collects the sentences of
 * the screens, fills the `nl.json` files of `web/words` by source, and prints what has no Dutch yet (exit code 1). Two people can run it at
 * once: a lock file makes them wait for each other.
 *
 *   echo '{ "Done": "Klaar" }' | node run/words.mjs
 *   node run/words.mjs --check < /dev/null
 */
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const lockFile = join(root, 'web/words/.lock')
const dutchFiles = ['.', 'beside', 'later'].map((folder) => join(root, 'web/words', folder, 'nl.json'))
const lockTriesMax = 300
const lockWaitMs = 200

const given = process.stdin.isTTY ? '' : readFileSync(0, 'utf8').trim()
const dutchByEnglish = given ? JSON.parse(given) : {}

lock()
try {
  // A sentence that moves to another file keeps its Dutch.
  const kept = dutchOf(dutchFiles.filter((file) => existsSync(file)).map(read))
  extract()
  const missing = fill(dutchByEnglish, kept)
  for (const english of missing) console.log(JSON.stringify(english))
  console.error(missing.length ? `${missing.length} without Dutch` : 'Every sentence has its Dutch.')
  process.exitCode = missing.length ? 1 : 0
} finally {
  rmSync(lockFile, { force: true })
}

function lock() {
  for (let tries = 0; tries < lockTriesMax; tries++) {
    try {
      closeSync(openSync(lockFile, 'wx'))
      return
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, lockWaitMs)
    }
  }
  throw new Error(`Somebody holds ${lockFile} for a minute. Remove it when nobody is writing words.`)
}

function extract() {
  const done = spawnSync(
    process.execPath,
    [join(root, 'node_modules/@lingui/cli/dist/lingui.js'), 'extract', '--clean'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  if (done.status !== 0) throw new Error(`lingui extract failed:\n${done.stdout}\n${done.stderr}`)
}

function read(file) {
  return { file, entries: JSON.parse(readFileSync(file, 'utf8')) }
}

function dutchOf(catalogs) {
  const entries = catalogs.flatMap((catalog) => Object.values(catalog.entries))
  return Object.fromEntries(entries.filter((one) => one.translation).map((one) => [one.message, one.translation]))
}

/** Returns the sentences that still have no Dutch. One sentence may stand in more files: it has the same Dutch in all. */
function fill(dutch, kept) {
  const catalogs = dutchFiles.map(read)
  const all = catalogs.flatMap(({ entries }) => Object.values(entries))
  for (const entry of all) entry.translation = dutch[entry.message] ?? (entry.translation || kept[entry.message] || '')
  for (const { file, entries } of catalogs) writeFileSync(file, `${JSON.stringify(entries, null, 2)}\n`)
  const said = new Set(all.map((entry) => entry.message))
  for (const english of Object.keys(dutch))
    if (!said.has(english)) console.error(`No screen says: ${JSON.stringify(english)}`)
  return [...new Set(all.filter((entry) => !entry.translation).map((entry) => entry.message))]
}
