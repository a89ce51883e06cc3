import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { Ask } from '#api/contract/contract.ts'
import type { Row } from '#api/contract/shapes.ts'
import type { WaitKind } from '#domain/wait.ts'
import { ask } from '#web/api.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { showToast } from '#web/parts/toast.tsx'
import { homePath } from '#web/place.ts'
import { type DecisionAsk, giveBack, newestVersion, restore, unsayNoise } from './decision-asks.ts'
import { patchConversation } from './patch-answers.ts'
import { type Ground, type Plan, type Subject, useRunPlan } from './run-plan.ts'
import { changeInLists } from './standing-lists.ts'
import { takeBack, undoStack } from './undo.ts'
import type { Me } from './use-me.ts'

export type HandOverTo = { memberId: string | null; departmentId: string | null; name: string; reason: string }

/** Until a moment, or what it waits for instead. */
export type Wait = Date | Exclude<WaitKind, 'time'>

type Given = NonNullable<Ask<'POST /api/conversations/{id}/finish'>['body']['decision']>
/** Why it is closed without an answer, with the name of the reason for the words about it. */
export type Choice = Given & { name?: string }

export type Decisions = {
  /** What nobody answered takes a choice with it. */
  finish: (rows: readonly Subject[], choice?: Choice) => void
  reopen: (rows: readonly Subject[]) => void
  wait: (rows: readonly Subject[], until: Wait) => void
  handOver: (rows: readonly Subject[], to: HandOverTo) => void
  /** It holds at once, and teaches. */
  sayNoise: (rows: readonly Subject[]) => void
  sayWork: (rows: readonly Subject[]) => void
  claim: (rows: readonly Subject[], options?: { takeOver?: boolean; isSilent?: boolean }) => Promise<void>
  release: (rows: readonly Subject[]) => void
  setRead: (row: Pick<Row, 'id' | 'isUnread'>, isRead: boolean) => void
  undo: () => void
  copyLink: (row: Pick<Row, 'key'>) => void
  copyText: (text: string) => void
}

/** Everything decided about conversations: seen at once, sent behind it, and undone with one key. */
export function useDecisions(given: Ground & { me: Me }): Decisions {
  const { t } = useLingui()
  const run = useRunPlan(given)
  return {
    ...useStateDecisions(run),
    ...useOwnerDecisions(run, given.me),
    ...useNoiseDecisions(run),
    setRead: setRead,
    copyLink: ({ key }) => void copy(`${window.location.origin}${homePath()}/c/${key}`, t`The link is copied.`),
    copyText: (text) => void copy(text, t`The text is copied.`),
    undo: () => {
      const step = undoStack.take(Date.now())
      if (step) void takeBack(step)
      else showToast({ id: 'nothing-to-undo', text: t`Nothing left to take back.` })
    },
  }
}

type Run = (plan: Plan) => Promise<void>

/** What it is about, in a toast: its title, or how many. */
function about(rows: readonly Subject[]): string {
  if (rows.length === 1) return rows[0]?.title ?? ''
  return plural(rows.length, { one: '# conversation', other: '# conversations' })
}

