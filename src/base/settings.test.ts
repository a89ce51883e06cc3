import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { temporaryFolder } from '#testing/temporary-folder.ts'
import { readEnvironment } from './read-environment.ts'
import { readSettings, type Setting, settingTable } from './settings.ts'
import { settingsPage } from './settings-page.ts'

test('nothing needs to be set', () => {
  assert.deepEqual(readSettings({}), {
    warnings: [],
    settings: {
      dataFolder: resolve('data'),
      databaseUrl: undefined,
      host: '127.0.0.1',
      port: 4180,
      publicUrl: undefined,
      logLevel: 'info',
      secretFile: undefined,
      allowInside: [],
      chromium: undefined,
      isDemoWanted: false,
      isOffline: false,
    },
  })
})

test('every example is a value that is accepted', () => {
  for (const { name, example } of Object.values<Setting>(settingTable)) readSettings({ [name]: example })
})

for (const [name, given, words] of [
  [
    'WEDERHOOR_PORT',
    '80a',
    /^WEDERHOOR_PORT is “80a”: it must be a whole number from 0 to 65535\. Example: WEDERHOOR_PORT=8080$/,
  ],
  ['WEDERHOOR_PORT', '65536', /from 0 to 65535/],
  ['WEDERHOOR_PORT', '-1', /from 0 to 65535/],
  ['WEDERHOOR_URL', 'wederhoor.example.com', /begins with http/],
  ['WEDERHOOR_URL', 'ftp://wederhoor.example.com', /begins with http/],
  ['WEDERHOOR_URL', 'https://example.com/wederhoor', /does not live below a path/],
  ['WEDERHOOR_LOG', 'loud', /one of debug, info/],
  ['WEDERHOOR_OFFLINE', 'maybe', /yes or no/],
  ['WEDERHOOR_HOST', 'a host', /host name or an address/],
  ['WEDERHOOR_ALLOW_INSIDE', '0.0.0.0/0', /WEDERHOOR_ALLOW_INSIDE.*Example/s],
  ['DATABASE_URL', 'mysql://localhost/x', /begins with postgres:\/\/.*Example: DATABASE_URL=postgres:/],
] as const) {
  test(`${name}=${given} is refused with its name and an example`, () => {
    assert.throws(() => readSettings({ [name]: given }), { code: 'bad_input', message: words })
  })
}

test('all that is wrong is said at once', () => {
  assert.throws(() => readSettings({ WEDERHOOR_PORT: 'x', WEDERHOOR_LOG: 'y' }), /WEDERHOOR_PORT.*\n.*WEDERHOOR_LOG/)
})

test('a password never stands in a refusal', () => {
  assert.throws(
    () => readSettings({ DATABASE_URL: 'mysql://me:secret@host/x' }),
    (error: Error) => !error.message.includes('secret'),
  )
})

test('an empty setting is one that is not set', () => {
  assert.equal(readSettings({ WEDERHOOR_PORT: ' ' }).settings.port, 4180)
})

test('a name that is not known is answered with the nearest', () => {
  assert.deepEqual(
    readSettings({ WEDERHOOR_PROT: '1', WEDERHOOR_QUITE_ELSE: '1', WEDERHOOR_TEST_REQUIRE: 'all' }).warnings,
    [
      'There is no setting WEDERHOOR_PROT; was WEDERHOOR_PORT meant? All of them are in docs/settings.md.',
      'There is no setting WEDERHOOR_QUITE_ELSE. All of them are in docs/settings.md.',
    ],
  )
})

test('a file .env completes the environment, which wins', async (t) => {
  const folder = await temporaryFolder(t)
  await writeFile(join(folder, '.env'), '# mine\nWEDERHOOR_PORT=81\nWEDERHOOR_LOG="warn"\n')
  const { settings } = readSettings(readEnvironment({ WEDERHOOR_PORT: '82' }, folder))
  assert.deepEqual([settings.port, settings.logLevel], [82, 'warn'])
})

test('without a file .env the environment is all there is', async (t) => {
  const env = { WEDERHOOR_PORT: '82' }
  assert.equal(readEnvironment(env, await temporaryFolder(t)), env)
})

test('docs/settings.md says what the program knows', async () => {
  const page = await readFile(join(import.meta.dirname, '../../docs/settings.md'), 'utf8')
  assert.equal(page, settingsPage(), 'write it again: node src/base/write-settings-page.ts')
})
