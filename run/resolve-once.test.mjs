import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { root } from './setup.mjs'

const hook = pathToFileURL(join(root, 'run', 'resolve-once.mjs')).href
const program = pathToFileURL(join(root, 'src', 'api', 'start-house.ts')).href

/** Every import of the program with the file it led to, one a line. */
const listing = `
  import { writeFileSync } from 'node:fs'
  import { registerHooks } from 'node:module'
  const led = new Set()
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context)
      led.add([context.parentURL, specifier, found.url].join(' '))
      return found
    },
  })
  await import(${JSON.stringify(program)})
  // At once: an exit does not wait for what is still on its way through a pipe.
  writeFileSync(1, [...led].sort().join('\\n'))
  process.exit(0)`

async function importsWith(...options) {
  const args = [...options, '--input-type=module', '--eval', listing]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 50_000_000 })
  return stdout.trim().split('\n')
}

test('every import of the program leads to the same file as without the shortcut', async () => {
  const [plain, short] = await Promise.all([importsWith(), importsWith('--import', hook)])
  const ofDrizzle = plain.filter((line) => line.includes('/node_modules/drizzle-orm/')).length
  assert.ok(plain.length > 1_000 && ofDrizzle > 300, `${plain.length} imports, ${ofDrizzle} of drizzle`)
  assert.deepEqual(short, plain)
})
