import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { AppError } from '#base/errors.ts'
import { field } from '#domain/settings-form.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp, testWorkspace } from '#testing/test-app.ts'
import { createSource } from './save-source.ts'
import { trySource } from './try-source.ts'

const plain = scriptedNetwork('plain').connector
const telling = {
  ...scriptedNetwork('telling').connector,
  settings: z.object({
    place: z
      .string()
      .min(3)
      .meta(field({ label: { en: 'Place', nl: 'Plaats' } })),
  }),
  sourceName: (settings: unknown) => `Forum van ${(settings as { place: string }).place}`,
  trySource: async () => ({
    kind: 'tried' as const,
    found: [],
    says: { en: 'It answers.', nl: 'Het antwoordt.' },
    name: '  De stamtafel ',
  }),
}
const app = await testApp({ connectors: [plain, telling] })
const { as } = await testWorkspace(app)
const ctx = as('noor')

test('a source without a name is called as its network calls it', async () => {
  const settings = { place: 'wss://stream.example/subscribe?x=1' }
  assert.equal((await createSource(ctx, { connector: 'plain', settings })).name, 'plain')
  assert.equal(
    (await createSource(ctx, { connector: 'telling', settings: { place: 'Zwolle' } })).name,
    'Forum van Zwolle',
  )
  assert.equal((await createSource(ctx, { connector: 'telling', name: 'Mijn', settings })).name, 'Mijn')
})

test('what is tried says what it calls itself', async () => {
  const tried = await trySource(ctx, { connector: 'telling', settings: { place: 'Zwolle' }, terms: [] })
  assert.equal(tried.name, 'De stamtafel')
  assert.equal((await trySource(ctx, { connector: 'plain', settings: {}, terms: [] })).name, null)
})

test('a wrong setting is refused in both languages, by the name that its form gives it', async () => {
  await assert.rejects(createSource(ctx, { connector: 'telling', settings: { place: 'x' } }), (error) => {
    assert.ok(error instanceof AppError)
    assert.deepEqual(error.details, {
      words: { en: 'Place: at least 3 characters.', nl: 'Plaats: minstens 3 tekens.' },
      field: 'place',
    })
    return error.code === 'bad_input'
  })
})
