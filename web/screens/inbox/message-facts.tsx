import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { ExternalLink, Heart, MessageCircle, Repeat2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Conversation, Message } from '#api/contract/shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { SentimentMenu } from './sentiment-menu.tsx'

type Props = {
  message: Message
  conversation: Conversation
  /** On the thread line: only what says something about this message, without the figures. */
  isQuiet?: boolean
  isWhyShown: boolean
  onWhy: () => void
}

/** What is known about a message: its figures, its tone with the way to correct it, why, and where it stands. */
export function MessageFacts({ message, conversation, isQuiet, isWhyShown, onWhy }: Props) {
  const { t } = useLingui()
  const { networkName } = conversation
  const hasWhy = (message.assessment !== null || message.topics.length > 0) && !message.deletedAt
  const why = hasWhy && (
    <button
      type="button"
      data-why
      aria-expanded={isWhyShown}
      onClick={onWhy}
      className="min-h-6 rounded-sm text-sea hover:underline touch:min-h-11"
    >
      {t`why?`}
    </button>
  )
  if (isQuiet)
    return (
      <span className="flex items-center gap-x-3 text-meta text-ink-3">
        <span className={clsx('flex items-center gap-x-3', isWhyShown || quiet)}>
          {why}
          <Original message={message} networkName={networkName} isSign />
        </span>
        {!message.deletedAt && <SentimentMenu conversation={conversation} message={message} isFirst={false} />}
      </span>
    )
  return (
    <div className="num mt-2.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-meta text-ink-3 max-md:gap-x-3.5 touch:-my-1 touch:gap-y-0">
      <Figures message={message} />
      {message.isFoundLater && (
        <span title={t`It came by looking back, after the search was made.`}>{t`found later`}</span>
      )}
      {!message.deletedAt && <SentimentMenu conversation={conversation} message={message} isFirst />}
      {why}
      <span className="max-md:hidden">
        <Original message={message} networkName={networkName} />
      </span>
      <span className="md:hidden">
        <Original message={message} networkName={networkName} isSign />
      </span>
    </div>
  )
}

/** Along the thread the ways on are there when one points at a message or walks by key; on touch always. */
const quiet = 'opacity-0 group-hover/message:opacity-100 group-focus-within/message:opacity-100 touch:opacity-100'

function Original({ message, networkName, isSign }: { message: Message; networkName: string; isSign?: boolean }) {
  const { t } = useLingui()
  if (!message.url) return null
  const says = t`On ${networkName}`
  return (
    <a
      href={message.url}
      target="_blank"
      rel="noreferrer noopener"
      aria-label={isSign ? says : undefined}
      title={isSign ? says : undefined}
      className="inline-flex min-h-6 min-w-6 items-center justify-center gap-1 whitespace-nowrap text-sea hover:underline touch:min-h-11"
    >
      {!isSign && says}
      <ExternalLink size={isSign ? 12 : 11} />
    </a>
  )
}

function Figures({ message }: { message: Message }) {
  const { t } = useLingui()
  return (
    <>
      <Figure count={message.replies} name={t`replies`} icon={<MessageCircle size={13} />} />
      <Figure count={message.reposts} name={t`reposts`} icon={<Repeat2 size={14} />} />
      <Figure count={message.likes} name={t`likes`} icon={<Heart size={13} />} />
    </>
  )
}

function Figure({ count, name, icon }: { count: number | null; name: string; icon: ReactNode }) {
  const fmt = useFmt()
  if (count === null) return null
  return (
    <span className="inline-flex items-center gap-1" title={name}>
      {icon}
      {fmt.compact(count)}
      <span className="sr-only">{name}</span>
    </span>
  )
}
