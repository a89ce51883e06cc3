import type { ReactNode } from 'react'

/** One half of the screen: its name, what can be added, and the list. */
export function Section({
  id,
  title,
  says,
  action,
  children,
}: {
  id: string
  title: ReactNode
  says: ReactNode
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="min-w-0">
      <header className="mb-3 flex items-end gap-3">
        <div className="min-w-0 flex-1">
          <h2 id={id} className="display text-title">
            {title}
          </h2>
          <p className="text-ui text-ink-3">{says}</p>
        </div>
        {action}
      </header>
      {children}
    </section>
  )
}
