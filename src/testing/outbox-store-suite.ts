import assert from 'node:assert/strict'
import { test } from 'node:test'
import { second } from '#base/clock.ts'
import { canUndo } from '#domain/reply.ts'
import { paceBurst, paceRefillMs } from '#reply/outbox-limits.ts'
import type { AccountRow, Lease, OutboxStore, ReplyChange, ReplyRow, Situation } from '#reply/outbox-store.ts'

/** A store with a little around it: what people do to the same rows. */
export type StoreHarness = {
  store: OutboxStore
  addAccount(): Promise<string>
  addReply(given: Partial<ReplyRow> & { accountId: string }): Promise<ReplyRow>
  readReply(id: string): Promise<ReplyRow>
  readAccount(id: string): Promise<AccountRow>
  setAccount(id: string, change: Partial<AccountRow>): Promise<void>
  deleteParentOf(reply: ReplyRow): Promise<void>
  /** The conditional update of the undo verb. */
  undo(id: string): Promise<boolean>
  draftOf(reply: ReplyRow): Promise<string | undefined>
  writeDraft(reply: ReplyRow, text: string): Promise<void>
}

const startMs = Date.UTC(2026, 10, 23, 9)
const at = (seconds: number) => new Date(startMs + seconds * second)
const leave = () => ({})
const none: ReplyChange = { reply: {} }

