import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { contextWith } from '#app.ts'
import { openGuardedNetwork } from '#base/guarded-fetch.ts'
import type { HookKind } from '#domain/notice.ts'
import { carryOut, keptSenders, loopbackApp, notifyHouse } from '#testing/notify-house.ts'
import { readNotices } from './read-notices.ts'
import { readHooks, saveHook } from './save-hook.ts'
import { bodyOf, failuresMax, postTo, sendHook } from './send-hook.ts'

/** A channel of a company on loopback. */
async function openChannel() {
  const received: unknown[] = []
  const answers = { status: 200 }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    if (answers.status < 300) received.push(JSON.parse(Buffer.concat(chunks).toString()))
    response.writeHead(answers.status).end(answers.status < 300 ? 'ok' : 'no_service')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  return { received, answers, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/services/key` }
}

async function scene(kind: HookKind = 'slack') {
  const house = await notifyHouse(await loopbackApp())
  const channel = await openChannel()
  const hook = { kind, url: channel.url, kinds: ['mentioned' as const], departmentId: null, lang: 'nl' as const }
  const { id } = await saveHook(house.as('noor'), { ...hook, name: 'Webcare' })
  const senders = { ...keptSenders().senders, hook: sendHook }
  return { ...house, channel, hook, id, senders, carry: () => carryOut(house.app, senders) }
}

const said = 'noor roept een collega bij naam in een notitie'
const urlIn = (workspaceId: string): string => `http://localhost:4180/w/${workspaceId}/c/WH-1`

for (const [kind, textOf] of [
  ['slack', (url: string) => `${said} <${url}|WH-1>`],
  ['mattermost', (url: string) => `${said} [WH-1](${url})`],
] as const) {
  test(`${kind} gets a sentence of ours and a link`, async () => {
    const { addConversation, give, carry, channel, workspaceId } = await scene(kind)
    await give({ to: ['tess', 'olga'], about: await addConversation('Ik haat jullie') })
    await carry()
    assert.deepEqual(channel.received, [{ text: textOf(urlIn(workspaceId)) }])
  })
}

test('Teams gets an adaptive card, as its workflows take them', async () => {
  const { addConversation, give, carry, channel, workspaceId } = await scene('teams')
  await give({ to: ['tess'], about: await addConversation() })
  await carry()
  const [got] = channel.received as { type: string; attachments: { contentType: string; content: Card }[] }[]
  assert.equal(got?.type, 'message')
  assert.equal(got?.attachments[0]?.contentType, 'application/vnd.microsoft.card.adaptive')
  const { content } = got?.attachments[0] ?? {}
  assert.equal(content?.type, 'AdaptiveCard')
  assert.deepEqual(content?.body, [{ type: 'TextBlock', text: `${said} [WH-1](${urlIn(workspaceId)})`, wrap: true }])
})
type Card = { type: string; body: unknown[] }

test('after a row of failures it is off, those who set it up are told, and saving it turns it on again', async () => {
  const { app, as, channel, id, hook } = await scene()
  const read = async () => (await readHooks(as('noor')))[0]
  const lines = [{ text: 'A trial', key: null, url: 'http://localhost' }]
  channel.answers.status = 404
  for (let failures = 1; failures <= failuresMax; failures++) {
    const now = await read()
    assert.ok(now)
    assert.equal(now.stoppedAt, null)
    await postTo(app, { hook: now, lines, signal: AbortSignal.timeout(60_000) })
    assert.equal((await read())?.failures, failures)
  }
  const stopped = await read()
  assert.ok(stopped?.stoppedAt)
  assert.match(stopped.trouble?.en ?? '', /404: no_service/u)
  assert.deepEqual(
    (await readNotices(as('noor'))).notices.map(({ kind, details }) => [kind, details.name]),
    [['hook_stopped', 'Webcare']],
  )
  await saveHook(as('noor'), { ...hook, url: undefined, name: 'Webcare', id })
  assert.equal((await read())?.stoppedAt, null)
  channel.answers.status = 200
  const again = await read()
  assert.ok(again)
  assert.deepEqual(await postTo(app, { hook: again, lines, signal: AbortSignal.timeout(60_000) }), { kind: 'sent' })
})

test('names are people’s own: nothing in them is drawn, and nobody is called by them', () => {
  const url = urlIn('zilvermeeuw')
  const line = { text: '@all [x](http://evil) <!channel>', key: 'WH-1', url }
  assert.deepEqual(bodyOf.slack([line]), { text: `@all [x](http://evil) &lt;!channel&gt; <${url}|WH-1>` })
  assert.deepEqual(bodyOf.mattermost([line]), {
    text: `@\u200ball \\[x\\]\\(http://evil\\) \\<!channel\\> [WH-1](${url})`,
  })
})

test('a webhook inside is not asked', async (t) => {
  const { app, as, addConversation, give, senders, channel } = await scene()
  const network = openGuardedNetwork({ userAgent: 'test' })
  t.after(() => network.close())
  const guarded = Object.assign({}, app, {
    connectorContext: ((signal, workspaceId) =>
      contextWith({ network, clock: app.clock, signal, workspaceId })) as typeof app.connectorContext,
  })
  await give({ to: ['tess'], about: await addConversation() })
  await carryOut(guarded, senders)
  assert.deepEqual(channel.received, [])
  assert.match((await readHooks(as('noor')))[0]?.trouble?.en ?? '', /private network/u)
})
