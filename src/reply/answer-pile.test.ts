// Many who say the same are answered as one: each in their own conversation, spread over minutes, and each answer can be taken back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { minute, second } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { sources } from '#db/tables/listen.ts'
import { authors, mentions } from '#db/tables/mentions.ts'
import { replies } from '#db/tables/reply.ts'
import { snippetUses } from '#db/tables/snippets.ts'
import { audit } from '#db/tables/team.ts'
import { postSchema } from '#domain/post.ts'
import { claimConversation } from '#inbox/claim-conversation.ts'
import { openFollowed } from '#inbox/followed.ts'
import { readConversation } from '#inbox/read-conversation.ts'
import { readSnippets } from '#inbox/snippets/read-snippets.ts'
import { createSnippet } from '#inbox/snippets/save-snippet.ts'
import { takeIn } from '#inbox/take-in.ts'
import { createSource } from '#listen/save-source.ts'
import { openTopicEngine } from '#mentions/topic-engine.ts'
import { deliveryApp, deliveryHouse } from '#testing/delivery-house.ts'
import { testPost } from '#testing/script-connector.ts'
import { snippetAsked } from '#testing/snippet-walls.ts'
import { answerPile, type PileLine } from './answer-pile.ts'
import { holdBackOvertaken } from './hold-back-overtaken.ts'
import { undoPile } from './undo-pile.ts'
import { undoReply } from './undo-reply.ts'

const app = await deliveryApp()

async function crowd(count: number) {
  const house = await deliveryHouse(app, 'key')
  const noor = house.as('noor')
  const lines: PileLine[] = []
  for (let at = 0; at < count; at += 1) {
    const { conversationId, mentionId } = await house.addConversation()
    lines.push({
      conversationId,
      mentionId,
      accountId: house.accountId,
      text: `We zoeken het uit (${at}).`,
      version: 1,
    })
  }
  const rows = () =>
    app.db.asSystem((tx) =>
      tx.select().from(replies).where(eq(replies.workspaceId, house.workspaceId)).orderBy(replies.dueAt),
    )
  return { ...house, noor, lines, rows }
}
const refused = (code: AppError['code']) => (error: unknown) => error instanceof AppError && error.code === code

test('forty are answered over half an hour: none at once, none twice, all of them', async () => {
  const { noor, lines, rows, driveAfter, network } = await crowd(40)
  const before = network.posts.length
  const { id, outcomes } = await answerPile(noor, { lines, spreadMinutes: 30, thenDo: 'done' })
  assert.deepEqual(
    outcomes.map((one) => [one.conversationId, 'reply' in one]),
    lines.map((line) => [line.conversationId, true]),
  )
  const held = await rows()
  assert.ok(held.every((row) => row.state === 'ready' && row.pileId === id))
  const moments = held.map((row) => present(row.dueAt, 'held until').getTime() - app.clock.now().getTime())
  assert.equal(moments[0], 10 * second, 'the first waits the undo time, as any answer')
  assert.ok((moments.at(-1) ?? 0) > 20 * minute, 'the last leaves late')
  const counts: number[] = []
  for (let passed = 0; passed < 31; passed += 1) {
    await driveAfter(minute)
    counts.push(network.posts.length - before)
  }
  const most = Math.max(...counts.map((count, at) => count - (counts[at - 1] ?? 0)))
  console.log(`a pile of 40 over 30 minutes: at most ${most} left within one minute, ${counts.at(-1)} in all`)
  assert.ok(most <= 3)
  assert.deepEqual(
    network.posts
      .slice(before)
      .map((post) => post.key)
      .toSorted(),
    held.map((row) => row.id).toSorted(),
  )
})

test('where a colleague was faster, or the message is gone, the others are answered and it is said why', async () => {
  const { noor, lines, as, deleteMention, rows } = await crowd(4)
  await claimConversation(as('sem'), { id: present(lines[1], 'made').conversationId, takeOver: false })
  await deleteMention(present(lines[2], 'made').mentionId)
  const { outcomes } = await answerPile(noor, { lines, spreadMinutes: 0, thenDo: 'done' })
  assert.deepEqual(
    outcomes.map((one) => ('reply' in one ? one.reply.state : one.refused.code)),
    ['ready', 'taken', 'gone', 'ready'],
  )
  assert.equal((await rows()).length, 2)
})

test('asked a second time nobody is answered twice', async () => {
  const { noor, lines, rows } = await crowd(3)
  const pile = { lines, spreadMinutes: 5, thenDo: 'stay' } as const
  await answerPile(noor, pile)
  const again = await answerPile(noor, pile)
  assert.deepEqual(
    again.outcomes.map((one) => 'refused' in one && one.refused.code),
    ['taken', 'taken', 'taken'],
  )
  assert.equal((await rows()).length, 3)
})

test('the very same words to more than three, and one conversation twice, are refused as a whole', async () => {
  const { noor, lines, rows } = await crowd(4)
  const rest = { spreadMinutes: 5, thenDo: 'done' } as const
  const same = lines.map((line) => ({ ...line, text: 'Excuses.' }))
  await assert.rejects(answerPile(noor, { lines: same, ...rest }), refused('bad_input'))
  await assert.rejects(answerPile(noor, { lines: [...lines, ...lines.slice(0, 1)], ...rest }), refused('bad_input'))
  assert.equal((await rows()).length, 0)
})

