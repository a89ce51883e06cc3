import { useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Profile } from '#api/contract/people-shapes.ts'
import type { Contact } from '#api/contract/shapes.ts'
import { ask, keyOf } from '#web/api.ts'
import { Initials } from '#web/parts/avatar.tsx'
import { Btn } from '#web/parts/bits.tsx'
import { ToneWay, useContactEnd } from '#web/parts/contact-line.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Net } from '#web/parts/network.tsx'
import { FailedState, SkeletonRows } from '#web/parts/states.tsx'

const pageRows = 30

/** Every conversation with somebody, newest first: how it began and ended, what became of it, and whose it was. */
export function ContactList({ profile }: { profile: Profile }) {
  const { t } = useLingui()
  const { rows, error, isLoading, hasMore, isMore, more, again } = useContacts(profile.author.id)
  return (
    <section aria-labelledby="all-contact" className="min-w-0">
      <h2 id="all-contact" className="mb-1.5 text-meta font-semibold text-ink-3">
        {t`All contact`} <span className="num font-normal">{profile.conversationCount}</span>
      </h2>
      {isLoading && <SkeletonRows count={3} label={t`The conversations are on their way`} />}
      {rows.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-pane">
          {rows.map((contact) => (
            <li key={contact.id}>
              <Row contact={contact} />
            </li>
          ))}
        </ul>
      )}
      {!isLoading && !error && rows.length === 0 && (
        <p className="text-ui text-ink-2">{t`Nothing they wrote is kept here any more.`}</p>
      )}
      {error && <FailedState error={error} retry={again} className="!mx-0" />}
      {hasMore && !error && (
        <Btn className="mt-3" isBusy={isMore} onClick={more}>
          {t`Show older`}
        </Btn>
      )}
    </section>
  )
}

function Row({ contact }: { contact: Contact }) {
  const fmt = useFmt()
  const endOf = useContactEnd()
  const at = new Date(contact.latestAt)
  return (
    <Link
      to="/c/$key"
      params={{ key: contact.key }}
      className="grid min-h-[52px] grid-cols-[30px_minmax(0,1fr)_auto] items-center gap-x-2.5 px-3.5 py-2 hover:bg-sunken"
    >
      <ToneWay contact={contact} size={11} />
      <span className="min-w-0">
        <span className="block truncate text-body font-semibold">{contact.title}</span>
        <span className="num flex items-center gap-1.5 text-meta text-ink-3">
          <Net id={contact.network} size={11} />
          <span className="truncate">
            {contact.key} · <time dateTime={contact.latestAt}>{fmt.day(at)}</time> · {endOf(contact)}
          </span>
        </span>
      </span>
      {contact.owner && <Initials name={contact.owner.name} size={22} />}
    </Link>
  )
}

function useContacts(id: string) {
  const name = 'GET /api/people/{id}/conversations'
  const query = useInfiniteQuery({
    queryKey: keyOf(name, { params: { id } }),
    queryFn: ({ pageParam, signal }) =>
      ask(name, { params: { id }, query: { limit: pageRows, ...(pageParam ? { after: pageParam } : {}) } }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  return {
    rows: query.data?.pages.flatMap((page) => page.items) ?? [],
    error: query.error,
    isLoading: query.isPending,
    hasMore: query.hasNextPage,
    isMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    again: () => void (query.data ? query.fetchNextPage() : query.refetch()),
  }
}
