import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { ExternalLink } from 'lucide-react'
import type { Profile } from '#api/contract/people-shapes.ts'
import { Face, faceOf } from '#web/parts/avatar.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Hits } from '#web/parts/hits.tsx'
import { Net, useNetworkName } from '#web/parts/network.tsx'
import { ErasedOn } from '#web/screens/inbox/kept/keeping-line.tsx'
import { handleOf, nameOf } from '#web/screens/inbox/words.ts'
import { EffectsOnPerson } from './effects-on-person.tsx'

/** Who they are as far as they say so in public, and how much we had with each other. */
export function PersonProfile({ profile }: { profile: Profile }) {
  const { t } = useLingui()
  const { author } = profile
  const network = useNetworkName()(author.network)
  const handle = handleOf(author)
  return (
    <header className="col-span-full flex gap-5 max-md:gap-3.5">
      <Face id={faceOf(author)} src={author.avatarUrl} size={72} className="max-md:!size-14" />
      <div className="min-w-0 flex-1">
        <h1 className="display line-clamp-2 text-hero break-words max-md:text-title">{nameOf(author, t`Somebody`)}</h1>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-ui text-ink-3">
          <span className="inline-flex min-w-0 items-center gap-1.5">
            <Net id={author.network} size={13} />
            <span className="truncate">{handle || network}</span>
          </span>
          {author.url && (
            <a
              href={author.url}
              target="_blank"
              rel="noreferrer noopener nofollow"
              className="inline-flex min-h-6 items-center gap-1 text-sea hover:underline touch:min-h-11"
            >
              {t`Profile on ${network}`}
              <ExternalLink size={12} />
            </a>
          )}
        </p>
        {author.bio && (
          <p dir="auto" lang="" className="mt-2 max-w-prose text-body break-words whitespace-pre-line text-ink-2">
            <Hits text={author.bio} links />
          </p>
        )}
        <Figures profile={profile} />
        <EffectsOnPerson profile={profile} />
        {profile.erasesAt && (
          <p className="mt-2.5 text-ui text-ink-3" data-erases>
            <ErasedOn erasesAt={profile.erasesAt} />
          </p>
        )}
      </div>
    </header>
  )
}

function Figures({ profile }: { profile: Profile }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { messageCount, conversationCount, openCount, author } = profile
  const figures: [string, string][] = [
    ...(author.followers === null ? [] : [[fmt.compact(author.followers), t`followers`] as [string, string]]),
    [fmt.int(messageCount), plural(messageCount, { one: 'message', other: 'messages' })],
    [fmt.int(conversationCount), plural(conversationCount, { one: 'conversation', other: 'conversations' })],
    [fmt.int(openCount), t`not done yet`],
    [fmt.day(new Date(profile.knownSince)), t`heard first`],
  ]
  return (
    <dl className="mt-4 grid w-fit max-w-full grid-flow-col overflow-hidden rounded-lg border border-line bg-pane max-md:-ml-[70px] max-md:w-[calc(100%+70px)] max-md:max-w-none max-md:grid-flow-row max-md:grid-cols-3">
      {figures.map(([figure, label]) => (
        <div
          key={label}
          className="-ml-px flex flex-col-reverse justify-end border-l border-line px-5 py-2.5 max-md:px-3.5"
        >
          <dt className="text-meta text-ink-3">{label}</dt>
          <dd className="num display text-[17px] leading-6 whitespace-nowrap">{figure}</dd>
        </div>
      ))}
    </dl>
  )
}
