import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { Row } from '#api/contract/shapes.ts'
import { isProblem } from '#web/api.ts'
import { openOffline } from '#web/offline/door.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { dropToast, showToast } from '#web/parts/toast.tsx'
import { type DecisionAsk, inTurn } from './decision-asks.ts'
import { type Decision, type ListAsk, leavesView } from './filters.ts'
import { patchConversation, refreshInbox } from './patch-answers.ts'
import { sendDecision } from './send-decision.ts'
import { takeBack, undoStack } from './undo.ts'
import type { Undoable } from './undo-stack.ts'
import type { List } from './use-list.ts'

/** What a decision is about: a card, or an open conversation that is not in the list. */
export type Subject = Row
export type Plan = {
  kind: Decision
  rows: readonly Subject[]
  label: string
  /** How the card looks at once. */
  change: Partial<Row>
  send: (row: Subject) => DecisionAsk
  undo: (row: Subject) => readonly DecisionAsk[]
  isSilent?: boolean
}
/** `key`: it waits in this browser for the connection. */
export type Changed = { id: string; version: number; key?: string }

export type Ground = {
  question: ListAsk
  list: List
  /** The current conversation leaves: go to the next, and say so. */
  moveOn: (gone: readonly Subject[], did: string) => void
  show: (row: Subject) => void
  setProblem: (id: string, words: string | null) => void
}

/** A decision is seen at once, sent behind it, offered for undo, and put back with its reason where it failed. */
export function useRunPlan(ground: Ground): (plan: Plan) => Promise<void> {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const { list, setProblem } = ground
  const places = useMemo(() => new Map(list.rows.map((row, at) => [row.id, at])), [list.rows])
  const revert = (row: Subject): void => {
    const { state, waitUntil, waitsFor, owner, department, isUnread, noise } = row
    patchConversation(row.id, { state, waitUntil, waitsFor, owner, department, isUnread, noise })
    list.change(row.id, row)
    const at = places.get(row.id)
    if (at !== undefined) list.putBack(row, at)
  }
  const undo = async (plan: Plan, sent: Promise<PromiseSettledResult<Changed>[]>): Promise<void> => {
    const did = plan.label
    const outcomes = await sent
    const done = plan.rows.flatMap((row, at) => {
      const outcome = outcomes[at]
      return outcome?.status === 'fulfilled' ? [{ row, changed: outcome.value }] : []
    })
    for (const { row } of done) revert(row)
    if (done[0] && !plan.isSilent) ground.show(done[0].row)
    const undone = await Promise.allSettled(
      done.map((one) => inTurn(one.row.id, () => undoOne(plan, { ...one, label: t`Taken back: ${did}` }))),
    )
    for (const outcome of undone) if (outcome.status === 'fulfilled') takeVersion(list, outcome.value)
    const failed = undone.find((outcome) => outcome.status === 'rejected')
    if (failed) showToast({ tone: 'failed', text: t`It could not be taken back. ${wordsOf(failed.reason)}` })
    refreshInbox()
  }
  const settle = (plan: Plan, outcomes: readonly PromiseSettledResult<Changed>[]): unknown[] =>
    outcomes.flatMap((outcome, at) => {
      // Our own change is no surprise to us: the next decision may build on its version.
      if (outcome.status === 'fulfilled') takeVersion(list, outcome.value)
      const row = plan.rows[at]
      if (outcome.status === 'fulfilled' || !row) return []
      revert(row)
      setProblem(row.id, isProblem(outcome.reason, 'taken') ? t`Changed meanwhile` : t`Not saved`)
      return [outcome.reason]
    })
  return async (plan) => {
    for (const row of plan.rows) setProblem(row.id, null)
    apply(plan, ground)
    const sent = Promise.allSettled(
      plan.rows.map((row) => inTurn(row.id, () => sendDecision(row, plan.send(row), plan))),
    )
    const step: Undoable = { label: plan.label, undo: () => undo(plan, sent) }
    undoStack.push(step)
    if (!plan.isSilent) showToast({ id: toastId, text: plan.label, undo: () => void takeBack(step) })
    const reasons = settle(plan, await sent)
    if (reasons.length === plan.rows.length) undoStack.drop(step)
    if (reasons.length > 0) {
      dropToast(toastId)
      showToast({ tone: 'failed', text: wordsOf(reasons[0]) })
    }
    refreshInbox()
  }
}
const toastId = 'decision'

/** What has not left is simply not sent; the rest is decided back, which may wait for the connection itself. */
type Done = { row: Subject; changed: Changed; label: string }
async function undoOne(plan: Plan, { row, changed, label }: Done): Promise<Changed> {
  if (changed.key && (await (await openOffline())?.queue()?.takeBack(changed.key))) return changed
  const { state, waitUntil, waitsFor, owner, department, isUnread } = row
  const change = { state, waitUntil, waitsFor, owner, department, isUnread }
  let last = changed
  for (const asked of plan.undo(row)) last = await sendDecision(row, asked, { label, change })
  return last
}

function apply(plan: Plan, { question, list, moveOn }: Ground): void {
  const leaves = leavesView(question, plan.kind)
  for (const row of plan.rows) {
    patchConversation(row.id, plan.change)
    if (leaves) list.drop(row)
    else list.change(row.id, plan.change)
  }
  // Done, waiting, handed over: that one is behind us, also in a view that keeps showing it.
  const isBehindUs = ['finish', 'wait', 'handOver', 'noise', 'work'].includes(plan.kind)
  if (leaves || isBehindUs) moveOn(plan.rows, plan.label)
}

function takeVersion(list: List, { id, version }: Changed): void {
  list.change(id, { version })
  patchConversation(id, { version })
}