test('each can be taken back by itself until it leaves', async () => {
  const { noor, lines, rows, driveAfter, network } = await crowd(3)
  const before = network.posts.length
  await answerPile(noor, { lines, spreadMinutes: 10, thenDo: 'done' })
  const [, second, third] = await rows()
  await undoReply(noor, present(third, 'held').id)
  await driveAfter(11 * minute)
  assert.deepEqual((await rows()).map((row) => row.state).toSorted(), ['sent', 'sent', 'undone'])
  assert.equal(network.posts.length - before, 2)
  await assert.rejects(undoReply(noor, present(second, 'left').id), refused('taken'))
})

test('a pile is taken back as one: all that have not left, and nothing of what has', async () => {
  const { noor, lines, rows, driveAfter, readConversation: conversationOf, as } = await crowd(4)
  const { id } = await answerPile(noor, { lines, spreadMinutes: 10, thenDo: 'done' })
  await driveAfter(11 * second)
  assert.equal(await undoPile(as('sem'), id), 3)
  assert.deepEqual((await rows()).map((row) => row.state).toSorted(), ['sent', 'undone', 'undone', 'undone'])
  const states = await Promise.all(lines.map(async (line) => (await conversationOf(line.conversationId)).state))
  assert.deepEqual(states.toSorted(), ['done', 'open', 'open', 'open'])
  assert.equal(await undoPile(noor, id), 0)
  const elsewhere = await crowd(1)
  await assert.rejects(undoPile(elsewhere.noor, id), refused('not_found'))
})

test('whoever writes again before the answer left gets none that does not fit; the words are a draft', async () => {
  const { noor, lines, driveAfter, network, workspaceId } = await crowd(2)
  const before = network.posts.length
  await answerPile(noor, { lines, spreadMinutes: 10, thenDo: 'done' })
  const { conversationId, mentionId } = present(lines[1], 'made')
  const { id } = await createSource(noor, { connector: 'key', settings: {} })
  const { source, said } = await app.db.asSystem(async (tx) => ({
    source: present((await tx.select().from(sources).where(eq(sources.id, id)))[0], 'the source just made'),
    said: present(
      (
        await tx
          .select({ nativeId: mentions.nativeId, author: authors })
          .from(mentions)
          .innerJoin(authors, eq(authors.id, mentions.authorId))
          .where(eq(mentions.id, mentionId))
      )[0],
      'what is answered',
    ),
  }))
  const parts = { engine: openTopicEngine(app), followed: openFollowed(app), onOwnPost: async () => undefined }
  const receive = takeIn(app, { ...parts, onTheirs: holdBackOvertaken })
  const { nativeId, handle, name } = said.author
  const post = postSchema.parse(
    testPost({
      ...{ network: 'key', text: 'Laat maar, het is opgelost.', parentId: said.nativeId, rootId: said.nativeId },
      ...{ author: { nativeId, handle, name }, publishedAt: app.clock.now() },
    }),
  )
  await receive({ source, items: [{ kind: 'post', post }], advance: async () => undefined })
  await driveAfter(11 * minute)
  assert.equal(network.posts.length - before, 1, 'only the other one left')
  const read = await readConversation(noor, conversationId)
  assert.equal(read.row.state, 'open')
  assert.deepEqual(
    read.drafts.map((draft) => draft.text),
    ['We zoeken het uit (1).'],
  )
  const lines_ = await app.db.asSystem((tx) =>
    tx.select().from(audit).where(eq(audit.conversationId, conversationId)).orderBy(audit.id),
  )
  const undone = lines_.filter((line) => line.action === 'reply.undo')
  assert.deepEqual(
    undone.map((line) => [line.actor, line.details]),
    [['system:listen', { isOvertaken: true }]],
  )
  assert.equal(source.workspaceId, workspaceId)
})

test('a snippet that a pile was begun with is counted for each answer that still holds it', async () => {
  const { noor, lines, rows, workspaceId } = await crowd(3)
  const wording = 'Dag {voornaam}, we zoeken uit waar je koffer nu is.'
  const wordings = [{ lang: 'nl', network: null, texts: [wording] }]
  await createSnippet(noor, { ...snippetAsked, expiresAt: null, wordings })
  const { versionId } = present((await readSnippets(noor)).snippets[0], 'just made')
  const begun = lines.map((line, at) => ({
    ...line,
    text: at < 2 ? `Dag Els${at}, we zoeken uit waar je koffer nu is.` : 'Bel ons even.',
    snippets: [{ versionId, wording }],
  }))
  await answerPile(noor, { lines: begun, spreadMinutes: 5, thenDo: 'done' })
  const used = await app.db.inWorkspace(workspaceId, (tx) => tx.select().from(snippetUses))
  const held = (await rows()).filter(({ text }) => text.startsWith('Dag')).map(({ id }) => id)
  assert.deepEqual(used.map(({ replyId }) => replyId).toSorted(), held.toSorted())
  assert.equal(held.length, 2)
})
