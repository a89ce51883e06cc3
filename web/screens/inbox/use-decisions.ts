import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useCallback, useMemo } from 'react'
import type { Conversation, Row } from '#api/contract/shapes.ts'
import { ask, isProblem, queries } from '#web/api.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { dropToast, showToast } from '#web/parts/toast.tsx'
import { type ListAsk, leavesView } from './filters.ts'
import { takeBack, undoStack } from './undo.ts'
import type { Undoable } from './undo-stack.ts'
import type { List } from './use-list.ts'
import type { Me } from './use-me.ts'

/** What a decision is about: a card, or an open conversation that is not in the list. */
export type Subject = Row
export type HandOverTo = { memberId: string | null; departmentId: string | null; name: string; reason: string }

export type Decisions = {
  finish: (rows: readonly Subject[]) => void
  reopen: (rows: readonly Subject[]) => void
  wait: (rows: readonly Subject[], until: Date) => void
  handOver: (rows: readonly Subject[], to: HandOverTo) => void
  claim: (row: Subject, options?: { takeOver?: boolean; isSilent?: boolean }) => Promise<void>
  release: (row: Subject) => void
  setRead: (row: Pick<Row, 'id' | 'isUnread'>, isRead: boolean) => void
  undo: () => void
}

type Kind = 'finish' | 'reopen' | 'wait' | 'handOver' | 'release' | 'claim'
type Plan = {
  kind: Kind
  rows: readonly Subject[]
  label: string
  /** How the card looks at once. */
  change: Partial<Row>
  send: (row: Subject) => Promise<{ id: string; version: number }>
  undo: (row: Subject) => Promise<unknown>
  isSilent?: boolean
}

type Given = {
  me: Me
  question: ListAsk
  list: List
  /** The current conversation leaves: go to the next, and say so. */
  moveOn: (gone: readonly Subject[], did: string) => void
  show: (row: Subject) => void
  setProblem: (id: string, words: string | null) => void
}

/** Everything decided about conversations: seen at once, sent behind it, and undone with one key. */
export function useDecisions(given: Given): Decisions {
  const { t } = useLingui()
  const fmt = useFmt()
  const run = useRun(given)
  const { member } = given.me
  const mine = member ? { id: member.id, name: member.name } : null
  const about = (rows: readonly Subject[]): string =>
    rows.length === 1
      ? (rows[0]?.title ?? '')
      : plural(rows.length, { one: '# conversation', other: '# conversations' })

  const decisions: Decisions = {
    finish: (rows) => {
      const title = about(rows)
      run({
        kind: 'finish',
        rows,
        label: t`Done: ${title}`,
        change: { state: 'done', isUnread: false },
        send: (row) =>
          ask('POST /api/conversations/{id}/finish', { params: { id: row.id }, body: { version: newestVersion(row) } }),
        undo: restore,
      })
    },
    reopen: (rows) => {
      const title = about(rows)
      run({
        kind: 'reopen',
        rows,
        label: t`Open again: ${title}`,
        change: { state: 'open', waitUntil: null },
        send: (row) => ask('POST /api/conversations/{id}/reopen', { params: { id: row.id }, body: {} }),
        undo: restore,
      })
    },
    wait: (rows, until) => {
      const title = about(rows)
      const when = fmt.moment(until)
      run({
        kind: 'wait',
        rows,
        label: t`Waits until ${when}: ${title}`,
        change: { state: 'waiting', waitUntil: until.toISOString(), isUnread: false },
        send: (row) => askWait(row.id, until.toISOString()),
        undo: restore,
      })
    },
    handOver: (rows, to) => {
      const title = about(rows)
      run({
        kind: 'handOver',
        rows,
        label: t`To ${to.name}: ${title}`,
        change: {
          owner: to.memberId ? { id: to.memberId, name: to.name } : null,
          ...(to.departmentId ? { department: { id: to.departmentId, name: to.name } } : {}),
        },
        send: (row) =>
          ask('POST /api/conversations/{id}/hand-over', {
            params: { id: row.id },
            body: { memberId: to.memberId, departmentId: to.departmentId, reason: to.reason },
          }),
        undo: (row) => giveBack(row, mine?.id),
      })
    },
    claim: (row, options) =>
      run({
        kind: 'claim',
        rows: [row],
        label: t`Yours now: ${row.title}`,
        change: { owner: mine },
        send: () =>
          ask('POST /api/conversations/{id}/claim', {
            params: { id: row.id },
            body: { takeOver: options?.takeOver ?? false },
          }),
        undo: () => giveBack(row, mine?.id),
        isSilent: options?.isSilent,
      }),
    release: (row) =>
      void run({
        kind: 'release',
        rows: [row],
        label: t`Nobody's again: ${row.title}`,
        change: { owner: null },
        send: () => ask('POST /api/conversations/{id}/release', { params: { id: row.id }, body: {} }),
        undo: () => ask('POST /api/conversations/{id}/claim', { params: { id: row.id }, body: { takeOver: true } }),
      }),
    setRead: (row, isRead) => {
      given.list.change(row.id, { isUnread: !isRead })
      patchConversation(row.id, { isUnread: !isRead })
      void ask('PUT /api/conversations/{id}/read', { params: { id: row.id }, body: { isRead } }).catch(() => {
        given.list.change(row.id, { isUnread: row.isUnread })
      })
    },
    undo: () => {
      const step = undoStack.take(Date.now())
      if (step) void takeBack(step)
      else showToast({ id: 'nothing-to-undo', text: t`Nothing left to take back.` })
    },
  }
  return decisions
}

