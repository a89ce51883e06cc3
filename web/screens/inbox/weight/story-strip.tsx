import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Layers } from 'lucide-react'
import { useState } from 'react'
import type { Answer } from '#api/contract/contract.ts'
import type { Conversation } from '#api/contract/shapes.ts'
import { useAsk } from '#web/api.ts'
import { Btn, btnClass } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Net } from '#web/parts/network.tsx'
import { FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { useInbox } from '#web/screens/inbox/inbox-context.ts'
import { MomentOf } from '#web/screens/inbox/moment-of.tsx'
import { langAttribute, nameOf, useStateName } from '#web/screens/inbox/words.ts'
import { Strip } from './strip.tsx'
import { useStoryChanges } from './use-story-changes.ts'

type Story = Answer<'GET /api/conversations/{id}/story'>
type Line = Story['lines'][number]

/** With how many this conversation tells of the same event; opened, which, why, and the way to take an odd one out. */
export function StoryStrip({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const { me } = useInbox()
  const [isOpen, setOpen] = useState(false)
  const { leave } = useStoryChanges()
  const others = (conversation.story?.count ?? 1) - 1
  if (others < 1) return null
  const says = t`${plural(others, { one: 'One other conversation tells of the same.', other: '# other conversations tell of the same.' })}`
  return (
    <>
      <Strip icon={<Layers size={15} />} says={<span className="num">{says}</span>}>
        {me.canWrite && (
          <>
            <Btn small kind="quiet" onClick={() => leave(conversation)}>
              {t`Take this one out`}
            </Btn>
            <Link
              to="/pile/$conversation"
              params={{ conversation: conversation.key }}
              className={btnClass('outline', true)}
            >
              {t`Answer as one`}
            </Link>
          </>
        )}
        <Btn small aria-expanded={isOpen} data-story onClick={() => setOpen(!isOpen)}>
          {isOpen ? t`Hide them` : t`Show them`}
        </Btn>
      </Strip>
      {isOpen && <StoryLines conversation={conversation} />}
    </>
  )
}

function StoryLines({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const story = useAsk('GET /api/conversations/{id}/story', { params: { id: conversation.id } })
  const lines = story.data?.lines.filter((line) => line.id !== conversation.id) ?? []
  const hidden = (story.data?.count ?? 0) - 1 - lines.length
  return (
    <div className="thin-scroll max-h-[42%] shrink-0 overflow-y-auto border-b border-line bg-canvas px-5 py-2 max-md:px-4">
      {story.isPending && <SkeletonRows label={t`The story is on its way`} count={3} />}
      {story.error && <FailedState error={story.error} retry={() => void story.refetch()} className="mx-0!" />}
      <ul className="divide-y divide-line">
        {lines.map((line) => (
          <StoryLine key={line.id} line={line} />
        ))}
      </ul>
      {hidden > 0 && <p className="num py-1.5 text-meta text-ink-3">{t`and ${hidden} older ones`}</p>}
    </div>
  )
}

function StoryLine({ line }: { line: Line }) {
  const { t } = useLingui()
  const { view, search, me } = useInbox()
  const { leave } = useStoryChanges()
  const stateName = useStateName()
  const name = nameOf(line.author, t`Somebody`)
  return (
    <li className="flex items-start gap-3 py-2">
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-1.5 text-ui">
          <Net id={line.network} size={11} />
          <Link
            to="/inbox/$view/$conversation"
            params={{ view, conversation: line.key }}
            search={search}
            className="hit-area min-w-0 truncate font-semibold hover:underline"
          >
            {name}
          </Link>
          <span className="shrink-0 text-meta text-ink-3">
            {line.key} · {stateName(line.state)}
          </span>
          <span className="flex-1" />
          <MomentOf at={line.latestAt} />
        </span>
        <span dir="auto" lang={langAttribute(line.lang)} className="line-clamp-2 text-ui break-words text-ink-2">
          {line.text || line.title}
        </span>
        <Why line={line} />
      </span>
      {me.canWrite && (
        <Btn small kind="quiet" aria-label={t`Take out: ${name}`} onClick={() => leave(line)}>
          {t`Take out`}
        </Btn>
      )}
    </li>
  )
}

function Why({ line: { how, why } }: { line: Line }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const share = fmt.pct(why.like ?? 0)
  const terms = fmt.list(why.terms ?? [])
  const says = {
    copy: why.like === undefined ? t`the same text` : t`the same text for ${share}`,
    told: terms === '' ? t`the same event in other words` : t`the same event: ${terms}`,
    hand: t`put here by a colleague`,
  }[how]
  return <span className="num block truncate text-meta text-ink-3">{says}</span>
}
