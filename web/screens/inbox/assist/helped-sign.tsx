import { useLingui } from '@lingui/react/macro'
import { Sparkles } from 'lucide-react'

/** Whoever reads an answer of ours sees that a model helped to write it, and which. */
export function HelpedSign({ models }: { models: readonly string[] }) {
  const { t } = useLingui()
  const names = models.join(', ')
  return (
    <p className="mt-1 flex items-center gap-1.5 text-meta break-words text-ink-3">
      <Sparkles size={12} aria-hidden="true" className="shrink-0" />
      {t`Written with help of ${names}`}
    </p>
  )
}
