import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import type { contextWith } from '#app.ts'
import { day, hour } from '#base/clock.ts'
import { mentions } from '#db/tables/mentions.ts'
import { audit, events } from '#db/tables/team.ts'
import type { Failure, Rechecked } from '#domain/connector.ts'
import { replyHouse } from '#testing/reply-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { firstRecheckAt, type OnBlanked, recheckDue } from './recheck-mentions.ts'

const answers = new Map<string, Rechecked | Failure | 'throws'>()
const asked: string[] = []
const forum = networkThatAnswers('forum')
const app = await testApp({ connectors: [forum, networkThatAnswers('slow'), scriptedNetwork('mute').connector] })
const signal = new AbortController().signal

function networkThatAnswers(id: string) {
  return {
    ...scriptedNetwork(id).connector,
    recheck: async (_context: ReturnType<typeof contextWith>, { post }: { post: { nativeId: string } }) => {
      asked.push(post.nativeId)
      const answer = answers.get(post.nativeId) ?? { kind: 'stands' as const }
      if (answer === 'throws') throw new Error('it hangs up')
      return answer
    },
  }
}

const words = { en: 'no', nl: 'nee' }

/** A mention that is due now, in a conversation of its own. */
async function due(
  network: string,
  answer: Rechecked | Failure | 'throws',
  given: { state?: 'done'; heardAt?: Date } = {},
) {
  const house = await replyHouse(app, { network })
  const made = await house.addConversation(given.state ? { state: given.state } : {})
  const recheckAt = app.clock.now()
  await app.db.asSystem((tx) =>
    tx
      .update(mentions)
      .set({ recheckAt, heardAt: given.heardAt ?? recheckAt })
      .where(eq(mentions.id, made.mentionId)),
  )
  answers.set(made.nativeId, answer)
  const read = async () => {
    const [row] = await app.db.asSystem((tx) => tx.select().from(mentions).where(eq(mentions.id, made.mentionId)))
    assert.ok(row)
    const nextMs = row.recheckAt && row.recheckAt.getTime() - recheckAt.getTime()
    return { row, nextHours: nextMs === null ? null : Math.round(nextMs / hour) }
  }
  return { ...made, house, read }
}

/** Told in the same transaction, so that words which others keep of it go with it. */
const told: string[] = []
const onBlanked: OnBlanked = async (_tx, gone) => void told.push(...gone.map(({ id }) => id))

test('what is removed on the network is blanked here as a deletion is, and what stands is asked again within a day', async () => {
  const gone = await due('forum', { kind: 'removed' })
  const stays = await due('forum', { kind: 'stands' })
  await recheckDue(app, { closed: new Map(), signal, onBlanked })
  const { row, nextHours } = await gone.read()
  assert.deepEqual([row.text, row.deletedAt !== null, nextHours], ['', true, null])
  assert.deepEqual([(await stays.read()).row.text, (await stays.read()).nextHours], ['Weer te laat.', 20])
  const { workspaceId } = gone.house
  const kept = await app.db.inWorkspace(workspaceId, async (tx) => ({
    events: (await tx.select().from(events)).map(({ kind, conversationId }) => [kind, conversationId]),
    audit: await tx.$count(audit, eq(audit.action, 'mention.hear')),
  }))
  assert.deepEqual(kept, { events: [['mention.changed', gone.conversationId]], audit: 1 })
  assert.deepEqual(told, [gone.mentionId])
})

test('trouble removes nothing: it is asked about again in an hour, a refusal tomorrow', async () => {
  const troubled = await due('forum', { kind: 'retry', why: words })
  const broken = await due('forum', 'throws')
  const refused = await due('forum', { kind: 'refused', why: words })
  await recheckDue(app, { closed: new Map(), signal, onBlanked })
  for (const [one, hours] of [
    [troubled, 1],
    [broken, 1],
    [refused, 20],
  ] as const) {
    const { row, nextHours } = await one.read()
    assert.deepEqual([row.text, nextHours], ['Weer te laat.', hours])
  }
})

test('a network that asks to wait is not asked before, and the others go on', async () => {
  const until = new Date(app.clock.now().getTime() + 10 * hour)
  await due('slow', { kind: 'wait', until, why: words })
  const closed = new Map<string, Date>()
  await recheckDue(app, { closed, signal, onBlanked })
  assert.deepEqual(closed.get('slow'), until)
  const [waits, goesOn] = [await due('slow', { kind: 'removed' }), await due('forum', { kind: 'removed' })]
  await recheckDue(app, { closed, signal, onBlanked })
  assert.deepEqual([(await waits.read()).row.text, (await goesOn.read()).row.text], ['Weer te laat.', ''])
  app.clock.advance(10 * hour)
  await recheckDue(app, { closed, signal, onBlanked })
  assert.equal((await waits.read()).row.text, '')
})

test('a done conversation of more than thirty days is left alone, an open one is not', async () => {
  const heardAt = new Date(app.clock.now().getTime() - 31 * day)
  const old = await due('forum', { kind: 'removed' }, { state: 'done', heardAt })
  const open = await due('forum', { kind: 'removed' }, { heardAt })
  await recheckDue(app, { closed: new Map(), signal, onBlanked })
  assert.deepEqual([(await old.read()).row.text, (await old.read()).nextHours], ['Weer te laat.', null])
  assert.equal((await open.read()).row.text, '')
})

test('one run asks a network a few times only', async () => {
  for (let count = 0; count < 25; count += 1) await due('forum', { kind: 'stands' })
  asked.length = 0
  await recheckDue(app, { closed: new Map(), signal, onBlanked })
  assert.equal(asked.length, 20)
})

test('what a stream will tell of is not asked for', () => {
  const heardAt = app.clock.now()
  const at = (connector: typeof forum & { tellsDeletions?: boolean }, listensTo: 'settings' | 'account') =>
    firstRecheckAt(connector, { source: { listensTo }, heardAt }) !== null
  assert.equal(at(forum, 'settings'), true)
  assert.equal(at({ ...forum, tellsDeletions: true }, 'settings'), false)
  assert.equal(at({ ...forum, tellsDeletions: true }, 'account'), true)
  assert.equal(firstRecheckAt(scriptedNetwork('mute').connector, { source: { listensTo: 'settings' }, heardAt }), null)
})
