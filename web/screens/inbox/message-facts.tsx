import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { ExternalLink, Heart, MessageCircle, Repeat2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Message } from '#api/contract/shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { SentimentMenu } from './sentiment-menu.tsx'

type Props = {
  message: Message
  networkName: string
  /** On the thread line: only what says something about this message, without the figures. */
  isQuiet?: boolean
  isWhyShown: boolean
  onWhy: () => void
}

/** What is known about a message: its figures, its tone with the way to correct it, why, and where it stands. */
export function MessageFacts({ message, networkName, isQuiet, isWhyShown, onWhy }: Props) {
  const { t } = useLingui()
  const hasWhy = message.assessment !== null || message.topics.length > 0
  return (
    <div
      className={clsx(
        'num flex flex-wrap items-center gap-x-4 gap-y-1 text-meta text-ink-3',
        isQuiet ? 'mt-1' : 'mt-2.5',
      )}
    >
      {!isQuiet && <Figures message={message} />}
      {!message.deletedAt && <SentimentMenu message={message} isFirst={!isQuiet} />}
      {hasWhy && !message.deletedAt && (
        <button
          type="button"
          aria-expanded={isWhyShown}
          onClick={onWhy}
          className="min-h-6 rounded-sm text-sea hover:underline touch:min-h-11"
        >
          {t`why?`}
        </button>
      )}
      {message.url && (
        <a
          href={message.url}
          target="_blank"
          rel="noreferrer noopener"
          className="inline-flex min-h-6 items-center gap-1 whitespace-nowrap text-sea hover:underline touch:min-h-11"
        >
          {t`On ${networkName}`}
          <ExternalLink size={11} />
        </a>
      )}
    </div>
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
