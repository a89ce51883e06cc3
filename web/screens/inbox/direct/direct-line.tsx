import { useLingui } from '@lingui/react/macro'
import { Lock } from 'lucide-react'
import type { Message } from '#api/contract/shapes.ts'

/** Who will read it, above the words: nobody has to guess before sending. */
export function DirectLine({ author }: { author: Message['author'] }) {
  const { t } = useLingui()
  const { handle } = author
  return (
    <p
      data-direct
      className="flex min-h-7 flex-wrap items-center gap-x-1.5 border-b border-line bg-sea-soft px-3.5 py-1 text-meta"
    >
      <Lock size={12} className="shrink-0 text-sea" aria-hidden="true" />
      <b className="font-semibold">{t`Only @${handle} reads this.`}</b>
      <span className="text-ink-2">{t`Name nobody else in it: they would read along, so it would not be sent.`}</span>
    </p>
  )
}
