import { type ReactNode, useId } from 'react'

/** One thing of the room, with its name and what one can do with the whole of it. */
export function Panel({ title, action, children }: { title: ReactNode; action?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="rounded-xl border border-line bg-pane px-4 py-3">
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
        <h2 id={id} className="text-body font-bold">
          {title}
        </h2>
        {action}
      </div>
      <div className="mt-1.5">{children}</div>
    </section>
  )
}
