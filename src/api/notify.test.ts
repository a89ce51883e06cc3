import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiHouse } from '#testing/api-house.ts'
import { hookAsked, mailServer, subscription } from '#testing/asked-examples.ts'
import { testApp } from '#testing/test-app.ts'

const app = await testApp()
const house = apiHouse(app)
const owner = await house.start('Zilvermeeuw', 'Noor')
const { cookie } = owner

async function asked(route: Parameters<typeof house.ask>[0], given: Parameters<typeof house.ask>[1] = {}) {
  const response = await house.ask(route, { cookie, ...given })
  return { status: response.status, text: await response.text() }
}

test('a password, the address of a webhook and that of a device are taken, kept sealed, and never given', async () => {
  const password = 'a password nobody reads'
  await asked('PUT /api/mail', { body: { ...mailServer, username: 'w', password } })
  const url = 'https://hooks.example/services/a-secret-of-theirs'
  await asked('POST /api/hooks', { body: { ...hookAsked, url } })
  await asked('POST /api/devices', { body: { name: 'Firefox', subscription } })
  const told = await Promise.all([asked('GET /api/mail'), asked('GET /api/hooks'), asked('GET /api/devices')])
  const rows = await app.db.pool.query(
    `select (select json_agg(m) from mail_servers m)::text || (select json_agg(h) from hooks h)::text
       || (select json_agg(d) from push_devices d)::text as all`,
  )
  const everything = JSON.stringify([told, rows.rows])
  for (const secret of [password, 'a-secret-of-theirs', subscription.endpoint, subscription.keys.p256dh])
    assert.ok(!everything.includes(secret), secret)
  assert.match(told[0].text, /"hasPassword":true/u)
  assert.match(told[1].text, /"host":"hooks.example"/u)
})

test('quiet hours and a time zone are read as such, or refused', async () => {
  const change = (body: object) => asked('PATCH /api/notices/settings', { body })
  assert.equal((await change({ quiet: { from: '25:00', to: '07:00' } })).status, 400)
  assert.equal((await change({ timeZone: 'Europe/Nowhere' })).status, 400)
  assert.equal((await change({ levels: { mentioned: 'shout' } })).status, 400)
  const kept = await change({ quiet: { from: '22:00', to: '07:00' }, timeZone: 'Europe/Amsterdam' })
  assert.equal(kept.status, 200)
  const { levels, quiet } = JSON.parse((await asked('GET /api/notices/settings')).text)
  assert.deepEqual([levels.mentioned, quiet], ['nudge', { from: '22:00', to: '07:00' }])
})

test('a webhook must have a web address', async () => {
  assert.equal((await asked('POST /api/hooks', { body: { ...hookAsked, url: 'file:///etc/passwd' } })).status, 400)
})
