import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** A part with its name. `#` leads to it. */
export function Frame({ name, span, children }: { name: string; span: string; children: ReactNode }) {
  const { i18n } = useLingui()
  return (
    <section
      id={name.replaceAll(' ', '-')}
      data-frame={name}
      lang={i18n.locale}
      className={`flex min-w-0 flex-col rounded-xl border border-line bg-pane ${span}`}
    >
      <h2 className="px-5 pt-3 pb-1 text-meta font-semibold text-ink-3" lang="en" data-code>
        {name}
      </h2>
      <div className="min-h-0 min-w-0 flex-1 px-5 pt-1 pb-4">{children}</div>
    </section>
  )
}
