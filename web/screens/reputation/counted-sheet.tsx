import { useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ask, keyOf } from '#web/api.ts'
import { Btn, SentimentGlyph } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Net } from '#web/parts/network.tsx'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { NoteDay } from './happened/note-day.tsx'
import { useMeasureWords } from './measure-words.ts'
import type { Shown, ShownAnswers, ShownMessages, ShownWaits } from './shown.ts'
import type { ReportQuery } from './use-report.ts'

type Given<T> = { query: ReportQuery; shown: T; onClose: () => void }

/** What a figure counts, and how many they are: as many as the figure says, each leading to its conversation. */
export function CountedSheet({ shown, ...given }: Given<Shown>) {
  switch (shown.kind) {
    case 'messages':
      return <Messages {...given} shown={shown} />
    case 'waits':
      return <Waits {...given} shown={shown} />
    case 'answers':
      return <Answers {...given} shown={shown} />
  }
}

function Messages({ query: { against, ...query }, shown: { kind, name, ...more }, onClose }: Given<ShownMessages>) {
  const { t } = useLingui()
  const asked = { ...query, ...more }
  const pages = useInfiniteQuery({
    queryKey: keyOf('GET /api/reports/messages', { query: asked }),
    queryFn: ({ pageParam, signal }) =>
      ask('GET /api/reports/messages', { query: { ...asked, ...(pageParam && { after: pageParam }) } }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <Sheet
      title={name ?? t`What was said`}
      pages={pages}
      total={pages.data?.pages[0]?.total}
      onClose={onClose}
      day={more.from === more.to ? more.from : undefined}
    >
      {pages.data?.pages
        .flatMap((page) => page.rows)
        .map((row) => (
          <Line key={row.id} {...row} sign={<SentimentGlyph sentiment={row.tone} />} />
        ))}
    </Sheet>
  )
}

function Waits({ query: { against, tone, ...query }, shown: { kind, name, ...more }, onClose }: Given<ShownWaits>) {
  const { t } = useLingui()
  const { minutes } = useMeasureWords()
  const asked = { ...query, ...more }
  const pages = useInfiniteQuery({
    queryKey: keyOf('GET /api/reports/waits', { query: asked }),
    queryFn: ({ pageParam, signal }) =>
      ask('GET /api/reports/waits', { query: { ...asked, ...(pageParam && { after: pageParam }) } }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <Sheet title={name ?? t`Who waited`} pages={pages} total={pages.data?.pages[0]?.total} onClose={onClose}>
      {pages.data?.pages
        .flatMap((page) => page.rows)
        .map((row) => (
          <Line
            key={row.id}
            {...row}
            aside={row.minutes === null ? t`no answer` : t`answered after ${minutes(row.minutes)}`}
          />
        ))}
    </Sheet>
  )
}

function Answers({ query: { against, tone, ...query }, shown: { kind, name, ...more }, onClose }: Given<ShownAnswers>) {
  const { t } = useLingui()
  const asked = { ...query, ...more }
  const pages = useInfiniteQuery({
    queryKey: keyOf('GET /api/reports/answers', { query: asked }),
    queryFn: ({ pageParam, signal }) =>
      ask('GET /api/reports/answers', { query: { ...asked, ...(pageParam && { after: pageParam }) } }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <Sheet title={name ?? t`What we answered`} pages={pages} total={pages.data?.pages[0]?.total} onClose={onClose}>
      {pages.data?.pages
        .flatMap((page) => page.rows)
        .map((row) => (
          <Line key={row.id} {...row} />
        ))}
    </Sheet>
  )
}

type Pages = {
  isPending: boolean
  error: Error | null
  refetch: () => unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}
type SheetProps = {
  title: string
  pages: Pages
  total: number | undefined
  /** The one day that it is of, where it is of one. */
  day?: string | undefined
  onClose: () => void
  children: ReactNode
}

function Sheet({ title, pages, total, day, onClose, children }: SheetProps) {
  const { t } = useLingui()
  const fmt = useFmt()
  return (
    <Dialog isOpen onClose={onClose} shape="side" title={title}>
      {day && <NoteDay day={day} />}
      {pages.isPending && <SkeletonRows label={t`The messages are on their way`} />}
      {pages.error && <FailedState error={pages.error} retry={() => void pages.refetch()} />}
      {total !== undefined && total > 0 && <p className="num text-ui text-ink-2">{t`${fmt.int(total)} in all`}</p>}
      {total === 0 && <EmptyState title={t`Nothing is counted here`} text={t`In this time there was none of it.`} />}
      <ul>{children}</ul>
      {pages.hasNextPage && (
        <Btn className="mt-3" isBusy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t`Older messages`}
        </Btn>
      )}
    </Dialog>
  )
}

type LineProps = { number: number; network: string; at: string; author: string; text: string }

function Line({ number, network, at, author, text, sign, aside }: LineProps & { sign?: ReactNode; aside?: string }) {
  const { t } = useLingui()
  const fmt = useFmt()
  return (
    <li className="border-b border-line last:border-0">
      <Link to="/c/$key" params={{ key: `WH-${number}` }} className="block py-2.5 hover:bg-sunken">
        <span className="num flex items-center gap-1.5 text-meta text-ink-3">
          {sign}
          <Net id={network} size={12} />
          <span className="min-w-0 flex-1 truncate">{author || t`somebody who was forgotten`}</span>
          {aside && <span className="text-ink-2">{aside}</span>}
          {fmt.moment(new Date(at))}
        </span>
        <span className="mt-0.5 line-clamp-2 block text-ui">{text || t`The words were erased.`}</span>
      </Link>
    </li>
  )
}
