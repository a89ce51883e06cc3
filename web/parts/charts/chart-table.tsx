import type { ChartStep } from './chart-frame.tsx'

/** The same figures without the picture: for whoever reads, copies or does not see. */
export function ChartTable(props: { title: string; columns: readonly string[]; steps: readonly ChartStep[] }) {
  const [first, ...rest] = props.columns
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse.
    <section tabIndex={0} aria-label={props.title} className="thin-scroll mt-1 max-h-64 overflow-y-auto rounded-md">
      <table className="num w-full text-ui">
        <thead className="sticky top-0 bg-pane text-meta text-ink-3">
          <tr>
            <th scope="col" className="py-1 text-left font-semibold">
              {first}
            </th>
            {rest.map((head) => (
              <th key={head} scope="col" className="py-1 pl-3 text-right font-semibold">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.steps.map(({ label, cells }) => (
            <tr key={label} className="border-t border-line">
              <th scope="row" className="py-1 text-left font-normal">
                {label}
              </th>
              {cells.map((cell, i) => (
                <td key={rest[i]} className="py-1 pl-3 text-right">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
