import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { ExternalLink, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Conversation } from '#api/contract/shapes.ts'
import { Face } from '#web/parts/avatar.tsx'
import { Chip, SentimentGlyph } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Hits } from '#web/parts/hits.tsx'
import { Net } from '#web/parts/network.tsx'
import { useInbox } from './inbox-context.ts'
import { handleOf, nameOf, useStateName } from './words.ts'

/** Who somebody is as far as they say so in public, and what we talked about before. Nothing is added, nothing guessed. */
export function AuthorCard({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const { author } = conversation
  if (!author) return <p className="text-ui text-ink-2">{t`Nothing is known about the author of this conversation.`}</p>
  return (
    <>
      <div className="flex items-center gap-3">
        <Face id={author.id} src={author.avatarUrl} size={52} />
        <div className="min-w-0">
          <h2 className="line-clamp-2 text-[15px] leading-5 font-bold break-words">{nameOf(author, t`Somebody`)}</h2>
          <p className="flex items-center gap-1 text-ui text-ink-3">
            <Net id={author.network} size={12} />
            <span className="truncate">{handleOf(author) || conversation.networkName}</span>
          </p>
        </div>
      </div>
      {author.bio && (
        <p className="mt-2.5 line-clamp-6 text-ui break-words whitespace-pre-line text-ink-2">
          <Hits text={author.bio} links />
        </p>
      )}
      <Figures conversation={conversation} />
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
      {conversation.topics.length > 0 && (
        <>
          <Heading>{t`About`}</Heading>
          <p className="flex flex-wrap gap-1.5">
            {conversation.topics.map((topic) => (
              <Chip key={topic.id} className="!h-6 max-w-full">
                <span className="truncate">{topic.name}</span>
              </Chip>
            ))}
          </p>
        </>
      )}
      <Earlier conversation={conversation} />
      <p className="mt-5 flex gap-2 text-meta text-ink-3">
        <ShieldCheck size={14} className="mt-px shrink-0" aria-hidden="true" />
        {t`Public profile only. What the writer deletes is erased here too.`}
      </p>
    </>
  )
}

const earlierMax = 5

/** Only figures that the network gave, or that we counted ourselves. */
function Figures({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { author, earlier, messages } = conversation
  const said = messages.filter((message) => message.author.id === author?.id).length
  const earlierCount = earlier.length >= earlierMax ? `${earlierMax}+` : fmt.int(earlier.length)
  const figures: [string, string][] = [
    ...(author?.followers != null ? [[fmt.compact(author.followers), t`followers`] as [string, string]] : []),
    [fmt.int(said), plural(said, { one: 'message', other: 'messages' })],
    [earlierCount, t`earlier`],
  ]
  return (
    <dl className="mt-3 grid auto-cols-fr grid-flow-col rounded-lg border border-line bg-pane text-center">
      {figures.map(([figure, label], at) => (
        <div key={label} className={clsx('flex flex-col-reverse px-1 py-2', at > 0 && 'border-l border-line')}>
          <dt className="text-meta text-ink-3">{label}</dt>
          <dd className="num display text-[17px] leading-5">{figure}</dd>
        </div>
      ))}
    </dl>
  )
}

function Earlier({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const stateName = useStateName()
  const { view, search } = useInbox()
  const { earlier } = conversation
  return (
    <>
      <Heading>{t`Earlier conversations`}</Heading>
      {earlier.length === 0 && <p className="text-ui text-ink-2">{t`None. This is the first time.`}</p>}
      <ol>
        {earlier.map((one, at) => (
          <li
            key={one.id}
            className={clsx(
              'relative grid grid-cols-[20px_1fr] items-start gap-x-2',
              at < earlier.length - 1 && 'pb-3',
            )}
          >
            {at < earlier.length - 1 && <span className="absolute top-5 bottom-0 left-[9.5px] w-px bg-line-strong" />}
            <span className="mt-1 grid h-3.5 place-items-center">
              <SentimentGlyph sentiment={one.sentiment} size={10} />
            </span>
            <Link
              to="/inbox/$view/$conversation"
              params={{ view, conversation: one.key }}
              search={search}
              className="min-w-0 rounded-sm hover:underline"
            >
              <span className="block truncate text-ui font-semibold">{one.title}</span>
              <span className="block truncate text-meta text-ink-3">
                {fmt.day(new Date(one.latestAt))} · {stateName(one.state).toLocaleLowerCase()}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </>
  )
}

function Heading({ children }: { children: ReactNode }) {
  return <h3 className="mt-5 mb-1.5 text-meta font-semibold text-ink-3">{children}</h3>
}
