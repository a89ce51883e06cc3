import assert from 'node:assert/strict'
import { test } from 'node:test'
import { messageOf } from '#base/errors.ts'
import { openGuardedNetwork } from '#base/guarded-fetch.ts'
import { openMailReceiver } from '#testing/mail-receiver.ts'
import { carryOut, keptSenders, loopbackApp, notifyHouse } from '#testing/notify-house.ts'
import { type MailServerInput, mail, readMailServer, saveMailServer } from './mail-server.ts'
import { changeMySettings } from './notice-settings.ts'
import { sendMail } from './write-letter.ts'

const login = { username: 'wederhoor', password: 'a password for mail' }
const letter = { id: 'x', to: 'noor@example.org', subject: 'A trial', text: 'It works.', html: '<p>It works.</p>' }

async function scene(given: Partial<MailServerInput> = {}) {
  const house = await notifyHouse(await loopbackApp())
  const receiver = await openMailReceiver(login)
  const server = { host: '127.0.0.1', port: receiver.port, security: 'none', sender: 'w@example.org' } as const
  const save = (more: Partial<MailServerInput> = {}) =>
    saveMailServer(house.as('noor'), { ...server, ...login, ...more })
  await save(given)
  const post = () => mail(house.app, house.workspaceId, letter)
  return { ...house, receiver, save, post }
}

test('a letter arrives, in the reader’s language and without a word of theirs', async () => {
  const { app, as, addConversation, give, receiver, workspaceId } = await scene()
  await changeMySettings(as('tess'), { mailFrom: 'nudge' })
  await app.db.pool.query(`update users set lang = 'nl' where name = 'tess'`)
  await give({ to: ['tess'], about: await addConversation('Ik <b>haat</b> jullie') })
  await carryOut(app, { ...keptSenders().senders, mail: sendMail })
  const [got] = receiver.received
  assert.equal(got?.user, login.username)
  const link = `http://localhost:4180/w/${workspaceId}/c/WH-1`
  for (const said of ['noor roept je bij naam in een notitie (WH-1)', link, 'kies je zelf'])
    assert.ok(got?.text.includes(said), `${said} in ${got?.text}`)
  assert.ok(!got?.text.includes('haat'))
  assert.match(got?.raw ?? '', /^Message-ID: <.+@localhost>/imu)
})

test('what goes wrong is said so that one knows what to change, and is kept until it works', async () => {
  const { as, save, post } = await scene({ password: 'another' })
  const said = async () => (await readMailServer(as('noor')))?.trouble?.en ?? null
  assert.equal((await post()).kind, 'never')
  assert.match((await said()) ?? '', /user name and password/u)
  await save({ security: 'starttls' })
  assert.equal((await post()).kind, 'again')
  await save()
  assert.deepEqual(await post(), { kind: 'sent' })
  assert.equal(await said(), null)
})

test('the password stays with its server: changed without one it is kept, for another host it is not', async () => {
  const { save, post } = await scene()
  const { password: _, ...without } = login
  await save({ ...without, password: undefined })
  assert.deepEqual(await post(), { kind: 'sent' })
  await save({ host: 'localhost', password: undefined })
  assert.equal((await post()).kind, 'never')
})

test('a server inside is reached only where an administrator said so', async (t) => {
  const { app, workspaceId } = await scene()
  const network = openGuardedNetwork({ userAgent: 'test' })
  t.after(() => network.close())
  const outcome = await mail({ ...app, resolveHost: network.resolveHost }, workspaceId, letter)
  assert.equal(outcome.kind, 'never')
  assert.match('why' in outcome ? outcome.why.en : '', /private network/u)
  const allowing = openGuardedNetwork({ userAgent: 'test', allow: ['127.0.0.1'] })
  t.after(() => allowing.close())
  assert.deepEqual(await mail({ ...app, resolveHost: allowing.resolveHost }, workspaceId, letter), { kind: 'sent' })
  await assert.rejects(network.resolveHost('localhost'), (error) => /private network/u.test(messageOf(error)))
})