/** Back to the state it had: open, waiting until then, or done. Whoever decides about what nobody had gets it; that goes back too. */
async function restore(row: Subject): Promise<unknown> {
  const restored = await restoreState(row)
  return row.owner ? restored : ask('POST /api/conversations/{id}/release', { params: { id: row.id }, body: {} })
}

function restoreState(row: Subject): Promise<unknown> {
  if (row.state === 'waiting' && row.waitUntil) return askWait(row.id, row.waitUntil)
  if (row.state === 'done') return ask('POST /api/conversations/{id}/finish', { params: { id: row.id }, body: {} })
  return ask('POST /api/conversations/{id}/reopen', { params: { id: row.id }, body: {} })
}

function askWait(id: string, until: string): Promise<{ id: string; version: number }> {
  return ask('POST /api/conversations/{id}/wait', { params: { id }, body: { until } })
}

/** To whoever had it before; to nobody when nobody had. */
function giveBack(row: Subject, myId: string | undefined): Promise<unknown> {
  const params = { id: row.id }
  if (!row.owner && !row.department) return ask('POST /api/conversations/{id}/release', { params, body: {} })
  if (row.owner && row.owner.id === myId)
    return ask('POST /api/conversations/{id}/claim', { params, body: { takeOver: true } })
  const body = { memberId: row.owner?.id ?? null, departmentId: row.department?.id ?? null, reason: '' }
  return ask('POST /api/conversations/{id}/hand-over', { params, body })
}

/** The version of the card, or of the open conversation where that was read later. */
function newestVersion(row: Subject): number {
  const known = queries.getQueriesData<Conversation>({ queryKey: ['GET /api/conversations/{id}'] })
  return Math.max(row.version, ...known.flatMap(([, read]) => (read?.id === row.id ? [read.version] : [])))
}

/** Lays a change over the open conversation, before the server says so. */
export function patchConversation(id: string, change: Partial<Conversation>): void {
  queries.setQueriesData<Conversation>({ queryKey: ['GET /api/conversations/{id}'] }, (before) =>
    before?.id === id ? { ...before, ...change } : before,
  )
}

export function refreshInbox(): void {
  for (const name of ['GET /api/conversations', 'GET /api/conversations/{id}', 'GET /api/views'] as const)
    void queries.invalidateQueries({ queryKey: [name] })
}

function useRun({ question, list, moveOn, show, setProblem }: Given): (plan: Plan) => Promise<void> {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const places = useMemo(() => new Map(list.rows.map((row, at) => [row.id, at])), [list.rows])

  const apply = useCallback(
    (plan: Plan) => {
      for (const row of plan.rows) {
        setProblem(row.id, null)
        patchConversation(row.id, plan.change)
        if (leavesView(question, plan.kind)) list.drop(row)
        else list.change(row.id, plan.change)
      }
      const isDecided = plan.kind !== 'claim' && plan.kind !== 'reopen' && plan.kind !== 'release'
      if (isDecided || leavesView(question, plan.kind)) moveOn(plan.rows, plan.label)
    },
    [question, list.drop, list.change, moveOn, setProblem],
  )
  const revert = useCallback(
    (row: Subject) => {
      const { state, waitUntil, owner, department, isUnread } = row
      patchConversation(row.id, { state, waitUntil, owner, department, isUnread })
      list.change(row.id, row)
      const at = places.get(row.id)
      if (at !== undefined) list.putBack(row, at)
    },
    [list.change, list.putBack, places],
  )
  // Our own change is no surprise to us: the next decision may build on it.
  const takeVersion = ({ id, version }: { id: string; version: number }): void => {
    list.change(id, { version })
    patchConversation(id, { version })
  }
  return async (plan) => {
    apply(plan)
    const sent = Promise.allSettled(plan.rows.map((row) => plan.send(row)))
    const step: Undoable = {
      label: plan.label,
      undo: async () => {
        dropToast(toastId)
        const outcomes = await sent
        const done = plan.rows.filter((_, at) => outcomes[at]?.status === 'fulfilled')
        for (const row of done) revert(row)
        if (done[0] && !plan.isSilent) show(done[0])
        const undone = await Promise.allSettled(done.map((row) => plan.undo(row)))
        const failed = undone.find((outcome) => outcome.status === 'rejected')
        if (failed) showToast({ tone: 'failed', text: t`It could not be taken back. ${wordsOf(failed.reason)}` })
        refreshInbox()
      },
    }
    undoStack.push(step)
    const toastId = plan.isSilent
      ? 'silent'
      : showToast({ id: 'decision', text: plan.label, undo: () => void takeBack(step) })
    const outcomes = await sent
    const failures = outcomes.flatMap((outcome, at) =>
      outcome.status === 'rejected' ? [{ row: plan.rows[at], why: outcome.reason }] : [],
    )
    for (const outcome of outcomes) if (outcome.status === 'fulfilled') takeVersion(outcome.value)
    for (const { row, why } of failures) {
      if (!row) continue
      revert(row)
      setProblem(row.id, isProblem(why, 'taken') ? t`Changed meanwhile` : t`Not saved`)
    }
    if (failures[0]) {
      if (failures.length === plan.rows.length) undoStack.drop(step)
      dropToast(toastId)
      showToast({ tone: 'failed', text: wordsOf(failures[0].why) })
    }
    refreshInbox()
  }
}

/** The same for one message, in whatever conversation it stands. */
export function patchMessage(id: string, change: Partial<Conversation['messages'][number]>): void {
  queries.setQueriesData<Conversation>({ queryKey: ['GET /api/conversations/{id}'] }, (before) =>
    before?.messages.some((message) => message.id === id)
      ? {
          ...before,
          messages: before.messages.map((message) => (message.id === id ? { ...message, ...change } : message)),
        }
      : before,
  )
}
