import type { ReactNode } from 'react'

/** Rows of figures under their heads; on a phone it scrolls by itself. */
export function Table({
  caption,
  heads,
  children,
}: {
  caption: string
  heads: readonly string[]
  children: ReactNode
}) {
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
                className={`py-1.5 font-semibold ${i === 0 ? 'text-left' : 'pl-3 text-right max-md:pl-1.5'}`}
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
