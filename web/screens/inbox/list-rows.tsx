import { useLingui } from '@lingui/react/macro'
import { useLocation } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { type RefObject, Suspense, useEffect, useMemo, useRef } from 'react'
import type { Row } from '#api/contract/shapes.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { useMarks } from '#web/offline/door.ts'
import { Btn } from '#web/parts/bits.tsx'
import { homePath } from '#web/place.ts'
import { withWordsBeside } from '#web/prefs.tsx'
import { Card } from './card.tsx'
import { cardPx, useDensity } from './density.ts'
import { whenCardIsWanted } from './focus-card.ts'
import { useInbox } from './inbox-context.ts'
import type { GroupName, HeadItem, ListItem } from './promise-groups.ts'
import { useMedia } from './use-media.ts'
import { useRowsInSight } from './use-rows-in-sight.ts'

const SwipeCards = lazyPart(() => withWordsBeside(import('./swipe-cards.tsx')).then((file) => file.SwipeCards))

const CompactCard = lazyPart(() => import('./compact-card.tsx').then((file) => file.CompactCard))

const headPx = 28
const marginPx = 6
const spareRows = 4
/** The next page is asked for when so many rows are left below. */
const askAheadRows = 15

/** Only what is on the screen exists; the head of the promise one is in stays on top. */
export function ListRows() {
  const { t } = useLingui()
  const { list, current, selected, problems, present, open, me, column } = useInbox()
  const marks = useMarks()
  const hasTouch = useMedia('(pointer: coarse)')
  const { items } = list
  const hrefOf = useCardHref()
  const hasTopics = useMemo(() => new Set(list.rows.map((row) => row.topics[0]?.id)).size > 1, [list.rows])
  const scroller = useRef<HTMLDivElement>(null)
  const density = useDensity()
  const rowPx = cardPx[density]
  const OneCard = density === 'compact' ? CompactCard : Card
  const heads = useMemo(() => items.flatMap((item, at) => (item.kind === 'head' ? [at] : [])), [items])
  const heights = useMemo(() => items.map((item) => heightOf(item, rowPx)), [items, rowPx])
  const shown = useRowsInSight({ heights, heads, spare: spareRows }, scroller)
  useScrollToCard(scroller, { isHere: column?.isActive ?? true, spanOf: (id) => stretchOf({ items, rowPx }, id) })
  const setSize = list.hasMore ? -1 : list.rows.length
  const last = shown.rows.at(-1)?.index ?? 0
  const { hasMore, fetchMore } = list
  useEffect(() => {
    if (hasMore && last >= items.length - askAheadRows) fetchMore()
  }, [hasMore, last, items.length, fetchMore])
  return (
    <div
      ref={scroller}
      className="thin-scroll relative isolate min-h-0 flex-1 overflow-x-clip overflow-y-auto px-2 pb-4 [overflow-anchor:none]"
    >
      <ul aria-label={t`Conversations`} className="relative" style={{ height: shown.height }}>
        {shown.rows.map(({ index, start }) => {
          const item = items[index]
          if (!item) return null
          const isStuck = index === shown.stuck
          return (
            <li
              key={item.key}
              aria-posinset={item.kind === 'row' ? item.position : undefined}
              aria-setsize={item.kind === 'row' ? setSize : undefined}
              className={clsx(
                'right-0 left-0 [contain:layout_style]',
                isStuck ? 'sticky top-0 z-10' : 'absolute focus-within:z-[6]',
                item.kind === 'head' && !isStuck && 'z-[5]',
              )}
              style={isStuck ? undefined : { top: start }}
            >
              {item.kind === 'head' ? (
                <Head head={item} isOpenEnded={list.hasMore && index === heads.at(-1)} />
              ) : (
                <Suspense>
                  <OneCard
                    row={item.row}
                    href={hrefOf(item.row)}
                    onOpen={open}
                    isCurrent={item.row.key === current || item.row.id === current}
                    isSelected={selected.has(item.row.id)}
                    hasSelection={selected.size > 0}
                    isDeparted={list.departedIds.has(item.row.id)}
                    hasTopics={hasTopics}
                    problem={problems.get(item.row.id)}
                    mark={marks.get(item.row.id)}
                    present={present.get(item.row.id)}
                  />
                </Suspense>
              )}
            </li>
          )
        })}
      </ul>
      <More />
      <Suspense>{hasTouch && me.canWrite && <SwipeCards scroller={scroller} />}</Suspense>
    </div>
  )
}

