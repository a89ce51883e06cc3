import type { ReactNode } from 'react'

/** One line under an answer: a sign, what is so, and what can be done. */
export function State({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className="num mt-2 flex flex-wrap items-center gap-x-2 gap-y-1.5 text-meta text-ink-2">
      <span className="shrink-0">{icon}</span>
      {children}
    </div>
  )
}
