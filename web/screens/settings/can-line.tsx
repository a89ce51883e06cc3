import { useLingui } from '@lingui/react/macro'
import { Check, Minus } from 'lucide-react'
import type { ConnectorView } from '#api/contract/shapes.ts'

/** What an account there can and cannot do: before one gives a key, and after. */
export function CanLine({ can }: { can: ConnectorView['can'] }) {
  const { t } = useLingui()
  const lines = [
    { can: can.reply, words: t`answer` },
    { can: can.like, words: t`like` },
    { can: can.notifications, words: t`hear what is said to you` },
    { can: can.stream, words: t`at once` },
  ]
  return (
    <span className="mt-0.5 flex flex-wrap gap-x-3 gap-y-0.5 text-meta text-ink-2">
      {lines.map((line) => (
        <span key={line.words} className={line.can ? 'flex items-center gap-1' : 'flex items-center gap-1 text-ink-3'}>
          {line.can ? (
            <Check size={12} aria-hidden="true" className="text-pos-t" />
          ) : (
            <Minus size={12} aria-hidden="true" />
          )}
          {line.can ? line.words : t`not: ${line.words}`}
        </span>
      ))}
    </span>
  )
}