/** What both stores promise. The simulation is worth as much as these tests: they tie its memory to PostgreSQL. */
export function testOutboxStore(name: string, open: () => Promise<StoreHarness>): void {
  const check = (promise: string, work: (harness: StoreHarness) => Promise<void>) =>
    test(`${name}: ${promise}`, async () => work(await open()))

  check('the oldest due reply of every account is due, and the next moment is known', async (harness) => {
    const [one, other] = [await harness.addAccount(), await harness.addAccount()]
    const late = await harness.addReply({ accountId: one, dueAt: at(9) })
    const early = await harness.addReply({ accountId: one, dueAt: at(5) })
    const alone = await harness.addReply({ accountId: other, dueAt: at(7) })
    await harness.addReply({ accountId: other, dueAt: at(60) })
    await harness.addReply({ accountId: other, dueAt: null })
    const { due, nextAt } = await harness.store.due(at(10))
    assert.deepEqual(due.map((one) => one.replyId).sort(), [early.id, alone.id].sort())
    assert.deepEqual(due.map((one) => one.lane).sort(), [one, other].sort())
    assert.deepEqual(nextAt, at(60))
    assert.deepEqual(await harness.store.due(at(1)), { due: [], nextAt: at(5) })
    assert.notEqual(late.id, early.id)
  })

  check('what is decided is written, with the attempt and the account', async (harness) => {
    const reply = await harness.addReply({ accountId: await harness.addAccount(), dueAt: at(0) })
    const change = {
      reply: { ...heldBy('a', 45), state: 'sending', attempts: 1, firstAttemptAt: at(1), lastAttemptAt: at(1) },
      account: { paceFullAt: at(3), closedUntil: at(2) },
    } as const
    const taken = await harness.store.take(ask(reply, 1), (situation) => ({ situation, change }))
    assert.equal(taken?.situation.reply.id, reply.id)
    assert.equal(taken?.situation.account?.id, reply.accountId)
    assert.equal(taken?.situation.parent?.deletedAt, null)
    assert.equal(taken?.situation.mayWriterReply, true)
    const row = await harness.readReply(reply.id)
    assert.deepEqual({ ...row, ...change.reply }, row)
    const account = await harness.readAccount(reply.accountId ?? '')
    assert.deepEqual([account.paceFullAt, account.closedUntil], [at(3), at(2)])
  })

  check('what is not due, of another workspace or unknown is not taken', async (harness) => {
    const reply = await harness.addReply({ accountId: await harness.addAccount(), dueAt: at(5) })
    const strange = '01938000-0000-7000-8000-000000000001'
    assert.equal(await harness.store.take(ask(reply, 4), leave), undefined)
    assert.equal(await harness.store.take({ ...ask(reply, 6), workspaceId: strange }, leave), undefined)
    assert.equal(await harness.store.take({ ...ask(reply, 6), replyId: strange }, leave), undefined)
    assert.deepEqual(await harness.store.take(ask(reply, 6), leave), {})
  })

  check('of many who take the same reply at once, one sees it ready', async (harness) => {
    const reply = await harness.addReply({ accountId: await harness.addAccount(), dueAt: at(0) })
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        harness.store.take(ask(reply, 1), ({ reply: { state } }) =>
          state === 'ready' ? { isMine: true, change: { reply: { ...heldBy(`${index}`, 45), state: 'sending' } } } : {},
        ),
      ),
    )
    assert.equal(answers.filter((answer) => answer && 'isMine' in answer).length, 1)
  })

  check('of two replies of one account, taken at once, one finds the lane busy', async (harness) => {
    const accountId = await harness.addAccount()
    const replies = [
      await harness.addReply({ accountId, dueAt: at(0) }),
      await harness.addReply({ accountId, dueAt: at(0) }),
    ]
    const answers = await Promise.all(
      replies.map((reply) =>
        harness.store.take(ask(reply, 1), ({ isLaneBusy }) =>
          isLaneBusy ? {} : { isMine: true, change: { reply: { ...heldBy(reply.id, 45), state: 'sending' } } },
        ),
      ),
    )
    assert.equal(answers.filter((answer) => answer && 'isMine' in answer).length, 1)
  })

  check('an account is left alone while one of its replies is under lease, and then goes on', async (harness) => {
    const accountId = await harness.addAccount()
    await harness.addReply({ accountId, ...heldBy('a', 45), state: 'sending' })
    const next = await harness.addReply({ accountId, dueAt: at(1) })
    assert.deepEqual(await harness.store.due(at(10)), { due: [], nextAt: at(45) })
    const { due } = await harness.store.due(at(45))
    assert.equal(due.length, 1)
    assert.equal(due[0]?.replyId, next.id)
  })

  check('no account is due in a closed window or above its pace', async (harness) => {
    const [closed, fast] = [await harness.addAccount(), await harness.addAccount()]
    await harness.addReply({ accountId: closed, dueAt: at(0) })
    await harness.addReply({ accountId: fast, dueAt: at(0) })
    await harness.setAccount(closed, { closedUntil: at(30) })
    await harness.setAccount(fast, { paceFullAt: new Date(at(20).getTime() + (paceBurst - 1) * paceRefillMs) })
    assert.deepEqual(await harness.store.due(at(19)), { due: [], nextAt: at(20) })
    assert.deepEqual(await lanes(harness, 20), [fast])
    assert.deepEqual((await lanes(harness, 30)).sort(), [closed, fast].sort())
  })

  check('a lost attempt, and the replies of a removed account, are settled in a closed window too', async (harness) => {
    const [lost, removed] = [await harness.addAccount(), await harness.addAccount()]
    await harness.addReply({ accountId: lost, ...heldBy('gone', 45), state: 'sending' })
    await harness.addReply({ accountId: removed, dueAt: at(0) })
    for (const id of [lost, removed]) await harness.setAccount(id, { closedUntil: at(3_600) })
    await harness.setAccount(removed, { state: 'removed' })
    assert.deepEqual((await lanes(harness, 46)).sort(), [lost, removed].sort())
  })

  check('only the holder of the lease writes the end', async (harness) => {
    const accountId = await harness.addAccount()
    const reply = await harness.addReply({ accountId, ...heldBy('mine', 45), state: 'sending' })
    const other = leaseOf(reply, 'another')
    assert.equal(await harness.store.look(other), undefined)
    assert.equal(await harness.store.finish(other, () => none), false)
    const mine = leaseOf(reply, 'mine')
    assert.equal((await harness.store.look(mine))?.reply.state, 'sending')
    const change: ReplyChange = {
      reply: { state: 'sent', nativeId: 'n1', dueAt: null, leasedBy: null, leaseUntil: null },
    }
    assert.equal(await harness.store.finish(mine, () => change), true)
    assert.equal(await harness.store.finish(mine, () => none), false)
    assert.equal((await harness.readReply(reply.id)).state, 'sent')
    const known = { workspaceId: reply.workspaceId, nativeId: 'n1' }
    assert.equal(await harness.store.isKnownPost({ ...known, exceptReplyId: reply.id }), false)
    const another = await harness.addReply({ accountId, dueAt: at(0) })
    assert.equal(await harness.store.isKnownPost({ ...known, exceptReplyId: another.id }), true)
  })

  check('a look sees what changed since the intent was written', async (harness) => {
    const accountId = await harness.addAccount()
    const reply = await harness.addReply({ accountId, ...heldBy('mine', 45), state: 'sending' })
    const look = async (): Promise<Situation | undefined> => harness.store.look(leaseOf(reply, 'mine'))
    assert.equal((await look())?.account?.stopEpoch, 0)
    await harness.setAccount(accountId, { stopEpoch: 1 })
    await harness.deleteParentOf(reply)
    const seen = await look()
    assert.equal(seen?.account?.stopEpoch, 1)
    assert.ok(seen?.parent?.deletedAt)
  })

  check('an undo and a take at once: one of them wins', async (harness) => {
    const accountId = await harness.addAccount()
    for (let round = 0; round < 20; round += 1) {
      const reply = await harness.addReply({ accountId, dueAt: at(0) })
      const take = () =>
        harness.store.take(ask(reply, 1), ({ reply: { state } }) =>
          canUndo(state) ? { isTaken: true, change: { reply: { state: 'sending' as const } } } : { isTaken: false },
        )
      const isUndoFirst = round % 2 === 0
      const early = isUndoFirst ? harness.undo(reply.id) : undefined
      const taking = take()
      const isUndone = await (early ?? harness.undo(reply.id))
      const isTaken = (await taking)?.isTaken ?? false
      // A take that finds the row locked passes by, and comes again later: then nobody but the undo did anything.
      assert.notEqual(isUndone, isTaken, `round ${round}`)
      assert.equal((await harness.readReply(reply.id)).state, isTaken ? 'sending' : 'undone')
    }
  })

  check('a refused text becomes the draft, and never over a newer one', async (harness) => {
    const accountId = await harness.addAccount()
    const refused: ReplyChange = { reply: { state: 'refused', dueAt: null }, isDraftKept: true, isGivenBack: true }
    const reply = await harness.addReply({ accountId, dueAt: at(0), text: 'kept' })
    await harness.store.take(ask(reply, 1), () => ({ change: refused }))
    assert.equal(await harness.draftOf(reply), 'kept')
    await harness.writeDraft(reply, 'newer')
    const again = await harness.addReply({
      accountId,
      dueAt: at(0),
      text: 'older',
      conversationId: reply.conversationId,
    })
    await harness.store.take(ask(again, 1), () => ({ change: refused }))
    assert.equal(await harness.draftOf(reply), 'newer')
  })
}

const ask = (reply: ReplyRow, seconds: number) => ({
  replyId: reply.id,
  workspaceId: reply.workspaceId,
  now: at(seconds),
})

function heldBy(token: string, untilSecond: number) {
  return { leasedBy: token, leaseUntil: at(untilSecond), dueAt: at(untilSecond) }
}

function leaseOf(reply: ReplyRow, token: string): Lease {
  return { replyId: reply.id, workspaceId: reply.workspaceId, token, until: reply.leaseUntil ?? at(45) }
}

async function lanes({ store }: StoreHarness, seconds: number): Promise<string[]> {
  return (await store.due(at(seconds))).due.map((one) => one.lane)
}
