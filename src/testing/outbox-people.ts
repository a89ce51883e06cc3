import { hour, minute, second } from '#base/clock.ts'
import { canUndo } from '#domain/reply.ts'
import { afterHearing } from '#reply/heard-back.ts'
import { intentHash } from '#reply/intent-hash.ts'
import { toPerson } from '#reply/next-step.ts'
import { stopOver, write } from './memory-outbox-store.ts'
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
    if (random.chance(0.15)) {
      const lapsesMs = reply.atMs + random.below(40 * second)
      soon(world, lapsesMs, () => lapse(world, reply.id))
      if (random.chance(0.7)) soon(world, lapsesMs + random.below(2 * minute), () => approveAgain(world, reply.id))
    }
    if (random.chance(0.5)) {
      for (const hours of [1, 3]) soon(world, hours * hour + random.below(hour), () => settle(world, reply.id))
    }
  }
  const anAccount = () => random.pick(plan.accountIds)
  if (random.chance(0.12)) soon(world, random.below(40 * second), () => bumpEpoch(world, anAccount()))
  if (random.chance(0.3)) {
    const scope = random.chance(0.5) ? null : anAccount()
    // Half of them while an answer is about to leave, so that every moment of waiting in an attempt gets its stop.
    const leavesMs = random.pick(plan.replies).atMs + plan.undoMs
    const atMs = random.chance(0.5) ? random.below(40 * second) : leavesMs + random.below(150)
    soon(world, atMs, () => stop(world, scope))
    soon(world, atMs + random.between(1, 2 * minute), () => resume(world, scope))
  }
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
    intentHash: intentHash({ workspaceId, account, parent, text, visibility: 'public' }),
    stopEpoch: account.stopEpoch,
    stopNumber: stopOver(tables.stops, reply.accountId).number,
    dueAt: new Date(now.getTime() + plan.undoMs),
  })
}

/** They wrote again, or a rule was set: what was approved does not hold any more. Nobody tells the outbox. */
function lapse({ tables, time, history }: Simulation, id: string): void {
  if (!tables.replies.has(id)) return
  const approvers = { roleLeast: 'lead' as const, memberIds: [], departmentId: null }
  tables.missing.set(id, { need: { why: { kind: 'all' }, approvers, version: 1 }, lack: 'message' })
  history.lapsedAt.set(id, time.nowMs())
}

function approveAgain({ tables, time, history }: Simulation, id: string): void {
  const row = tables.replies.get(id)
  if (row?.state !== 'awaits_approval') return
  tables.missing.delete(id)
  history.lapsedAt.delete(id)
  const account = tables.accounts.get(row.accountId ?? '')
  const approval = history.approvals.get(id)
  if (account?.state !== 'connected' || account.nativeId !== approval?.account) return
  history.approvals.set(id, { ...approval, atMs: time.nowMs() })
  const dueAt = new Date(time.nowMs())
  const stopNumber = stopOver(tables.stops, account.id).number
  write(tables, row, { reply: { state: 'ready', dueAt, stopEpoch: account.stopEpoch, stopNumber } })
}

function undo({ tables, time, history }: Simulation, id: string): void {
  const row = tables.replies.get(id)
  if (!row || !canUndo(row.state)) return
  const settledAt = new Date(time.nowMs())
  write(tables, row, { reply: { state: 'undone', dueAt: null, settledAt }, isGivenBack: true })
  history.undone.add(id)
}

/** The older switch, of an account alone: it is over at once, and what was approved before it is looked at. */
function bumpEpoch({ tables, time, history }: Simulation, accountId: string): void {
  const account = tables.accounts.get(accountId)
  if (!account) return
  tables.accounts.set(accountId, { ...account, stopEpoch: account.stopEpoch + 1 })
  const atMs = time.nowMs()
  history.stops.push({ account: account.nativeId, scope: account.id, atMs, endMs: atMs, inFlight: 0 })
}

function stop({ tables, time, history }: Simulation, accountId: string | null): void {
  tables.stops.push({ accountId, isOn: true })
  const [atMs, endMs] = [time.nowMs(), Number.POSITIVE_INFINITY]
  for (const account of tables.accounts.values()) {
    if (accountId === null || account.id === accountId)
      history.stops.push({ account: account.nativeId, scope: accountId, atMs, endMs, inFlight: 0 })
  }
}

/** Sending goes on. What waited goes out, is a draft again, or is looked at; what is under way is nobody's to move. */
function resume({ tables, time, history, random }: Simulation, accountId: string | null): void {
  const at = tables.stops.findIndex((one) => one.isOn && one.accountId === accountId)
  if (at < 0) return
  tables.stops[at] = { accountId, isOn: false }
  const now = new Date(time.nowMs())
  for (const one of history.stops) if (one.scope === accountId) one.endMs = Math.min(one.endMs, now.getTime())
  const way = random.pick(['send', 'drafts', 'look'] as const)
  for (const account of tables.accounts.values()) {
    const { isOn, number } = stopOver(tables.stops, account.id)
    if (isOn) continue
    for (const row of tables.replies.values()) {
      if (row.accountId !== account.id || !['ready', 'held', 'waiting'].includes(row.state)) continue
      if (row.state !== 'held' && row.stopNumber >= number) continue
      const approval = history.approvals.get(row.id)
      if (way === 'send' && approval) {
        history.approvals.set(row.id, { ...approval, atMs: now.getTime() })
        write(tables, row, {
          reply: { state: 'ready', stopNumber: number, problem: null, heldAt: null, dueAt: row.dueAt ?? now },
        })
      } else if (way === 'drafts') {
        write(tables, row, { reply: { state: 'undone', dueAt: null, settledAt: now }, isGivenBack: true })
        history.undone.add(row.id)
      } else write(tables, row, toPerson('stopped'))
    }
  }
}

function removeAccount(world: Simulation, accountId: string): void {
  bumpEpoch(world, accountId)
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
    const { stopEpoch } = account
    const stopNumber = stopOver(tables.stops, account.id).number
    const again = { state: 'ready', attempts: 0, dueAt: now, problem: null, stopEpoch, stopNumber } as const
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
