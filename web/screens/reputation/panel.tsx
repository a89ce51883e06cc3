import type { ReactNode } from 'react'

/** One question and its answer. Charts bring their own title. */
export function Panel({ span, children }: { span: string; children: ReactNode }) {
  return (
    <section className={`col-span-12 min-w-0 rounded-xl border border-line bg-pane px-5 py-3 max-md:px-4 ${span}`}>
      {children}
    </section>
  )
}

export function PanelTitle({ children }: { children: ReactNode }) {
  return <h2 className="flex min-h-8 items-center text-[15px] leading-5 font-bold">{children}</h2>
}

export function PanelNote({ children }: { children: ReactNode }) {
  return <p className="mt-2 border-t border-line pt-2 text-meta text-ink-3">{children}</p>
}
