import type { ReactNode } from 'react'
import { Mark } from '#web/parts/logo.tsx'

type Props = {
  name: string
  /** Whose report it is, and until when it can be seen. */
  says?: ReactNode
  /** What stands above it on the screen, and not on paper. */
  above?: ReactNode
  children: ReactNode
}

/** A report as it leaves the printer: as wide as the paper, so that what was drawn for the screen fits. */
export function PaperSheet({ name, says, above, children }: Props) {
  return (
    <div className="min-h-dvh bg-pane print:min-h-0">
      {above}
      <main className="on-paper mx-auto w-[690px] max-w-full px-4 pt-6 pb-12 print:p-0 min-[760px]:px-0">
        <header className="mb-4 border-b-2 border-ink pb-3">
          <p className="num flex items-center gap-2 text-meta text-ink-2">
            <Mark size={16} />
            {says}
          </p>
          <h1 className="display mt-2 text-[26px] leading-[32px] text-balance break-words">{name}</h1>
        </header>
        {children}
      </main>
    </div>
  )
}
