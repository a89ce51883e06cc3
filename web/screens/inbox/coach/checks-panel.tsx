import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import type { DraftFix } from '#domain/draft/draft-rule.ts'
import { type HumanVoice, voiceParts } from '#domain/draft/human-voice.ts'
import type { Span } from '#domain/span.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useVoicePartName } from './finding-words.ts'
import { useItemWords } from './item-words.ts'
import { isUnknownWord, type LookItem, unknownOf } from './look-over.ts'
import { type SpellingWays, UnknownWord } from './unknown-word.tsx'

type Props = {
  items: readonly LookItem[]
  voice: HumanVoice | undefined
  onShow: (span: Span) => void
  onFix: ((fix: DraftFix) => void) | undefined
  spelling: SpellingWays
}

const wholeAnswer = 100

/** Everything there is to mend, and what the score of the voice is made of. */
export function ChecksPanel({ items, voice, onShow, onFix, spelling }: Props) {
  const { t } = useLingui()
  return (
    <div className="thin-scroll mt-0.5 mb-1 max-h-[28vh] overflow-y-auto rounded-md bg-sunken">
      {items.length === 0 && <p className="px-2.5 py-2 text-ink-2">{t`There is nothing to mend.`}</p>}
      <ul className="divide-y divide-line">
        {items.map((item) => (
          <Line key={item.key} item={item} onShow={onShow} onFix={onFix} spelling={spelling} />
        ))}
      </ul>
      {voice && <Voice voice={voice} onShow={onShow} />}
    </div>
  )
}

function Line({ item, onShow, onFix, spelling }: { item: LookItem } & Pick<Props, 'onShow' | 'onFix' | 'spelling'>) {
  const { t } = useLingui()
  const { label, why, fix } = useItemWords()(item)
  const found = item.kind === 'draft' ? item.finding.found : ''
  const mended = item.fix?.text.trim()
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-2.5 py-1.5">
      <p className="min-w-0 flex-1 basis-60 text-pretty text-ink-2">
        <b className={clsx('font-semibold', item.stops ? 'text-neg-t' : 'text-warn-t')}>{label}</b>
        {item.stops && <span className="text-neg-t"> · {t`stops the answer`}</span>}
        {found && (
          <span className="text-ink"> “{found.length > wholeAnswer ? `${found.slice(0, wholeAnswer)}…` : found}”</span>
        )}{' '}
        {why} <span className="text-ink">{fix}</span>
      </p>
      <span className="flex flex-wrap gap-1">
        {item.span && (
          <Btn small kind="quiet" onClick={() => item.span && onShow(item.span)}>
            {t`Show`}
          </Btn>
        )}
        {isUnknownWord(item) && <UnknownWord {...unknownOf(item)} {...spelling} onFix={onFix} />}
        {item.fix && onFix && !isUnknownWord(item) && (
          <Btn small onClick={() => item.fix && onFix(item.fix)}>
            {mended === '' || mended === '…' ? t`Take it out` : <span className="max-w-40 truncate">{mended}</span>}
          </Btn>
        )}
      </span>
    </li>
  )
}

function Voice({ voice, onShow }: { voice: HumanVoice } & Pick<Props, 'onShow'>) {
  const { t } = useLingui()
  const partName = useVoicePartName()
  const { score, costs } = voice
  return (
    <div className="border-t border-line px-2.5 py-2 text-ink-2">
      <p className="flex items-center gap-2.5">
        <span className="font-semibold text-ink">{t`Human voice`}</span>
        <meter aria-label={t`Human voice`} className="sr-only" min={0} max={wholeAnswer} value={score} />
        <span aria-hidden="true" className="h-1.5 w-28 overflow-hidden rounded-full bg-line">
          <span className="block h-full rounded-full bg-sea" style={{ width: `${score}%` }} />
        </span>
        <span className="num font-semibold text-ink">{t`${score} of 100`}</span>
      </p>
      {costs.length > 0 && (
        <ul className="mt-1">
          {costs.map(({ part, points, span, found }) => {
            const name = partName(part)
            const lost = Math.round(points)
            const whole = voiceParts[part]
            return (
              <li key={`${part} ${span?.[0] ?? ''}`} className="num">
                −{lost} {name} <span className="text-ink-3">{t`(of ${whole})`}</span>
                {span && found.length <= wholeAnswer && (
                  <button
                    type="button"
                    className="ml-1.5 inline-flex min-h-6 items-center text-ink hover:underline touch:min-h-11"
                    onClick={() => onShow(span)}
                  >
                    “{found}”
                  </button>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
