import { minute, second } from '#base/clock.ts'
import {
  type ApprovalNeed,
  type ApprovalSettings,
  type ApproverFacts,
  approverRoles,
  isAmong,
  lackOf,
  usualApprovals,
} from '#domain/approval.ts'
import { needsApproval } from '#domain/needs-approval.ts'
import { noFacts } from '#domain/policy.ts'
import { isAtLeast, type Role } from '#domain/role.ts'
import { intentHash } from '#reply/intent-hash.ts'
import { mayOpenSocket, nextStep } from '#reply/next-step.ts'
import { leaseMs } from '#reply/outbox-limits.ts'
import type { Lease, ReplyRow, Situation } from '#reply/outbox-store.ts'
import { rule } from './approval-house.ts'
import {
  simulatedAccount,
  simulatedParent,
  simulatedReply,
  simulatedWorkspaceId as workspaceId,
} from './outbox-plan.ts'
import { type Random, seededRandom } from './seeded-random.ts'

/** What is said of an answer when it is sent; a mutant says something else. */
export type ApprovalChecks = { lackOf: typeof lackOf; looksOnceMore: boolean }
export const approvalChecks: ApprovalChecks = { lackOf, looksOnceMore: true }

type Given = { intentHash: string; at: number; by: string; isLate: boolean }
/** All that happened, in order: the judge reads this, and none of what the product keeps. */
type Line =
  | { what: 'text'; text: string }
  | { what: 'message' }
  | { what: 'approved'; by: string; text: string; isLate: boolean }
  | { what: 'taken back' }

export type ApprovalTally = { steps: number; sent: number; needed: number; stopped: number; wrongs: string[] }

const memberIds = ['m0', 'm1', 'm2', 'm3']
const account = simulatedAccount('account', new Date(0))
const parent = simulatedParent('parent')
const ability = { recovery: 'read-back', visibleWithinMs: second, canFind: true } as const

/**
 * One house after another, in which everybody does everything in any order while the product's own decisions send. People who should not approve do so
 * here, and the intake forgets to say that somebody wrote: what is asked in the sending transaction must hold by itself.
 */
export function tallyApprovals({
  seed,
  stepsLeast,
  checks = approvalChecks,
}: {
  seed: number
  stepsLeast: number
  checks?: ApprovalChecks
}): ApprovalTally {
  const random = seededRandom(seed)
  const tally: ApprovalTally = { steps: 0, sent: 0, needed: 0, stopped: 0, wrongs: [] }
  while (tally.steps < stepsLeast && tally.wrongs.length === 0) oneHouse(random, checks, tally)
  return tally
}

