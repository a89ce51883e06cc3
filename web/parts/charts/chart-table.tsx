import type { ChartStep } from './chart-frame.tsx'

type Props = {
  title: string
  columns: readonly string[]
  steps: readonly ChartStep[]
  onPick: ((at: number) => void) | undefined
}

/** The same figures without the picture: for whoever reads, copies or does not see. */
export function ChartTable(props: Props) {
  const { onPick } = props
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
          {props.steps.map(({ label, cells }, at) => (
            <tr key={label} className="border-t border-line">
              <th scope="row" className="py-1 text-left font-normal">
                {onPick ? (
                  <button
                    type="button"
                    onClick={() => onPick(at)}
                    className="min-h-6 min-w-6 text-left underline-offset-2 hover:underline touch:min-h-11 touch:min-w-11"
                  >
                    {label}
                  </button>
                ) : (
                  label
                )}
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
