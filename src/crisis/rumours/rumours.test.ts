import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { day, minute } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { mentions } from '#db/tables/mentions.ts'
import { type IntakePost, intakeHouse } from '#testing/intake-house.ts'
import { rumourAsked } from '#testing/rumour-walls.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { approveRumourAnswer, writeRumourAnswer } from './answer-rumour.ts'
import { judgeRumour } from './judge-rumour.ts'
import { lookForRumours } from './look-for-rumours.ts'
import { readConversationRumours } from './read-conversation-rumours.ts'
import { readRumour, readRumours } from './read-rumours.ts'
import { addRumour, changeRumour, removeRumour } from './save-rumour.ts'
import { tryRumour } from './try-rumour.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const refuses = (code: string) => (error: unknown) => error instanceof AppError && error.code === code
const answer = (text: string) => ({ statements: [{ lang: 'nl', text }] })
const told: IntakePost = { text: 'Zilvermeeuw verzwijgt salmonella, bah' }

async function house() {
  const here = await intakeHouse(app, { noor: 'owner', lee: 'lead', tess: 'member' })
  const look = async () => {
    while (await lookForRumours(app));
  }
  return { ...here, look, conversationOf: async (part: string) => (await here.saying(part)).id }
}

test('what was heard before and after is found, in batches too, and each message once', async () => {
  const { ctx, hear, look } = await house()
  for (let batch = 0; batch < 6; batch += 1)
    await hear(
      ...Array.from({ length: 100 }, (_, at) => ({
        text: at % 10 === 0 ? `${told.text} ${batch} ${at}` : `Zilvermeeuw ${batch} ${at}`,
      })),
    )
  const id = await addRumour(ctx, rumourAsked)
  await look()
  assert.equal((await readRumour(ctx, id)).told, 60)
  await hear(
    { text: 'Waarom verzwijgt Zilvermeeuw die salmonella?' },
    { text: 'Onzin dat Zilvermeeuw salmonella verzwijgt' },
  )
  await look()
  await app.clock.advance(10 * minute)
  await look()
  const { told: count, denied, days, lookedTo } = await readRumour(ctx, id)
  assert.deepEqual([count, denied, days.at(-1)], [61, 1, 61])
  assert.ok(lookedTo.getTime() >= app.clock.now().getTime() - 3 * minute, 'up to now')
})

test('what bears an earlier moment and is stored later is found too, also right after a whole batch', async () => {
  const { ctx, hear, look } = await house()
  const id = await addRumour(ctx, rumourAsked)
  for (let batch = 0; batch < 5; batch += 1)
    await hear(...Array.from({ length: 100 }, (_, at) => ({ text: `Zilvermeeuw ${batch} ${at}` })))
  await look()
  await hear(told)
  const earlier = new Date(app.clock.now().getTime() - minute / 2)
  await app.db.asSystem((tx) => tx.update(mentions).set({ heardAt: earlier }).where(eq(mentions.text, told.text)))
  await look()
  assert.equal((await readRumour(ctx, id)).told, 1)
})

test('a message that is edited is asked anew, both ways; what a person said of it stands', async () => {
  const { ctx, hear, look } = await house()
  const post = { nativeId: 'edited', text: told.text }
  await hear(post)
  const id = await addRumour(ctx, rumourAsked)
  await look()
  await app.clock.advance(10 * minute)
  await look()
  const edit = async (text: string) => {
    await app.clock.advance(minute)
    await hear({ ...post, text, editedAt: app.clock.now() })
    await look()
    return (await readRumour(ctx, id)).told
  }
  assert.deepEqual([await edit('Zilvermeeuw is lekker'), await edit(`${told.text}, echt`)], [0, 1])
  const [message] = (await readRumour(ctx, id)).messages
  await judgeRumour(ctx, { id, mentionId: message?.mentionId ?? '', verdict: 'refused' })
  assert.equal(await edit(`${told.text}, heus`), 0)
  assert.equal((await readRumour(ctx, id)).messages[0]?.verdict, 'refused')
})

test('what is older than thirty days is not asked, and what was deleted is told no more', async () => {
  const { ctx, hear, look } = await house()
  await hear({ ...told, text: `${told.text} lang geleden` })
  await app.clock.advance(31 * day)
  await hear({ text: `${told.text} nu` })
  const id = await addRumour(ctx, rumourAsked)
  await look()
  const { messages } = await readRumour(ctx, id)
  assert.deepEqual(
    messages.map(({ text }) => text),
    [`${told.text} nu`],
  )
  await app.db.asSystem((tx) => tx.update(mentions).set({ deletedAt: app.clock.now() }))
  assert.equal((await readRumour(ctx, id)).told, 0)
})

