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
                className={`py-1.5 font-semibold ${i === 0 ? 'text-left' : 'pl-3 text-right max-md:pl-1.5'} ${spare.includes(head) ? 'max-md:hidden' : ''}`}
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
export const spareCell = `${cell} max-md:hidden`
