import { useLingui } from '@lingui/react/macro'
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { clsx } from 'clsx'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { PromiseGroup } from '#domain/conversation.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Card, cardPx } from './card.tsx'
import { whenCardIsWanted } from './focus-card.ts'
import { useInbox } from './inbox-context.ts'
import type { HeadItem, ListItem } from './promise-groups.ts'

const headPx = 28
const overscanRows = 8
/** The next page is asked for when so many rows are left below. */
const askAheadRows = 15

/** Only what is on the screen exists; the head of the promise one is in stays on top. */
export function ListRows() {
  const { t } = useLingui()
  const { list } = useInbox()
  const { items } = list
  const scroller = useRef<HTMLDivElement>(null)
  const heads = useMemo(() => items.flatMap((item, at) => (item.kind === 'head' ? [at] : [])), [items])
  const stuck = useRef<number | undefined>(undefined)
  const rangeExtractor = useCallback(
    (range: Range) => {
      stuck.current = heads.findLast((at) => at <= range.startIndex)
      const shown = new Set([...(stuck.current === undefined ? [] : [stuck.current]), ...defaultRangeExtractor(range)])
      return [...shown].toSorted((a, b) => a - b)
    },
    [heads],
  )
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (items[at]?.kind === 'head' ? headPx : cardPx),
    getItemKey: (at) => items[at]?.key ?? at,
    overscan: overscanRows,
    scrollPaddingStart: headPx + 4,
    scrollPaddingEnd: 8,
    rangeExtractor,
  })
  useScrollToCard(items, virtual.scrollToIndex)
  const setSize = list.hasMore ? -1 : list.rows.length
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  const { hasMore, fetchMore } = list
  useEffect(() => {
    if (hasMore && last >= items.length - askAheadRows) fetchMore()
  }, [hasMore, last, items.length, fetchMore])
  return (
    <div ref={scroller} className="thin-scroll min-h-0 flex-1 overflow-y-auto px-2 pb-4 [overflow-anchor:none]">
      <ul aria-label={t`Conversations`} className="relative" style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ key, index, start }) => {
          const item = items[index]
          if (!item) return null
          const isStuck = index === stuck.current
          return (
            <li
              key={key}
              aria-posinset={item.kind === 'row' ? item.position : undefined}
              aria-setsize={item.kind === 'row' ? setSize : undefined}
              data-index={index}
              ref={virtual.measureElement}
              className={clsx(
                'top-0 right-0 left-0',
                isStuck ? 'sticky z-10' : 'absolute focus-within:z-[6]',
                item.kind === 'head' && !isStuck && 'z-[5]',
              )}
              style={isStuck ? undefined : { transform: `translateY(${start}px)` }}
            >
              {item.kind === 'head' ? <Head head={item} /> : <CardInList item={item} />}
            </li>
          )
        })}
      </ul>
      <More />
    </div>
  )
}

function useScrollToCard(
  items: readonly ListItem[],
  scrollToIndex: (at: number, options?: { align?: 'auto' }) => void,
) {
  const latest = useRef(items)
  latest.current = items
  useEffect(
    () =>
      whenCardIsWanted((id) => {
        const at = latest.current.findIndex((item) => item.key === id)
        if (at >= 0) scrollToIndex(at, { align: 'auto' })
      }),
    [scrollToIndex],
  )
}

function CardInList({ item }: { item: Extract<ListItem, { kind: 'row' }> }) {
  const inbox = useInbox()
  const { row } = item
  const { list, current } = inbox
  const hasTopics = useMemo(() => new Set(list.rows.map((one) => one.topics[0]?.id)).size > 1, [list.rows])
  return (
    <Card
      row={row}
      view={inbox.view}
      search={inbox.search}
      isCurrent={row.key === current || row.id === current}
      isSelected={inbox.selected.has(row.id)}
      isDeparted={list.departedIds.has(row.id)}
      hasTopics={hasTopics}
      problem={inbox.problems.get(row.id)}
    />
  )
}

function Head({ head }: { head: HeadItem }) {
  const nameOf = useGroupName()
  return (
    <h2 className="flex h-7 items-center gap-2 bg-canvas px-2.5 text-meta font-semibold text-ink-3">
      {head.isBroken && <span className="size-1.5 rounded-full bg-crit" />}
      {nameOf(head.group)}
      <span className="num font-normal">{head.count}</span>
      <span className="h-px flex-1 bg-line" />
    </h2>
  )
}

function useGroupName(): (group: PromiseGroup) => string {
  const { t } = useLingui()
  return (group) => {
    switch (group) {
      case 'now':
        return t`Now`
      case 'withinHour':
        return t`Within the hour`
      case 'today':
        return t`Today`
      case 'noHurry':
        return t`No hurry`
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
