import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { ArrowRight, ChevronDown } from 'lucide-react'
import type { EffectView } from '#api/contract/effect-shapes.ts'
import { SentimentGlyph } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Tip } from '#web/parts/tooltip.tsx'
import { useEffectWords } from './effect-words.ts'

type Props = { effect: EffectView; conversationId: string }

/** One quiet line under an answer: what was seen after it. Opened, it names the messages, how sure it is, and what cannot be said. */
export function EffectLine({ effect, conversationId }: Props) {
  const { outcomeOf, namedIn } = useEffectWords()
  const { tone } = effect
  const isToneTold = tone && tone.change !== 'unclear'
  return (
    <details className="group mt-1.5 border-t border-line pt-1.5 text-meta" data-effect={effect.outcome}>
      <Tip label={namedIn(effect)}>
        <summary className="num inline-flex min-h-6 max-w-full cursor-pointer list-none items-center gap-x-1.5 rounded-sm text-ink-2 hover:text-ink touch:min-h-11 [&::-webkit-details-marker]:hidden">
          <ChevronDown size={13} className="shrink-0 -rotate-90 text-ink-3 group-open:rotate-0" aria-hidden />
          <span className="min-w-0">{outcomeOf(effect)}</span>
          {isToneTold && (
            <span className="inline-flex shrink-0 items-center gap-1">
              <SentimentGlyph sentiment={tone.before.class} />
              <ArrowRight size={11} className="text-ink-3" aria-hidden />
              <SentimentGlyph sentiment={tone.after.class} />
            </span>
          )}
        </summary>
      </Tip>
      <Explained effect={effect} conversationId={conversationId} />
    </details>
  )
}

function Explained({ effect, conversationId }: Props) {
  const { t } = useLingui()
  const { figuresOf } = useEffectWords()
  return (
    <div className="mt-1 space-y-1 pl-[19px] text-ink-2">
      {effect.messages.length > 0 && (
        <ul aria-label={t`What they said after it`} className="space-y-1">
          {effect.messages.map((message) => (
            <Said key={message.id} message={message} isElsewhere={message.conversationId !== conversationId} />
          ))}
        </ul>
      )}
      {figuresOf(effect).map((sentence) => (
        <p key={sentence} className="num text-pretty">
          {sentence}
        </p>
      ))}
      <p className="text-pretty text-ink-3">{t`This came after the answer. It does not say that it came of it.`}</p>
    </div>
  )
}

function Said({ message, isElsewhere }: { message: EffectView['messages'][number]; isElsewhere: boolean }) {
  const { t } = useLingui()
  const { kindOf } = useEffectWords()
  const fmt = useFmt()
  return (
    <li className="flex flex-wrap items-baseline gap-x-2">
      <span className="num shrink-0 text-ink-3">
        <time dateTime={message.at}>{fmt.moment(new Date(message.at))}</time> · {kindOf(message.as)}
      </span>
      <q dir="auto" lang="" className="line-clamp-2 min-w-0 break-words text-ink">
        {message.text || t`deleted`}
      </q>
      {isElsewhere && (
        <Link
          to="/c/$key"
          params={{ key: message.key }}
          className="inline-flex min-h-6 shrink-0 items-center text-sea hover:underline touch:min-h-11"
        >
          {message.key}
        </Link>
      )}
    </li>
  )
}
