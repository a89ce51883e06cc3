import { useLingui } from '@lingui/react/macro'
import { Siren } from 'lucide-react'
import type { Answer } from '#api/contract/contract.ts'
import { Btn } from '#web/parts/bits.tsx'

type Over = Answer<'GET /api/conversations/{id}/incidents'>
type Props = {
  over: Over
  /** Words stand in the field: the line is read, and not put over them. */
  isReadOnly: boolean
  onUse: (text: string) => void
}

/** The line of the incident this is about, where one answers, and what is not said. */
export function LineOver({ over, isReadOnly, onUse }: Props) {
  const { t } = useLingui()
  return (
    <section aria-label={t`The line of the incident`} className="mb-2 space-y-2">
      {over.map(({ key, title, line, notToSay }) => {
        const words = notToSay.map((word) => `“${word}”`).join(', ')
        return (
          <div key={key} data-line-over className="rounded-lg border border-line bg-pane px-3 py-1.5 text-meta">
            <p className="flex items-center gap-1.5 font-semibold">
              <Siren size={13} aria-hidden="true" />
              <span className="min-w-0 truncate">{title ? `${key} · ${title}` : key}</span>
            </p>
            {line ? (
              <p className="thin-scroll mt-0.5 max-h-24 overflow-y-auto text-ui whitespace-pre-line" dir="auto">
                {line.text}
              </p>
            ) : (
              <p className="mt-0.5 text-ink-2">{t`There is no approved line yet. Answer only what you know to be so.`}</p>
            )}
            {words && <p className="mt-0.5 text-ink-2">{t`Not said: ${words}`}</p>}
            {line && !isReadOnly && (
              <Btn small className="mt-1" onClick={() => onUse(line.text)}>{t`Begin with the line`}</Btn>
            )}
          </div>
        )
      })}
    </section>
  )
}
