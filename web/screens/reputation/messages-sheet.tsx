import { useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask, keyOf } from '#web/api.ts'
import { Btn, SentimentGlyph } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Net } from '#web/parts/network.tsx'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'
import type { ReportQuery } from './use-report.ts'

type Props = { query: ReportQuery; topic?: { id: string; name: string }; onClose: () => void }

/** The messages that a figure counts, each leading to its conversation. */
export function MessagesSheet({ query: { against, ...query }, topic, onClose }: Props) {
  const { t } = useLingui()
  const fmt = useFmt()
  const asked = { ...query, ...(topic && { topicId: topic.id }) }
  const pages = useInfiniteQuery({
    queryKey: keyOf('GET /api/reports/messages', { query: asked }),
    queryFn: ({ pageParam, signal }) =>
      ask('GET /api/reports/messages', { query: { ...asked, ...(pageParam && { after: pageParam }) } }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Dialog isOpen onClose={onClose} shape="side" title={topic?.name ?? t`What was said`}>
      {pages.isPending && <SkeletonRows label={t`The messages are on their way`} />}
      {pages.error && <FailedState error={pages.error} retry={() => void pages.refetch()} />}
      {pages.data && rows.length === 0 && (
        <EmptyState title={t`Nothing was said`} text={t`In this time your searches found no message of it.`} />
      )}
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="border-b border-line last:border-0">
            <Link to="/c/$key" params={{ key: `WH-${row.number}` }} className="block py-2.5 hover:bg-sunken">
              <span className="num flex items-center gap-1.5 text-meta text-ink-3">
                <SentimentGlyph sentiment={row.tone} />
                <Net id={row.network} size={12} />
                <span className="min-w-0 flex-1 truncate">{row.author || t`somebody who was forgotten`}</span>
                {fmt.moment(new Date(row.at))}
              </span>
              <span className="mt-0.5 line-clamp-2 block text-ui">{row.text || t`The words were erased.`}</span>
            </Link>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Btn className="mt-3" isBusy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t`Older messages`}
        </Btn>
      )}
    </Dialog>
  )
}
