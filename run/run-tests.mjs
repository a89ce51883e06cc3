// Runs test files on one PostgreSQL, each on a copy of its migrated template; finds what some of them need from outside.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative, sep } from 'node:path'
import { createInterface } from 'node:readline'
import { findChromium } from './chromium.mjs'
import { ourEnvironment, run } from './program.mjs'
import { Refusal, root } from './setup.mjs'
import { buildWeb, isWebBuilt } from './web.mjs'

/** What some tests need from outside. `prepare` returns { env } or the { reason } why those tests cannot run. */
const needs = [
  { folder: 'test/bluesky/', prepare: prepareBluesky },
  { folder: 'test/browser/', prepare: prepareBrowser },
  { folder: 'test/bluesky/', prepare: prepareBrowser },
]

/**
 * @param {string} node
 * @param {{ only: string, fast: boolean }} choice `only`: part of a path; `fast`: no browser, no network of its own.
 */
export async function runTests(node, { only, fast }) {
  const isAllRequired = process.env.WEDERHOOR_TEST_REQUIRE === 'all'
  const chosen = testFiles().filter((file) => file.includes(only) && !(fast && file.startsWith('test/')))
  if (chosen.length === 0) throw new Refusal(`No test file has "${only}" in its path.`)
  const { files, env, missing } = await prepare(node, chosen, { only, isAllRequired })
  const cluster = await startCluster(node)
  let code = 1
  try {
    const options = ['--test', `--test-concurrency=${concurrency()}`, ...reporters, ...files]
    code =
      files.length === 0
        ? 0
        : await run(node, options, { env: { ...env, NODE_ENV: 'test', WEDERHOOR_TEST_CLUSTER: cluster.url } })
  } finally {
    await cluster.stop()
  }
  for (const { file, reason } of missing) process.stderr.write(`Did not run: ${file} (${reason})\n`)
  return code === 0 && missing.length > 0 && (isAllRequired || files.length === 0) ? 1 : code
}

export function testFiles() {
  const all = ['src', 'web', 'test', 'run'].flatMap((folder) => filesBelow(join(root, folder)))
  return all
    .map((path) => relative(root, path).split(sep).join('/'))
    .filter((path) => /\.test\.(ts|mjs)$/.test(path))
    .sort()
}

function filesBelow(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(path)
    return [path]
  })
}

async function prepare(node, chosen, choice) {
  let files = chosen
  let env = {}
  const missing = []
  for (const need of needs) {
    const affected = files.filter((file) => file.startsWith(need.folder))
    if (affected.length === 0) continue
    const answer = await need.prepare(node, choice)
    env = { ...env, ...answer.env }
    if (!answer.reason) continue
    files = files.filter((file) => !affected.includes(file))
    missing.push(...affected.map((file) => ({ file, reason: answer.reason })))
  }
  return { files, env, missing }
}

let browser

/** A browser, and the pages for it as they are now. */
async function prepareBrowser(node) {
  browser ??= findChromium(node)
  if (!browser.path) return browser
  if (!isWebBuilt() && (await buildWeb(node)) !== 0) return { reason: 'the pages could not be built; see above' }
  return { env: { CHROMIUM_PATH: browser.path } }
}

/** A real network is 700 MB of servers: fetched when asked for, not for every newcomer. */
function prepareBluesky(node, { only, isAllRequired }) {
  const isInstalled = existsSync(join(root, 'test/bluesky/server/node_modules/.wederhoor-installed'))
  if (!isInstalled && !isAllRequired && !only.includes('bluesky'))
    return { reason: 'it needs a Bluesky of 700 MB: npm run test:bluesky' }
  const { status } = spawnSync(node, [join(root, 'test/bluesky/setup.mjs')], {
    cwd: root,
    env: ourEnvironment(),
    stdio: 'inherit',
  })
  return status === 0 ? {} : { reason: 'its Bluesky servers could not be installed; see above' }
}

const reporters = ['spec', join(root, 'run/slow-files.mjs')].flatMap((name) => [
  `--test-reporter=${name}`,
  '--test-reporter-destination=stdout',
])

/** Database, browser and tests wait for each other more than they compute: a little more than the cores. */
function concurrency() {
  return Math.max(2, Math.min(8, availableParallelism()))
}

/** The server ends when its standard input does, so that not even `kill -9` of this script leaves one behind. */
async function startCluster(node) {
  const program = join(root, 'src/testing/serve-test-cluster.ts')
  const child = spawn(node, [program], {
    cwd: root,
    env: ourEnvironment(),
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  const lines = createInterface({ input: child.stdout })
  const [url] = await Promise.race([once(lines, 'line'), once(child, 'close').then(() => [])])
  if (!url) throw new Refusal('The PostgreSQL of the tests did not start; see above.')
  const stop = async () => {
    const ended = once(child, 'close')
    child.stdin.end()
    await ended
  }
  return { url, stop }
}
