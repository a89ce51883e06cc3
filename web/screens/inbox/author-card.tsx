import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { ArrowRight, ExternalLink, ShieldCheck } from 'lucide-react'
import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import type { Profile } from '#api/contract/people-shapes.ts'
import type { Conversation } from '#api/contract/shapes.ts'
import { useAsk } from '#web/api.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { Face, faceOf, Initials } from '#web/parts/avatar.tsx'
import { ContactLine } from '#web/parts/contact-line.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Hits } from '#web/parts/hits.tsx'
import { Net } from '#web/parts/network.tsx'
import { withWordsBeside } from '#web/prefs.tsx'
import { KnownAs } from '#web/screens/person/known/known-as.tsx'
import { AdviceCard } from './advice/advice-card.tsx'
import { AuthorMarkChoice } from './author-mark-choice.tsx'
import { useInbox } from './inbox-context.ts'
import { KeepingLine } from './kept/keeping-line.tsx'
import { MomentOf } from './moment-of.tsx'
import { handleOf, nameOf } from './words.ts'

const PledgeList = lazyPart(() => withWordsBeside(import('./pledges/pledge-list.tsx')).then((file) => file.PledgeList))

/** Who somebody is as far as they say so in public, and what we talked about before. Nothing is added, nothing guessed. */
export function AuthorCard({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const { author } = conversation
  const profile = useProfile(conversation)
  if (!author) return <p className="text-ui text-ink-2">{t`Nothing is known about the author of this conversation.`}</p>
  return (
    <>
      <div className="flex items-center gap-3">
        <Face id={faceOf(author)} src={author.avatarUrl} size={52} />
        <div className="min-w-0">
          <h2 className="line-clamp-2 text-[15px] leading-5 font-bold break-words">{nameOf(author, t`Somebody`)}</h2>
          <p className="flex items-center gap-1 text-ui text-ink-3">
            <Net id={author.network} size={12} />
            <span className="truncate">{handleOf(author) || conversation.networkName}</span>
          </p>
        </div>
      </div>
      {author.bio && (
        <p dir="auto" lang="" className="mt-2.5 line-clamp-6 text-ui break-words whitespace-pre-line text-ink-2">
          <Hits text={author.bio} links />
        </p>
      )}
      <Figures conversation={conversation} profile={profile} />
      {author.url && (
        <a
          href={author.url}
          target="_blank"
          rel="noreferrer noopener"
          className="mt-2.5 inline-flex min-h-6 items-center gap-1 text-ui text-sea hover:underline touch:min-h-11"
        >
          {t`Profile on ${conversation.networkName}`}
          <ExternalLink size={12} />
        </a>
      )}
      <KnownSince profile={profile} />
      {profile && <AuthorMarkChoice profile={profile} />}
      <AdviceCard conversationId={conversation.id} />
      {profile && <KnownAs profile={profile} className="mt-5" />}
      {conversation.topics.length > 0 && (
        <>
          <Heading>{t`Same topics`}</Heading>
          <p className="flex flex-wrap gap-1.5">
            {conversation.topics.map((topic) => (
              <Link
                key={topic.id}
                to="/inbox/$view"
                params={{ view: 'all' }}
                search={{ topicId: topic.id }}
                title={t`Everything open about ${topic.name}`}
                className="inline-flex h-6 max-w-full min-w-0 items-center rounded-sm bg-sunken px-1.5 text-meta font-semibold text-ink-2 hover:bg-line hover:text-ink touch:h-11 touch:px-3"
              >
                <span className="truncate">{topic.name}</span>
              </Link>
            ))}
          </p>
        </>
      )}
      <Earlier conversation={conversation} profile={profile} />
      {profile && <Pledges authorId={profile.author.id} />}
      <Notes conversation={conversation} profile={profile} />
      <p className="mt-5 flex gap-2 text-meta text-ink-3">
        <ShieldCheck size={14} className="mt-px shrink-0" aria-hidden="true" />
        <span>
          {t`Public profile only. What the writer deletes is erased here too.`}{' '}
          {conversation.keeping && <KeepingLine keeping={conversation.keeping} />}
        </span>
      </p>
    </>
  )
}

/** Counted anew when another conversation opens, or when something was said or noted in this one. */
function useProfile({ author, messages, notes, id }: Conversation): Profile | undefined {
  const params = { id: author?.id ?? '' }
  const { data, refetch } = useAsk('GET /api/people/{id}', { params }, { enabled: author !== null })
  const seen = `${id} ${messages.length} ${notes.length}`
  const before = useRef(seen)
  useEffect(() => {
    if (before.current === seen) return
    before.current = seen
    void refetch()
  }, [seen, refetch])
  return data
}

type Props = { conversation: Conversation; profile: Profile | undefined }

/** Only figures that the network gave, or that we counted ourselves. Until they are counted, what this conversation shows. */
function Figures({ conversation, profile }: Props) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { author, earlier, messages } = conversation
  const said = profile?.messageCount ?? messages.filter((message) => message.author.id === author?.id).length
  const others = profile ? profile.conversationCount - 1 : earlier.length
  const figures: [string, string][] = [
    ...(author?.followers != null ? [[fmt.compact(author.followers), t`followers`] as [string, string]] : []),
    [fmt.compact(said), plural(said, { one: 'message', other: 'messages' })],
    [fmt.compact(Math.max(0, others)), t`earlier`],
  ]
  return (
    <dl className="mt-3 grid auto-cols-fr grid-flow-col rounded-lg border border-line bg-pane text-center">
      {figures.map(([figure, label], at) => (
        <div key={label} className={clsx('flex flex-col-reverse px-1 py-2', at > 0 && 'border-l border-line')}>
          <dt className="truncate text-meta text-ink-3">{label}</dt>
          <dd className="num display text-[17px] leading-5">{figure}</dd>
        </div>
      ))}
    </dl>
  )
}

