import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/** One line above the composer. Calm says how it is; else something stands between the words and the network. */
export function Notice(props: { children: ReactNode; icon?: ReactNode; action?: ReactNode; isCalm?: boolean }) {
  return (
    <div
      className={`mb-2 flex items-center gap-2.5 rounded-lg px-3 py-1.5 text-ui max-md:mx-3 ${props.isCalm ? 'bg-sunken' : 'bg-warn-s'}`}
    >
      {props.icon ?? <CircleAlert size={15} className="shrink-0 text-warn-t" />}
      <span className="line-clamp-2 min-w-0 flex-1">{props.children}</span>
      {props.action}
    </div>
  )
}
