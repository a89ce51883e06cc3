import { useLingui } from '@lingui/react/macro'
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Row } from '#api/contract/shapes.ts'
import { ask, keyOf, queries } from '#web/api.ts'
import type { InboxSearch } from '#web/inbox-search.ts'
import { announce } from '#web/parts/toast.tsx'
import { useSession } from '#web/session.ts'
import { useAuthorShown } from './author-shown.ts'
import { listAsk } from './filters.ts'
import { focusCard } from './focus-card.ts'
import type { ComposerHandle, Inbox, InboxDialog, ViewPlace } from './inbox-context.ts'
import { step } from './list-window.ts'
import { practiceIn, practicePath } from './practice-path.ts'
import { usePresence } from './presence.ts'
import type { Subject } from './run-plan.ts'
import { decideInLists, placesOf, questionWith, restoreInLists } from './standing-lists.ts'
import { useColumnsHere, useIsInColumns } from './use-columns-here.ts'
import { rowOf, useConversation } from './use-conversation.ts'
import { useDecisions } from './use-decisions.ts'
import { type List, useList } from './use-list.ts'
import { useMe } from './use-me.ts'
import { fourPanes, sideBySide, useMedia } from './use-media.ts'
import { useSame, useSteady } from './use-steady.ts'
import { whenDrawn } from './when-drawn.ts'
import { dropWish } from './wish.ts'
import { nameOf } from './words.ts'

/** Everything the panes of the inbox share. */
export function useInboxState(): Inbox {
  const [{ current, view, search }, { isAfterDecision, isStepping }, goAhead] = useAhead(useAddress())
  const question = useMemo(() => listAsk(view, search), [view, search])
  const me = useSame(useMe())
  const [columns, stepTo] = useColumnsHere({ current, isStepping, isInColumns: useIsInColumns() })
  const list = useSame(useList(question))
  const navigate = useNavigate()
  const [selected, toggleSelected, clearSelected] = useSelected()
  const [problems, setProblem] = useProblems()
  const present = usePresence()
  const [dialog, openDialog] = useState<InboxDialog>(null)
  const [isAuthorShown, toggleAuthor] = useAuthorShown()
  const hasFourPanes = useMedia(fourPanes) && !columns
  const showAuthor = () => {
    if (!hasFourPanes) openDialog({ kind: 'author' })
    else if (!isAuthorShown) toggleAuthor()
  }
  const composer = useRef<ComposerHandle | null>(null)
  const opened = useConversation(current).data
  const listed = list.rows.find((row) => row.key === current || row.id === current)
  const currentRow = useMemo(() => listed ?? (opened ? rowOf(opened) : undefined), [listed, opened])

  const open = useCallback<Inbox['open']>(
    (row, options) => {
      dropWish()
      // The list keeps its own place: the router would put it back to where it stood before the step.
      const { view: to, search: narrowed } = options?.place ?? { view, search }
      const how = { search: narrowed, replace: options?.replace ?? true, resetScroll: false }
      const go = (): Promise<void> =>
        row
          ? navigate({ to: '/inbox/$view/$conversation', params: { view: to, conversation: row.key }, ...how })
          : navigate({ to: '/inbox/$view', params: { view: to }, ...how })
      stepTo(row?.key)
      const isAfterDecision = options?.isAfterDecision ?? false
      // The field that was written in still stands for a moment: the next key is not for it.
      if (isAfterDecision && document.activeElement instanceof HTMLTextAreaElement) document.activeElement.blur()
      goAhead({ current: row?.key, isAfterDecision, view: to, search: narrowed }, go)
      if (row && !options?.isQuiet) focusCard(row.id)
    },
    [navigate, view, search, goAhead, stepTo],
  )
  const setSearch = useCallback(
    (next: InboxSearch) => void navigate({ to: '/inbox/$view', params: { view }, search: next, resetScroll: false }),
    [navigate, view],
  )
  const openPile = (row: Pick<Row, 'key'>) =>
    void navigate({ to: '/pile/$conversation', params: { conversation: row.key } })
  const { moveOn, rowBy } = useMoveOn({ rows: list.rows, current, open })
  const show = (row: Row) => open(row, { isAfterDecision: true, place: placeOf(row, { list, isInColumns: !!columns }) })
  const decide = useSteady(useDecisions({ me, question, moveOn, show, setProblem }))
  const leave: Inbox['leave'] = (row, kind) => {
    const places = placesOf(row.id)
    decideInLists(row, { kind, change: {} })
    moveOn([row], row.title)
    return () => {
      restoreInLists(row, places)
      // Opened by its address: it comes to stand where it can be seen.
      if (places.size === 0) list.putBack(row, 0)
    }
  }
  useFirst({ rows: list.rows, current, open, isPracticing: me.isPracticing, isInColumns: !!columns })
  useNextAtHand(list.rows, current)
  // Three drawings follow a step: what it means, the address, and its arrival. Only the first has anything to draw.
  return useSteady({
    ...{ me, view, search, ask: question, list, current, currentRow, open, setSearch, decide, columns },
    ...{ selected, toggleSelected, clearSelected, problems, dialog, openDialog, composer, isAuthorShown, toggleAuthor },
    ...{ showAuthor, openPile, leave, present, rowBy, isAfterDecision },
  })
}

/** Taken back in another column than one is in: that is where it stands again. */
function placeOf(row: Row, { list, isInColumns }: { list: List; isInColumns: boolean }): ViewPlace | undefined {
  if (!isInColumns || list.rows.some(({ id }) => id === row.id)) return undefined
  const question = questionWith(row.id)
  if (!question) return undefined
  const { view, ...search } = question
  return { view, search }
}

