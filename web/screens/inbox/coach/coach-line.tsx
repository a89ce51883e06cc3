import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { Check, CircleAlert } from 'lucide-react'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import { type CoachDraft, type CoachFinding, coach } from '#domain/coach.ts'
import type { Span } from '#domain/span.ts'
import { Tip } from '#web/parts/tooltip.tsx'
import { useCoachWords } from './coach-words.ts'

type Props = CoachDraft & { onShow: (span: Span) => void }

/**
 * What a good colleague would say over one's shoulder, in a word or two each. It never stops anybody. Pressing one says why and
 * how to mend it, and shows where; a pointer or the focus has the same in a tip.
 */
export function CoachLine({ text, person, previous, onShow }: Props) {
  const { t } = useLingui()
  const explained = useId()
  const [openId, setOpenId] = useState<CoachFinding['id']>()
  // Typing goes before judging.
  const settled = useDeferredValue(text)
  const findings = useMemo(() => coach({ text: settled, person, previous }), [settled, person, previous])
  const wordsOf = useCoachWords()
  if (findings.length === 0) return null
  const open = findings.find((finding) => finding.id === openId)
  const press = (finding: CoachFinding) => {
    setOpenId(finding.id === openId ? undefined : finding.id)
    if (finding.span && finding.id !== openId) onShow(finding.span)
  }
  return (
    <section aria-label={t`What to look at before sending`} className="px-3.5 pb-1.5 text-meta">
      <ul className="flex flex-wrap items-center gap-x-3.5 touch:gap-x-4">
        {findings.map((finding) => (
          <li key={finding.id}>
            <Finding
              finding={finding}
              isOpen={finding.id === openId}
              explained={explained}
              onPress={() => press(finding)}
            />
          </li>
        ))}
      </ul>
      <div id={explained}>
        {open && (
          <p className="mt-0.5 mb-1 rounded-md bg-sunken px-2.5 py-1.5 text-pretty text-ink-2">
            {wordsOf(open).why} {wordsOf(open).fix && <b className="font-semibold text-ink">{wordsOf(open).fix}</b>}
          </p>
        )}
      </div>
    </section>
  )
}

type CheckProps = { finding: CoachFinding; isOpen: boolean; explained: string; onPress: () => void }

function Finding({ finding, isOpen, explained, onPress }: CheckProps) {
  const { t } = useLingui()
  const { label, why, fix } = useCoachWords()(finding)
  const { isGood } = finding
  return (
    <Tip
      side="top"
      label={
        <>
          {why} {fix}
        </>
      }
    >
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={explained}
        onClick={onPress}
        className={clsx(
          'inline-flex h-6 items-center gap-1 rounded-sm touch:h-11',
          isGood ? 'text-ink-3 hover:text-ink' : 'font-semibold text-warn-t hover:underline',
        )}
      >
        {isGood ? (
          <Check size={13} strokeWidth={2.6} className="text-pos-t" aria-label={t`Well:`} />
        ) : (
          <CircleAlert size={13} strokeWidth={2.3} aria-label={t`Look at:`} />
        )}
        {label}
      </button>
    </Tip>
  )
}
