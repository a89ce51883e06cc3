import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from './setup.mjs'

function options(help) {
  return [...new Set(help.match(/--[a-z]+/g))].filter((option) => option !== '--help').sort()
}

test('npm start -- --help installs nothing', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'wederhoor-start-'))
  t.after(() => rmSync(folder, { recursive: true }))
  cpSync(join(root, 'run'), join(folder, 'run'), { recursive: true })
  const { status, stdout } = spawnSync(process.execPath, [join(folder, 'run/start.mjs'), '--help'], {
    encoding: 'utf8',
  })
  assert.equal(status, 0)
  assert.match(stdout, /^npm start -- \[options\]/)
  assert.equal(existsSync(join(folder, 'node_modules')), false)
})

test('npm start knows the options of the program', () => {
  const { stdout } = spawnSync(process.execPath, [join(root, 'src/main.ts'), 'start', '--help'], { encoding: 'utf8' })
  assert.deepEqual(options(readFileSync(join(root, 'run/start-help.txt'), 'utf8')), options(stdout))
})

/** A script that runs a child and ends with its exit code. */
function runs(code) {
  const program = join(root, 'run/program.mjs')
  const body = `import { run, script } from ${JSON.stringify(program)}; await script(() => run(process.execPath, ['-e', ${JSON.stringify(code)}]))`
  return spawn(process.execPath, ['--input-type=module', '-e', body], { stdio: ['ignore', 'pipe', 'inherit'] })
}

test('the exit code of the program is the exit code of the script', async () => {
  const [code] = await once(runs('process.exit(7)'), 'exit')
  assert.equal(code, 7)
})

test('a stop reaches the program, once, and its last words decide', async () => {
  const script = runs(
    "let stops = 0; process.on('SIGTERM', () => setTimeout(() => process.exit(40 + ++stops), 200)); setInterval(() => {}, 1000); console.log('up')",
  )
  await once(script.stdout, 'data')
  script.kill('SIGTERM')
  const [code] = await once(script, 'exit')
  assert.equal(code, 41)
})

test('who stops npm stops the program too, although the shell in between passes nothing on', async () => {
  const program = join(root, 'run/program.mjs')
  const code = "process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000); console.log('up')"
  const body = `import { run } from ${JSON.stringify(program)}; await run(process.execPath, ['-e', ${JSON.stringify(code)}])`
  const shell = spawn('sh', ['-c', '"$NODE" --input-type=module -e "$BODY"; true'], {
    env: { ...process.env, NODE: process.execPath, BODY: body, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(shell.stdout, 'data')
  shell.kill('SIGTERM')
  // The pipe closes when the last of them is gone.
  await once(shell.stdout, 'close')
})