function oneHouse(random: Random, checks: ApprovalChecks, tally: ApprovalTally): void {
  const people = new Map<string, ApproverFacts>(
    memberIds.map((id) => [id, { id, role: random.pick(approverRoles), hasLeft: false, departmentIds: [] }]),
  )
  let settings = settingsOf(random)
  let version = 1
  let now = 0
  let isLate = false
  let heardAt = -1
  let given: Given | undefined
  let lease: Lease | undefined
  const writer = random.pick(memberIds)
  const planned = { id: 'reply', accountId: 'account', parentId: 'parent', text: 'answer', atMs: 0 }
  let reply: ReplyRow = { ...simulatedReply(planned, new Date(0)), writtenBy: writer }
  const history: Line[] = []
  const write = (text: string): void => {
    reply = { ...reply, text, intentHash: intentHash({ workspaceId, account, parent, text, visibility: 'public' }) }
    history.push({ what: 'text', text })
  }
  const wait = (): void => {
    reply = { ...reply, state: 'awaits_approval', dueAt: null, leasedBy: null, leaseUntil: null }
  }
  const needed = (): ApprovalNeed | undefined => {
    const role: Role = people.get(writer)?.role ?? 'member'
    return needsApproval(
      { version, settings },
      {
        facts: noFacts,
        departmentId: null,
        accountId: 'account',
        writer: { id: writer, role, sent: 0 },
        advice: null,
        isIncident: false,
        isHeld: false,
      },
    )
  }
  const situation = (): Situation => {
    const need = needed()
    const by = given && people.get(given.by)
    const said =
      given && by
        ? { intentHash: given.intentHash, isOvertaken: heardAt > given.at, by, isLate: given.isLate }
        : undefined
    const lack = checks.lackOf({ need, given: said, next: settings.nextApprovers, reply })
    const missing = need && lack ? { need, lack } : undefined
    return {
      reply,
      account,
      parent,
      mayWriterReply: true,
      stop: { number: 0, isOn: false },
      missing,
      isLaneBusy: false,
    }
  }
  const factsOf = (id: string): ApproverFacts =>
    people.get(id) ?? { id, role: 'observer', hasLeft: true, departmentIds: [] }
  write('answer')
  if (needed()) wait()
  else reply = { ...reply, state: 'ready', dueAt: new Date(0) }

  const steps: Record<string, () => void> = {
    edit: () => {
      if (reply.state !== 'awaits_approval' && random.chance(0.8)) return
      write(`answer ${random.below(4)}`)
      if (random.chance(0.5) && reply.state !== 'sending') wait()
    },
    approve: () => {
      if (reply.state !== 'awaits_approval') return
      // Mostly somebody who may: else hardly anything would ever be sent.
      const may = memberIds.filter(
        (id) => id !== writer && isAmong(needed()?.approvers ?? settings.allApprovers, factsOf(id)),
      )
      const by = random.pick(may.length > 0 && random.chance(0.7) ? may : memberIds)
      given = { intentHash: reply.intentHash, at: now, by, isLate }
      history.push({ what: 'approved', by, text: reply.text, isLate })
      reply = { ...reply, state: 'ready', dueAt: new Date(now), problem: null }
    },
    revoke: () => {
      if (reply.state !== 'ready' || !given) return
      given = undefined
      history.push({ what: 'taken back' })
      wait()
    },
    message: () => {
      heardAt = now
      history.push({ what: 'message' })
      if (random.chance(0.5) && reply.state !== 'sending') wait()
    },
    role: () => {
      const id = random.pick(memberIds)
      const one = people.get(id)
      if (one) people.set(id, { ...one, role: random.pick(approverRoles), hasLeft: random.chance(0.2) })
    },
    rules: () => {
      settings = settingsOf(random)
      version += 1
    },
    late: () => {
      isLate = reply.state === 'awaits_approval'
    },
    take: () => {
      if (!['ready', 'waiting'].includes(reply.state)) return
      // The next call is not about the pace of the account.
      const step = nextStep(situation(), { now: new Date(now), token: 'token', ability })
      if (step.do === 'leave') return
      reply = { ...reply, ...step.change.reply, attempts: 0 }
      if (step.do === 'send') lease = step.lease
      else tally.stopped += 1
    },
    call: () => {
      if (reply.state !== 'sending' || !lease) return
      const seen = checks.looksOnceMore ? situation() : { ...situation(), missing: undefined }
      const verdict = mayOpenSocket(seen, { lease, lookedAt: new Date(now), now: new Date(now) })
      lease = undefined
      if (!verdict.go) {
        tally.stopped += 1
        reply = { ...reply, ...(verdict.again ? { state: 'ready', dueAt: new Date(now) } : verdict.change.reply) }
        return
      }
      tally.sent += 1
      const required = needed()
      if (required) tally.needed += 1
      const wrong = judge({ history, people, settings, required, reply, writer })
      if (wrong) tally.wrongs.push(`step ${tally.steps}: ${wrong}; ${JSON.stringify(history.slice(-6))}`)
      reply = { ...reply, state: 'sent', dueAt: null }
    },
  }
  const names = [...Object.keys(steps), 'approve', 'approve', 'take', 'take', 'take', 'call', 'call', 'call', 'call']
  for (let count = 0; count < 60 && reply.state !== 'sent'; count += 1) {
    now += random.below(leaseMs / 8) + 1
    tally.steps += 1
    steps[random.pick(names)]?.()
  }
  // What was never sent is no wrong: it waits.
  now += minute
}

function settingsOf(random: Random): ApprovalSettings {
  const approvers = () => ({
    roleLeast: random.pick([null, ...approverRoles]),
    memberIds: random.chance(0.5) ? [random.pick(memberIds)] : [],
    departmentId: null,
  })
  const rules = random.chance(0.7)
    ? [rule({ approvers: approvers(), writerRoleMost: random.pick([null, ...approverRoles]) })]
    : []
  return {
    ...usualApprovals,
    ...{ rules, all: random.pick(['never', 'always'] as const), allApprovers: approvers(), nextApprovers: approvers() },
  }
}

/** Whoever knows everything, and asks none of the product's functions about the approval. */
function judge({
  history,
  people,
  settings,
  required,
  reply,
  writer,
}: {
  history: readonly Line[]
  people: ReadonlyMap<string, ApproverFacts>
  settings: ApprovalSettings
  required: ApprovalNeed | undefined
  reply: ReplyRow
  writer: string
}): string | undefined {
  if (!required) return undefined
  const at = history.findLastIndex((line) => line.what === 'approved')
  const approval = history[at]
  if (approval?.what !== 'approved') return 'sent without any approval'
  const since = history.slice(at + 1)
  if (since.some(({ what }) => what === 'taken back')) return 'sent after the approval was taken back'
  if (since.some(({ what }) => what === 'message')) return 'sent though they wrote since'
  if (approval.text !== reply.text) return 'sent in other words than were approved'
  if (approval.by === writer) return 'approved by who wrote it'
  const by = people.get(approval.by)
  if (!by || by.hasLeft) return 'approved by somebody who is gone'
  const lists = [required.approvers, ...(approval.isLate ? [settings.nextApprovers] : [])]
  const isAsked = lists.some(
    ({ roleLeast, memberIds: named }) => named.includes(by.id) || (roleLeast !== null && isAtLeast(by.role, roleLeast)),
  )
  return isAsked ? undefined : 'approved by somebody who was not asked'
}