function useStateDecisions(run: Run): Pick<Decisions, 'finish' | 'reopen' | 'wait'> {
  const { t } = useLingui()
  const fmt = useFmt()
  return {
    finish: (rows, choice) => {
      const title = about(rows)
      const { name = '', ...decision } = choice ?? {}
      const label = name ? t`No answer (${name}): ${title}` : t`Done: ${title}`
      const given = choice ? { decision: decision as Given } : {}
      const send = (row: Subject): DecisionAsk => ({
        name: 'POST /api/conversations/{id}/finish',
        body: { version: newestVersion(row), ...given },
      })
      const change = { state: 'done' as const, isUnread: false, needsDecision: false }
      void run({ kind: 'finish', rows, label, change, send, undo: restore })
    },
    reopen: (rows) => {
      const title = about(rows)
      const label = t`Open again: ${title}`
      const send = (): DecisionAsk => ({ name: 'POST /api/conversations/{id}/reopen', body: {} })
      void run({ kind: 'reopen', rows, label, change: { state: 'open', waitUntil: null }, send, undo: restore })
    },
    wait: (rows, wait) => {
      const title = about(rows)
      const when = wait instanceof Date ? fmt.moment(wait) : ''
      const labels = {
        time: t`Waits until ${when}: ${title}`,
        answer: t`Waits for an answer: ${title}`,
        growth: t`Quiet until it grows: ${title}`,
      }
      const waitsFor: WaitKind = wait instanceof Date ? 'time' : wait
      const label = labels[waitsFor]
      const waitUntil = wait instanceof Date ? wait.toISOString() : null
      const body = { waitsFor, until: waitUntil }
      const send = (): DecisionAsk => ({ name: 'POST /api/conversations/{id}/wait', body })
      void run({
        kind: 'wait',
        rows,
        label,
        change: { state: 'waiting', waitUntil, waitsFor, isUnread: false },
        send,
        undo: restore,
      })
    },
  }
}

function useNoiseDecisions(run: Run): Pick<Decisions, 'sayNoise' | 'sayWork'> {
  const { t } = useLingui()
  const sends = (said: 'noise' | 'work') => (): DecisionAsk => ({
    name: 'POST /api/conversations/{id}/noise',
    body: { said },
  })
  return {
    sayNoise: (rows) => {
      const title = about(rows)
      const noise = { kind: 'hand' as const, words: [], back: null }
      const change = { state: 'noise' as const, noise, isUnread: false }
      void run({ kind: 'noise', rows, label: t`Noise: ${title}`, change, send: sends('noise'), undo: unsayNoise })
    },
    sayWork: (rows) => {
      const title = about(rows)
      const change = { state: 'open' as const }
      void run({ kind: 'work', rows, label: t`No noise: ${title}`, change, send: sends('work'), undo: unsayNoise })
    },
  }
}

function useOwnerDecisions(run: Run, { member }: Me): Pick<Decisions, 'handOver' | 'claim' | 'release'> {
  const { t } = useLingui()
  const mine = member ? { id: member.id, name: member.name } : null
  const undo = (row: Subject) => giveBack(row, mine?.id)
  return {
    handOver: (rows, { name, ...body }) => {
      const title = about(rows)
      const { memberId, departmentId } = body
      const change = {
        owner: memberId ? { id: memberId, name } : null,
        ...(departmentId ? { department: { id: departmentId, name } } : {}),
      }
      const send = (): DecisionAsk => ({ name: 'POST /api/conversations/{id}/hand-over', body })
      void run({ kind: 'handOver', rows, label: t`To ${name}: ${title}`, change, send, undo })
    },
    claim: (rows, { takeOver = false, isSilent } = {}) => {
      const title = about(rows)
      const send = (): DecisionAsk => ({ name: 'POST /api/conversations/{id}/claim', body: { takeOver } })
      return run({
        kind: 'claim',
        rows,
        label: t`Yours now: ${title}`,
        change: { owner: mine },
        send,
        undo,
        isSilent,
      })
    },
    release: (rows) => {
      const title = about(rows)
      const send = (): DecisionAsk => ({ name: 'POST /api/conversations/{id}/release', body: {} })
      void run({
        kind: 'release',
        rows,
        label: t`Nobody's again: ${title}`,
        change: { owner: null },
        send,
        undo,
      })
    },
  }
}

async function copy(text: string, said: string): Promise<void> {
  await navigator.clipboard.writeText(text)
  showToast({ text: said })
}

function setRead(row: Pick<Row, 'id' | 'isUnread'>, isRead: boolean): void {
  const show = (isUnread: boolean): void => {
    changeInLists(row.id, { isUnread })
    patchConversation(row.id, { isUnread })
  }
  show(!isRead)
  // Not worth a word when it fails: the dot comes back, and the next look tries it again.
  ask('PUT /api/conversations/{id}/read', { params: { id: row.id }, body: { isRead } }).catch(() => show(row.isUnread))
}
