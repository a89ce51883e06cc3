import { useLingui } from '@lingui/react/macro'
import type { Row } from '#api/contract/shapes.ts'
import { isProblem } from '#web/api.ts'
import { openOffline } from '#web/offline/door.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { dropToast, showToast } from '#web/parts/toast.tsx'
import { type DecisionAsk, inTurn } from './decision-asks.ts'
import { type Decision, type ListAsk, leavesView } from './filters.ts'
import { patchConversation, refreshInbox } from './patch-answers.ts'
import { sendDecision } from './send-decision.ts'
import { changeInLists, decideInLists, type Places, placesOf, restoreInLists } from './standing-lists.ts'
import { takeBack, undoStack } from './undo.ts'
import type { Undoable } from './undo-stack.ts'

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
  /** The current conversation leaves: go to the next, and say so. */
  moveOn: (gone: readonly Subject[], did: string) => void
  show: (row: Subject) => void
  setProblem: (id: string, words: string | null) => void
}

/** A decision is seen at once, sent behind it, offered for undo, and put back with its reason where it failed. */
export function useRunPlan(ground: Ground): (plan: Plan) => Promise<void> {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const { setProblem } = ground
  const revert = (row: Subject, places: PlacesById): void => {
    const { state, waitUntil, waitsFor, owner, department, isUnread, noise, needsDecision } = row
    patchConversation(row.id, { state, waitUntil, waitsFor, owner, department, isUnread, noise, needsDecision })
    restoreInLists(row, places.get(row.id) ?? nowhere)
  }
  const undo = async (plan: Plan, { sent, places }: Sent): Promise<void> => {
    const did = plan.label
    const outcomes = await sent
    const done = plan.rows.flatMap((row, at) => {
      const outcome = outcomes[at]
      return outcome?.status === 'fulfilled' ? [{ row, changed: outcome.value }] : []
    })
    for (const { row } of done) revert(row, places)
    if (done[0] && !plan.isSilent) ground.show(done[0].row)
    const undone = await Promise.allSettled(
      done.map((one) => inTurn(one.row.id, () => undoOne(plan, { ...one, label: t`Taken back: ${did}` }))),
    )
    for (const outcome of undone) if (outcome.status === 'fulfilled') takeVersion(outcome.value)
    const failed = undone.find((outcome) => outcome.status === 'rejected')
    if (failed) showToast({ tone: 'failed', text: t`It could not be taken back. ${wordsOf(failed.reason)}` })
    refreshInbox()
  }
  const settle = async (plan: Plan, { sent, places }: Sent): Promise<unknown[]> =>
    (await sent).flatMap((outcome, at) => {
      // Our own change is no surprise to us: the next decision may build on its version.
      if (outcome.status === 'fulfilled') takeVersion(outcome.value)
      const row = plan.rows[at]
      if (outcome.status === 'fulfilled' || !row) return []
      revert(row, places)
      if (isProblem(outcome.reason, 'undecided')) askNextTime(row)
      setProblem(row.id, isProblem(outcome.reason, 'taken') ? t`Changed meanwhile` : t`Not saved`)
      return [outcome.reason]
    })
  return async (plan) => {
    for (const row of plan.rows) setProblem(row.id, null)
    const places = new Map(plan.rows.map((row) => [row.id, placesOf(row.id)]))
    apply(plan, ground)
    const sent = Promise.allSettled(
      plan.rows.map((row) => inTurn(row.id, () => sendDecision(row, plan.send(row), plan))),
    )
    const step: Undoable = { label: plan.label, undo: () => undo(plan, { sent, places }) }
    undoStack.push(step)
    if (!plan.isSilent) showToast({ id: toastId, text: plan.label, undo: () => void takeBack(step) })
    const reasons = await settle(plan, { sent, places })
    if (reasons.length === plan.rows.length) undoStack.drop(step)
    if (reasons.length > 0) {
      dropToast(toastId)
      showToast({ tone: 'failed', text: wordsOf(reasons[0]) })
    }
    refreshInbox()
  }
}
const toastId = 'decision'

type PlacesById = ReadonlyMap<string, Places>
type Sent = { sent: Promise<PromiseSettledResult<Changed>[]>; places: PlacesById }
const nowhere: Places = new Map()

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

function apply(plan: Plan, { question, moveOn }: Ground): void {
  const leaves = leavesView(question, plan.kind)
  for (const row of plan.rows) {
    patchConversation(row.id, plan.change)
    decideInLists(row, plan)
  }
  // Done, waiting, handed over: that one is behind us, also in a view that keeps showing it.
  const isBehindUs = ['finish', 'wait', 'handOver', 'noise', 'work'].includes(plan.kind)
  if (leaves || isBehindUs) moveOn(plan.rows, plan.label)
}

function takeVersion({ id, version }: Changed): void {
  changeInLists(id, { version })
  patchConversation(id, { version })
}

/** Somebody wrote meanwhile, or what we took for an answer is none: closing asks for a reason the next time. */
function askNextTime({ id }: Subject): void {
  changeInLists(id, { needsDecision: true })
  patchConversation(id, { needsDecision: true })
}