test('an answer is offered when somebody else approved it, and the newest approved one stays meanwhile', async () => {
  const { as, ctx, hear, look, conversationOf } = await house()
  await hear(told)
  const id = await addRumour(as('tess'), rumourAsked)
  await look()
  const conversation = await conversationOf('verzwijgt')
  const offered = async () => present((await readConversationRumours(ctx, conversation))[0], 'it is told here').answer
  const number = await writeRumourAnswer(as('lee'), { id, ...answer('Er is niets gevonden.') })
  assert.equal(await offered(), null)
  await assert.rejects(approveRumourAnswer(as('lee'), { id, number }), refuses('not_allowed'))
  await assert.rejects(approveRumourAnswer(as('tess'), { id, number }), refuses('not_allowed'))
  await approveRumourAnswer(ctx, { id, number })
  await assert.rejects(approveRumourAnswer(ctx, { id, number }), refuses('taken'))
  assert.equal((await offered())?.number, 1)
  await writeRumourAnswer(as('tess'), { id, ...answer('Anders gezegd.') })
  await assert.rejects(approveRumourAnswer(ctx, { id, number }), refuses('taken'))
  assert.equal((await offered())?.statements[0]?.text, 'Er is niets gevonden.')
})

test('who is alone approves their own answer', async () => {
  const { as } = await intakeHouse(app, { noor: 'owner', tess: 'member' })
  const id = await addRumour(as('noor'), rumourAsked)
  const number = await writeRumourAnswer(as('noor'), { id, ...answer('Er is niets gevonden.') })
  await approveRumourAnswer(as('noor'), { id, number })
  assert.equal((await readRumours(as('noor')))[0]?.answer, 'approved')
})

test('what a person said stands when the marks are changed; the rest is found anew', async () => {
  const { ctx, hear, look, conversationOf } = await house()
  await hear(told, { text: 'Salmonella, en Zilvermeeuw is stil' })
  const id = await addRumour(ctx, rumourAsked)
  await look()
  const { messages, revision } = await readRumour(ctx, id)
  const wrong = present(
    messages.find(({ text }) => text.includes('is stil')),
    'found',
  )
  await judgeRumour(ctx, { id, mentionId: wrong.mentionId, verdict: 'refused' })
  assert.deepEqual(await readConversationRumours(ctx, await conversationOf('is stil')), [])
  await changeRumour(ctx, { ...rumourAsked, id, revision, marks: { all: [['zilvermeeuw'], ['salmonella']], none: [] } })
  await look()
  const after = await readRumour(ctx, id)
  assert.equal(after.told, 1)
  assert.equal(after.messages.find(({ mentionId }) => mentionId === wrong.mentionId)?.verdict, 'refused')
  await assert.rejects(changeRumour(ctx, { ...rumourAsked, id, revision }), refuses('taken'))
})

test('one that is closed is not looked for, and offers nothing', async () => {
  const { ctx, hear, look, conversationOf } = await house()
  await hear(told)
  const id = await addRumour(ctx, { ...rumourAsked, state: 'closed' })
  await look()
  assert.equal((await readRumour(ctx, id)).told, 0)
  assert.deepEqual(await readConversationRumours(ctx, await conversationOf('verzwijgt')), [])
  await removeRumour(ctx, id)
  await assert.rejects(readRumour(ctx, id), refuses('not_found'))
})

test('only what is of its topics', async () => {
  const { ctx, topic, hear, look } = await house()
  await hear(told)
  const id = await addRumour(ctx, { ...rumourAsked, topicIds: [topic.id] })
  await look()
  assert.equal((await readRumour(ctx, id)).told, 1)
  await assert.rejects(addRumour(ctx, { ...rumourAsked, topicIds: [ctx.workspaceId] }), refuses('not_found'))
})

test('a trial says what would be found, which wordings are not known, and keeps nothing', async () => {
  const { ctx, hear } = await house()
  await hear(told, { text: 'Onzin dat Zilvermeeuw salmonella verzwijgt' }, { text: 'Zilvermeeuw is lekker' })
  const wordings = [...rumourAsked.wordings, { lang: 'nl', text: 'De fabriek zit vol bacteriën' }]
  const trial = await tryRumour(ctx, { marks: rumourAsked.marks, wordings })
  assert.deepEqual([trial.asked, trial.found, trial.denied, trial.unknownWordings], [3, 1, 1, [1]])
  assert.deepEqual(await readRumours(ctx), [])
})