type Rows = { items: readonly ListItem[]; rowPx: number }

function heightOf(item: ListItem, rowPx: number): number {
  return item.kind === 'head' ? headPx : rowPx
}

/** Written by hand: a router link in every card costs more than all the rest of the card. */
function useCardHref(): (row: Row) => string {
  const { view, column } = useInbox()
  const inAddress = useLocation({ select: (location) => location.searchStr })
  const searchStr = column?.searchStr ?? inAddress
  return (row) => `${homePath()}/inbox/${encodeURIComponent(view)}/${row.key}${searchStr}`
}

/** Brings a card into sight, clear of the head above it, with as little movement as will do. */
type Cards = { isHere: boolean; spanOf: (id: string) => Stretch | undefined }
function useScrollToCard(scroller: RefObject<HTMLDivElement | null>, { isHere, spanOf }: Cards) {
  const latest = useRef(spanOf)
  latest.current = spanOf
  useEffect(() => {
    if (!isHere) return
    return whenCardIsWanted((id) => {
      const box = scroller.current
      const card = latest.current(id)
      if (!box || !card) return
      const highest = card.start - headPx - marginPx
      const lowest = card.end + marginPx - box.clientHeight
      if (box.scrollTop > highest) box.scrollTop = highest
      else if (box.scrollTop < lowest) box.scrollTop = lowest
    })
  }, [scroller, isHere])
}
type Stretch = { start: number; end: number }

/** Every height is known, so where a card stands is a sum. */
function stretchOf({ items, rowPx }: Rows, id: string): Stretch | undefined {
  let start = 0
  for (const item of items) {
    const size = heightOf(item, rowPx)
    if (item.key === id) return { start, end: start + size }
    start += size
  }
  return undefined
}

/** What is not read yet hangs below the last head: its count is a beginning. */
function Head({ head, isOpenEnded }: { head: HeadItem; isOpenEnded: boolean }) {
  const nameOf = useGroupName()
  return (
    <h2 className="flex h-7 items-center gap-2 bg-canvas px-2.5 text-meta font-semibold text-ink-3">
      {head.isBroken && <span className="size-1.5 rounded-full bg-crit" />}
      {nameOf(head.group)}
      <span className="num font-normal">
        {head.count}
        {isOpenEnded && '+'}
      </span>
      <span className="h-px flex-1 bg-line" />
    </h2>
  )
}

function useGroupName(): (group: GroupName) => string {
  const { t } = useLingui()
  return (group) => {
    switch (group) {
      case 'now':
        return t`Now`
      case 'withinHour':
        return t`Within the hour`
      case 'today':
        return t`Today`
      case 'later':
        return t`After today`
      case 'noHurry':
        return t`No hurry`
      case 3:
        return t`Look now`
      case 2:
        return t`High`
      case 1:
        return t`Raised`
      case 0:
        return t`Ordinary`
    }
  }
}

function More() {
  const { t } = useLingui()
  const { list } = useInbox()
  if (!list.hasMore) return null
  if (!list.moreError) return <p className="px-2.5 py-3 text-meta text-ink-3">{t`More is on its way…`}</p>
  return (
    <p className="flex items-center gap-2 px-2.5 py-3 text-meta text-ink-2">
      {t`The rest of the list did not come.`}
      <Btn small onClick={list.fetchMore}>{t`Try again`}</Btn>
    </p>
  )
}
