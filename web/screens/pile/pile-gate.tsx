import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Ban } from 'lucide-react'
import { useState } from 'react'
import { Btn } from '#web/parts/bits.tsx'
import { useGateWords } from '#web/screens/inbox/promotion/gate-words.ts'
import { OverrideForm } from '#web/screens/inbox/promotion/override-form.tsx'
import type { GatedLine } from './pile-plan.ts'
import type { Pile } from './use-pile.ts'

/** What the promotion gate stops of a pile, seen as one writes and before it is sent: each reason once, and the way past it for whoever has the role. */
export function PileGate({ pile }: { pile: Pile }) {
  const { t } = useLingui()
  const wordsOf = useGateWords()
  const [isAsking, setAsking] = useState(false)
  const { gated } = pile
  if (gated.length === 0) return null
  const total = gated.length
  const mayOverride = gated.every(({ gate }) => gate.mayOverride)
  const send = (reason: string): void => {
    setAsking(false)
    void pile.sendAllTheSame(reason)
  }
  return (
    <section aria-label={t`What stops these answers`} className="rounded-md bg-neg-s px-3 py-2.5 text-meta">
      <p role="status" className="num text-ui font-semibold">
        {gated.some(({ isRefused }) => isRefused)
          ? t`${plural(total, { one: '# answer was stopped', other: '# answers were stopped' })}`
          : t`${plural(total, { one: '# answer would be stopped', other: '# answers would be stopped' })}`}
      </p>
      <ul className="mt-1.5 space-y-1">
        {reasonsOf(gated, wordsOf).map(({ why, fix, count }) => (
          <li key={why} className="flex items-start gap-1.5">
            <Ban size={13} strokeWidth={2.3} className="mt-0.5 shrink-0 text-neg-t" aria-hidden="true" />
            <span className="min-w-0 flex-1 text-pretty text-ink">
              {why} <b className="font-semibold">{fix}</b>
              {count < total && (
                <span className="num text-ink-2"> {t`${plural(count, { one: '# answer', other: '# answers' })}`}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {isAsking ? (
        <OverrideForm onSend={send} onCancel={() => setAsking(false)} isSending={pile.isBusy} />
      ) : mayOverride ? (
        <Btn small kind="quiet" className="mt-1 -ml-1" onClick={() => setAsking(true)}>
          {t`Send all the same…`}
        </Btn>
      ) : (
        <p className="mt-1 text-ink-2">{t`A colleague with another role can send it all the same, with a reason.`}</p>
      )}
    </section>
  )
}

type Reason = ReturnType<ReturnType<typeof useGateWords>> & { count: number }

function reasonsOf(gated: readonly GatedLine[], wordsOf: ReturnType<typeof useGateWords>): Reason[] {
  const byWhy = new Map<string, Reason>()
  for (const { gate } of gated)
    for (const finding of gate.findings) {
      const words = wordsOf(finding, gate.community)
      const before = byWhy.get(words.why)
      byWhy.set(words.why, { ...words, count: (before?.count ?? 0) + 1 })
    }
  return [...byWhy.values()]
}
