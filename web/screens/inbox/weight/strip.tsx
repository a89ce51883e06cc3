import type { ReactNode } from 'react'

/** One line under the head of a conversation: how it came to stand here, and what can be done about that. */
export function Strip(props: { icon: ReactNode; says: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line bg-sunken px-5 py-1 text-ui text-ink-2 max-md:px-4">
      <span aria-hidden="true" className="shrink-0 text-ink-3">
        {props.icon}
      </span>
      <span className="min-w-0 flex-1 basis-56 text-pretty">{props.says}</span>
      {props.children}
    </div>
  )
}
