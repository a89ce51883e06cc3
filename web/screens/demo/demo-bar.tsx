import { useLingui } from '@lingui/react/macro'
import { Theater } from 'lucide-react'
import { useState } from 'react'
import { RemoveDemo } from './remove-demo.tsx'
import { useDemo } from './use-demo.ts'

/** Says at all times that this is a demo, and leads out of it. */
export function DemoBar() {
  const { t } = useLingui()
  const [isAsked, setAsked] = useState(false)
  const mayRemove = useDemo()?.mayRemove ?? false
  return (
    <aside
      aria-label={t`Demo company`}
      className="flex min-h-8 shrink-0 items-center gap-2 border-b border-line bg-mix-s px-4 text-meta text-ink-2 max-md:px-3"
    >
      <Theater size={14} aria-hidden="true" className="shrink-0 text-mix-t" />
      <b className="shrink-0 font-bold text-mix-t">{t`Demo company`}</b>
      <span className="min-w-0 truncate">
        <span aria-hidden="true">· </span>
        {t`nothing leaves this machine`}
      </span>
      <span className="flex-1" />
      {mayRemove && (
        <button
          type="button"
          onClick={() => setAsked(true)}
          className="h-8 shrink-0 px-1 font-semibold underline decoration-line-strong underline-offset-2 hover:text-ink hover:decoration-current touch:h-11"
        >
          {t`Remove the demo`}
        </button>
      )}
      <RemoveDemo isOpen={isAsked} onClose={() => setAsked(false)} />
    </aside>
  )
}
