import { useLingui } from '@lingui/react/macro'
import type { AnswerEffectView } from '#api/contract/report-effect-routes.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { Net, useNetworkName } from '#web/parts/network.tsx'
import { usePolicyNames } from '#web/parts/policy/policy-names.ts'
import { usePoints } from './effect-words.ts'
import { PanelNote } from './panel.tsx'

type Cell = AnswerEffectView['cells'][number]

const networksMax = 5
/** How green or red a cell is for each point; so that text on it can always be read, never all of it. */
const huePerPoint = 1.3
const hueMost = 55
const paleBy = 0.35

type Props = {
  effect: AnswerEffectView
  /** To look at one network alone; absent where it is only read. */
  onNetwork?: ((network: string) => void) | undefined
}

/** The answer by what the policy advised when it was given, beside where it was given. */
export function WorksWhere({ effect: { cells }, onNetwork }: Props) {
  const { t } = useLingui()
  const { strategies } = usePolicyNames()
  const networkName = useNetworkName()
  const networks = mostFirst(cells, ({ network }) => network).slice(0, networksMax)
  if (cells.length === 0)
    return (
      <PanelNote>{t`None of these answers was given by a policy: where there is one, it stands here which answer works where.`}</PanelNote>
    )
  return (
    <>
      <table className="num w-full table-fixed border-separate border-spacing-[3px] text-ui">
        <caption className="sr-only">{t`Which answer works where`}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-[28%] text-left text-meta font-semibold text-ink-3">
              {t`Answer`}
            </th>
            {networks.map((id) => (
              <th key={id} scope="col" className="p-0 text-meta font-semibold text-ink-3">
                {onNetwork ? (
                  <button
                    type="button"
                    title={t`Only ${networkName(id)}`}
                    onClick={() => onNetwork(id)}
                    className={`${headClass} hover:bg-sunken hover:text-ink touch:min-h-11 touch:min-w-11`}
                  >
                    <NetworkHead id={id} />
                  </button>
                ) : (
                  <span className={headClass}>
                    <NetworkHead id={id} />
                  </span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mostFirst(cells, ({ strategy }) => strategy).map((strategy) => (
            <tr key={strategy}>
              <th scope="row" className="pr-1 text-left leading-4 font-medium text-balance">
                {strategies[strategy]}
              </th>
              {networks.map((network) => (
                <WorksCell
                  key={network}
                  cell={cells.find((one) => one.network === network && one.strategy === strategy)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <PanelNote>{t`Points by which more became milder than of those alike who still waited; below it how many are compared. Pale: fewer than thirty, read with care.`}</PanelNote>
    </>
  )
}

const headClass = 'inline-flex min-h-7 max-w-full items-center justify-center gap-1 rounded px-1'

function NetworkHead({ id }: { id: string }) {
  const networkName = useNetworkName()
  return (
    <>
      <Net id={id} size={13} label="" />
      <span className="truncate max-md:sr-only">{networkName(id)}</span>
    </>
  )
}

function WorksCell({ cell }: { cell: Cell | undefined }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { points, span } = usePoints()
  if (!cell) return <td className="rounded-md bg-sunken text-center text-ink-3">–</td>
  const { value, isTooFew, sample } = cell.tone
  const hue = Math.min(hueMost, Math.abs((value ?? 0) * 100) * huePerPoint) * (isTooFew ? paleBy : 1)
  const colour = (value ?? 0) < 0 ? 'var(--neg-f)' : 'var(--pos-f)'
  return (
    <td
      title={span(cell.tone)}
      className="rounded-md px-1 py-1 text-center leading-4"
      style={{ background: `color-mix(in oklab, ${colour} ${hue}%, var(--sunken))` }}
    >
      <span className={isTooFew ? 'text-ink-2' : 'font-bold text-ink'}>
        {value === null ? t`too few` : points(value)}
      </span>
      <span className={`block text-[12px] ${isTooFew ? 'text-ink-2' : 'text-ink'}`}>{fmt.int(sample)}</span>
    </td>
  )
}

function mostFirst<Key extends string>(cells: readonly Cell[], keyOf: (cell: Cell) => Key): Key[] {
  const counts = new Map<Key, number>()
  for (const cell of cells) counts.set(keyOf(cell), (counts.get(keyOf(cell)) ?? 0) + cell.tone.sample)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([key]) => key)
}