type Address = ViewPlace & { current: string | undefined }
type Step = Address & { isAfterDecision: boolean }

function useAddress(): Address {
  const { view = 'all', conversation: current } = useParams({ strict: false })
  return { view, search: useSearch({ from: '/shell/inbox/$view' }), current }
}

/**
 * Where one is, at once: the address follows when that stands on the screen, and a quick second key must already be about the next
 * one. A step back in the browser counts as soon as no step of ours is under way.
 */
function useAhead(address: Address) {
  const [ahead, setAhead] = useState<Step>()
  const [isAfterDecision, setAfterDecision] = useState(false)
  const latest = useRef<Step>(undefined)
  useEffect(() => {
    return () => {
      latest.current = undefined
    }
  }, [])
  const goAhead = useCallback((step: Step, go: () => Promise<void>) => {
    latest.current = step
    setAhead(step)
    setAfterDecision(step.isAfterDecision)
    const from = window.location.href
    const follow = async (): Promise<void> => {
      await whenDrawn()
      // Overtaken by another step of ours, or gone elsewhere.
      if (latest.current === step && window.location.href === from) await go()
    }
    const arrived = (): void => setAhead((now) => (now === step ? undefined : now))
    follow().then(arrived, arrived)
  }, [])
  return [ahead ?? address, { isAfterDecision, isStepping: ahead !== undefined }, goAhead] as const
}

/** After a decision the next conversation opens by itself, unless somebody wants to stay; and who it is gets said. */
function useMoveOn({ rows, current, open }: Place) {
  const { t } = useLingui()
  const opensNext = useSession().user?.opensNext ?? true
  /** Who stayed with what is gone from the list goes on from where that stood. */
  const stayedAt = useRef<{ current: string | undefined; at: number }>(undefined)
  const moveOn = useCallback(
    (gone: readonly Subject[], did: string) => {
      const goneIds = new Set(gone.map((row) => row.id))
      const isCurrent = gone.some((row) => row.key === current || row.id === current)
      const at = rows.findIndex((row) => row.key === current || row.id === current)
      if (isCurrent) stayedAt.current = { current, at }
      if (!isCurrent || !opensNext) return announce(did)
      const next =
        rows.slice(at + 1).find((row) => !goneIds.has(row.id)) ??
        rows.slice(0, Math.max(at, 0)).findLast((row) => !goneIds.has(row.id))
      open(next, { isAfterDecision: true })
      const name = next && nameOf(next.author, next.title)
      announce(name ? t`${did}. Next: ${name}` : t`${did}. That was the last one.`)
    },
    [rows, current, open, opensNext, t],
  )
  const rowBy = (by: 1 | -1) => {
    const here = rows.find((row) => row.key === current || row.id === current)
    const stayed = stayedAt.current
    if (here || !stayed || stayed.current !== current || stayed.at < 0) return step(rows, here?.id, by)
    return rows[by === 1 ? stayed.at : stayed.at - 1] ?? rows.at(by === 1 ? -1 : 0)
  }
  return { moveOn, rowBy }
}
type Place = { rows: readonly Row[]; current: string | undefined; open: Inbox['open'] }

/** Side by side there is always one open: the most pressing, unless the address says otherwise. */
type First = Place & { isPracticing: boolean; isInColumns: boolean }
function useFirst({ rows, current, open, isPracticing, isInColumns }: First) {
  const isWide = useMedia(sideBySide) && !isInColumns
  const first = isPracticing ? firstPractice : rows[0]
  const isOver = practiceIn(current) !== undefined && !isPracticing
  const router = useRouter()
  useEffect(() => {
    // Whoever pressed the way to another screen while the list was coming is on it already, though this one still stands.
    if (!router.latestLocation.pathname.startsWith('/inbox')) return
    if (isOver) open(isWide ? rows[0] : undefined, { isQuiet: true })
    else if (isWide && !current && first) open(first, { isQuiet: true })
  }, [isOver, isWide, current, first, rows, open, router])
}
const firstPractice = { id: practicePath('reply'), key: practicePath('reply') }

/** The one below is fetched before it is asked for. */
function useNextAtHand(rows: readonly Row[], current: string | undefined) {
  const at = rows.findIndex((row) => row.key === current || row.id === current)
  const nextKey = at < 0 ? undefined : rows[at + 1]?.key
  useEffect(() => {
    if (!nextKey) return
    const given = { params: { id: nextKey } }
    const fetchNext = (): void =>
      void queries.prefetchQuery({
        queryKey: keyOf('GET /api/conversations/{id}', given),
        queryFn: ({ signal }) => ask('GET /api/conversations/{id}', given, signal),
      })
    // When this one is drawn: what a key causes is done before the key is answered.
    const timer = setTimeout(fetchNext)
    return () => clearTimeout(timer)
  }, [nextKey])
}

function useSelected() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback(
    (id: string) =>
      setSelected((before) =>
        before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
      ),
    [],
  )
  const clear = useCallback(() => setSelected(new Set()), [])
  return [selected, toggle, clear] as const
}

function useProblems() {
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map())
  const set = useCallback(
    (id: string, words: string | null) =>
      setProblems((before) => {
        if (words === null && !before.has(id)) return before
        const after = new Map(before)
        if (words === null) after.delete(id)
        else after.set(id, words)
        return after
      }),
    [],
  )
  return [problems, set] as const
}
