/**
 * Gives the screens their Dutch. Reads `{ "English source": "Nederlands" }` from standard input, collects the sentences of
 * the screens, fills `web/words/nl.json` by source, and prints what has no Dutch yet (exit code 1). Two people can run it at
 * once: a lock file makes them wait for each other.
 *
 *   echo '{ "Done": "Klaar" }' | node run/words.mjs
 *   node run/words.mjs --check < /dev/null
 */
import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const lockFile = join(root, 'web/words/.lock')
const dutchFile = join(root, 'web/words/nl.json')
const lockTriesMax = 300
const lockWaitMs = 200

const given = process.stdin.isTTY ? '' : readFileSync(0, 'utf8').trim()
const dutchByEnglish = given ? JSON.parse(given) : {}

lock()
try {
  extract()
  const missing = fill(dutchByEnglish)
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

/** Returns the sentences that still have no Dutch. */
function fill(dutch) {
  const catalog = JSON.parse(readFileSync(dutchFile, 'utf8'))
  const known = new Set()
  for (const entry of Object.values(catalog)) {
    known.add(entry.message)
    if (Object.hasOwn(dutch, entry.message)) entry.translation = dutch[entry.message]
  }
  writeFileSync(dutchFile, `${JSON.stringify(catalog, null, 2)}\n`)
  for (const english of Object.keys(dutch))
    if (!known.has(english)) console.error(`No screen says: ${JSON.stringify(english)}`)
  return Object.values(catalog).flatMap((entry) => (entry.translation ? [] : [entry.message]))
}