function KnownSince({ profile }: { profile: Profile | undefined }) {
  const { t } = useLingui()
  const fmt = useFmt()
  if (!profile) return null
  const since = new Date(profile.knownSince)
  const day = fmt.day(since)
  return (
    <>
      <Heading>{t`Known to us`}</Heading>
      <p className="num text-ui text-ink-2" title={fmt.whole(since)}>
        {isToday(since) ? t`Since today: heard for the first time.` : t`Since ${day}, when we first heard them.`}
      </p>
    </>
  )
}

function isToday(at: Date): boolean {
  return at.toDateString() === new Date().toDateString()
}

function Earlier({ conversation, profile }: Props) {
  const { t } = useLingui()
  const { view, search } = useInbox()
  const { earlier, author } = conversation
  const hasMore = (profile?.conversationCount ?? 0) > earlier.length + 1
  return (
    <>
      <Heading>{t`Earlier conversations`}</Heading>
      {earlier.length === 0 && <p className="text-ui text-ink-2">{t`None. This is the first time.`}</p>}
      <ol>
        {earlier.map((one, at) => (
          <li key={one.id}>
            <Link
              to="/inbox/$view/$conversation"
              params={{ view, conversation: one.key }}
              search={search}
              className="group/contact block rounded-sm touch:min-h-11"
            >
              <ContactLine contact={one} isLast={at === earlier.length - 1} />
            </Link>
          </li>
        ))}
      </ol>
      {author && (hasMore || earlier.length > 0) && (
        <Link
          to="/people/$id"
          params={{ id: author.id }}
          className="mt-2 inline-flex min-h-6 items-center gap-1 text-ui text-sea hover:underline touch:min-h-11"
        >
          {t`All contact with this author`}
          <ArrowRight size={12} />
        </Link>
      )}
    </>
  )
}

const pledgesShownMax = 3

/** To most nothing was pledged: the list is fetched for those to whom something was. */
function Pledges({ authorId }: { authorId: string }) {
  const { data = [] } = useAsk('GET /api/people/{id}/pledges', { params: { id: authorId } })
  if (data.length === 0) return null
  return (
    <Suspense>
      <PledgeList authorId={authorId} shownMax={pledgesShownMax} />
    </Suspense>
  )
}

const notesShownMax = 3

/** What colleagues wrote down elsewhere about the same person. What stands in this conversation is in sight already. */
function Notes({ conversation, profile }: Props) {
  const { t } = useLingui()
  const { view, search } = useInbox()
  const notes = (profile?.notes ?? [])
    .filter((note) => note.conversation.id !== conversation.id)
    .slice(0, notesShownMax)
  if (notes.length === 0) return null
  return (
    <>
      <Heading>{t`Notes in other conversations`}</Heading>
      <ul className="space-y-1.5">
        {notes.map((note) => (
          <li key={note.id}>
            <Link
              to="/inbox/$view/$conversation"
              params={{ view, conversation: note.conversation.key }}
              search={search}
              className="block rounded-md border border-note-line bg-note px-2.5 py-1.5 text-ui hover:border-control"
            >
              <span className="flex items-center gap-1.5 text-meta text-ink-2">
                <Initials name={note.by.name} size={16} />
                <span className="min-w-0 flex-1 truncate">{note.conversation.title}</span>
                <MomentOf at={note.at} />
              </span>
              <span dir="auto" className="mt-0.5 line-clamp-2 break-words">
                {note.text}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

function Heading({ children }: { children: ReactNode }) {
  return <h3 className="mt-5 mb-1.5 text-meta font-semibold text-ink-3">{children}</h3>
}
