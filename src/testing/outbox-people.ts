import { hour, minute, second } from '#base/clock.ts'
import { canUndo } from '#domain/reply.ts'
import { afterHearing } from '#reply/heard-back.ts'
import { intentHash } from '#reply/intent-hash.ts'
import { write } from './memory-outbox-store.ts'
import { type PlannedReply, simulatedReply, simulatedWorkspaceId as workspaceId } from './outbox-plan.ts'
import type { Simulation } from './outbox-world.ts'

/** All that people, bugs and the other side of the house do in a world, put on its clock. */
export function schedulePeople(world: Simulation): void {
  const { plan, random } = world
  for (const reply of plan.replies) {
    soon(world, reply.atMs, () => approve(world, reply))
    if (random.chance(0.15))
      soon(world, reply.atMs + random.below(2 * plan.undoMs + second), () => undo(world, reply.id))
    if (random.chance(0.05)) soon(world, reply.atMs + random.below(5 * minute), () => undo(world, reply.id))
    if (random.chance(0.04)) soon(world, reply.atMs + random.below(15 * second), () => tamper(world, reply.id))
    if (random.chance(0.5)) {
      for (const hours of [1, 3]) soon(world, hours * hour + random.below(hour), () => settle(world, reply.id))
    }
  }
  const anAccount = () => random.pick(plan.accountIds)
  if (random.chance(0.12)) soon(world, random.below(40 * second), () => stop(world, anAccount()))
  if (random.chance(0.06)) soon(world, random.below(3 * minute), () => removeAccount(world, anAccount()))
  if (random.chance(0.06))
    soon(world, random.below(40 * second), () => deleteParent(world, random.pick(plan.parentIds)))
  if (random.chance(0.4)) for (const atSecond of [20, 60, 140, 300]) soon(world, atSecond * second, () => listen(world))
}

function soon(world: Simulation, delayMs: number, work: () => void): void {
  world.peopleLeft += 1
  world.time.at(delayMs, () => {
    world.peopleLeft -= 1
    work()
    for (const bell of world.bells) bell.ring()
  })
}

function approve({ tables, time, history, plan }: Simulation, reply: PlannedReply): void {
  const now = new Date(time.nowMs())
  const account = tables.accounts.get(reply.accountId)
  const parent = tables.parents.get(reply.parentId)
  if (account?.state !== 'connected' || !parent || parent.deletedAt) return
  const { text } = reply
  history.approvals.set(reply.id, { account: account.nativeId, parent: parent.nativeId, text, atMs: time.nowMs() })
  tables.replies.set(reply.id, {
    ...simulatedReply(reply, now),
    intentHash: intentHash({ workspaceId, account, parent, text }),
    stopEpoch: account.stopEpoch,
    dueAt: new Date(now.getTime() + plan.undoMs),
  })
}

function undo({ tables, time, history }: Simulation, id: string): void {
  const row = tables.replies.get(id)
  if (!row || !canUndo(row.state)) return
  const settledAt = new Date(time.nowMs())
  write(tables, row, { reply: { state: 'undone', dueAt: null, settledAt }, isGivenBack: true })
  history.undone.add(id)
}

function stop({ tables, time, history }: Simulation, accountId: string): void {
  const account = tables.accounts.get(accountId)
  if (!account) return
  tables.accounts.set(accountId, { ...account, stopEpoch: account.stopEpoch + 1 })
  history.stops.push({ account: account.nativeId, atMs: time.nowMs() })
}

function removeAccount(world: Simulation, accountId: string): void {
  stop(world, accountId)
  const account = world.tables.accounts.get(accountId)
  if (account) world.tables.accounts.set(accountId, { ...account, state: 'removed', credentials: '' })
}

function deleteParent({ tables, time }: Simulation, id: string): void {
  const parent = tables.parents.get(id)
  if (parent) tables.parents.set(id, { ...parent, deletedAt: new Date(time.nowMs()) })
}

/** Somebody, or a bug, points a waiting reply at another account, or changes its text. */
function tamper({ tables, plan, random }: Simulation, id: string): void {
  const row = tables.replies.get(id)
  if (!row || !canUndo(row.state)) return
  const accountId = plan.accountIds.find((one) => one !== row.accountId)
  const changed = accountId && random.chance(0.5) ? { accountId } : { text: `${row.text}!` }
  tables.replies.set(id, { ...row, ...changed })
}

/** A person opens the post, sees whether the answer stands, and says so. */
function settle({ tables, time, history, posts, random }: Simulation, id: string): void {
  const row = tables.replies.get(id)
  if (row?.state !== 'needs_person') return
  const now = new Date(time.nowMs())
  const account = tables.accounts.get(row.accountId ?? '')
  const approval = history.approvals.get(id)
  const post = posts.find((one) => one.key === id)
  if (post) {
    write(tables, row, { reply: { state: 'sent', nativeId: post.nativeId, settledAt: now } })
  } else if (
    approval &&
    account?.state === 'connected' &&
    account.nativeId === approval.account &&
    random.chance(0.7)
  ) {
    history.approvals.set(id, { ...approval, atMs: time.nowMs() })
    const again = { state: 'ready', attempts: 0, dueAt: now, problem: null, stopEpoch: account.stopEpoch } as const
    write(tables, row, { reply: again })
  } else {
    write(tables, row, { reply: { state: 'undone', settledAt: now } })
  }
}

/** Our own posts come by in the stream, and prove that they stand. */
function listen({ tables, time, posts }: Simulation): void {
  for (const post of posts) {
    const row = tables.replies.get(post.key)
    const change = row && post.visibleMs <= time.nowMs() && afterHearing(row, post, new Date(time.nowMs()))
    if (row && change) write(tables, row, change)
  }
}
