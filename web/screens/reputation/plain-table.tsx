import type { ReactNode } from 'react'

type Props = {
  caption: string
  heads: readonly string[]
  /** What a phone goes without; the cells below say the same by `spareCell`. */
  spare?: readonly string[]
  children: ReactNode
}

/** Rows of figures under their heads; on a phone it scrolls by itself. */
export function Table({ caption, heads, spare = [], children }: Props) {
  return (
    <div className="thin-scroll overflow-x-auto">
      <table className="num w-full text-ui">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-meta text-ink-3">
            {heads.map((head, i) => (
              <th
                key={head}
                scope="col"
                className={`py-1.5 font-semibold ${i === 0 ? 'text-left' : 'pl-3 text-right max-md:pl-1.5'} ${spare.includes(head) ? 'max-md:not-print:hidden' : ''}`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

export const cell = 'py-1.5 pl-3 text-right max-md:pl-1.5'
export const rowHead = 'py-1.5 text-left font-semibold'
export const spareCell = `${cell} max-md:not-print:hidden`

type LeadProps = {
  /** Absent: it is only read. */
  onClick: (() => void) | undefined
  label?: string
  className?: string
  children: ReactNode
}

/** A figure or a name that leads to what it counts, where there is a way to it. */
export function Lead({ onClick, label, className = 'text-right', children }: LeadProps) {
  if (!onClick) return <span className={className}>{children}</span>
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className={`min-h-6 min-w-6 underline-offset-2 hover:underline touch:min-h-11 touch:min-w-11 ${className}`}
    >
      {children}
    </button>
  )
}
