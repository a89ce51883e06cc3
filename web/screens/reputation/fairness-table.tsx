import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ReputationView } from '#api/contract/report-shapes.ts'
import { Select } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useNetworkName } from '#web/parts/network.tsx'
import { useIsPaper } from '#web/parts/paper.tsx'
import { useMeasureWords } from './measure-words.ts'
import { PanelNote, PanelTitle } from './panel.tsx'
import { cell, Lead, rowHead, spareCell, Table } from './plain-table.tsx'
import type { OnShow } from './shown.ts'

type Line = ReputationView['lines'][number]
type Props = { report: ReputationView; onShow?: OnShow }

/** The first Monday of a year that began on one. */
const monday = new Date(2024, 0, 1)
const dayMs = 86_400_000

/** Whether some wait longer than others: by one cut at a time, each line leading to whoever waited. On paper nothing is chosen: the cuts of people stand below each other. */
export function FairnessTable(given: Props) {
  const { t } = useLingui()
  const { cuts } = useCutNames()
  const isPaper = useIsPaper()
  const [cut, setCut] = useState<Line['cut']>('department')
  const drawn = isPaper ? cutsOnPaper.filter((one) => given.report.lines.some((line) => line.cut === one)) : [cut]
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <PanelTitle>{t`Who waits how long`}</PanelTitle>
        {!isPaper && (
          <Select
            aria-label={t`Who waits how long, by`}
            value={cut}
            onChange={({ currentTarget: { value } }) => setCut(cutsShown.find((one) => one === value) ?? 'department')}
            choices={cutsShown.map((one) => ({ value: one, label: cuts[one] }))}
          />
        )}
      </div>
      {drawn.map((one) => (
        <CutLines key={one} cut={one} {...given} />
      ))}
      {!given.report.lines.some((line) => drawn.includes(line.cut)) && (
        <p className="py-2 text-ui text-ink-3">{t`Nobody waited in this time.`}</p>
      )}
      <PanelNote>{t`Of everybody who waited for a first answer, from publication. Compare only where the spans do not overlap.`}</PanelNote>
    </>
  )
}

function CutLines({ report, cut, onShow }: Props & { cut: Line['cut'] }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { minutes, doubt } = useMeasureWords()
  const names = useCutNames()
  return (
    <Table
      caption={t`Who waits how long`}
      spare={[t`Answered`]}
      heads={[names.cuts[cut], t`Waits`, t`Answered`, t`Median`, t`Within the promise`]}
    >
      {report.lines
        .filter((line) => line.cut === cut)
        .map((line) => (
          <tr key={line.id} className="border-b border-line align-top last:border-0">
            <th scope="row" className={rowHead}>
              {names.nameOf(line)}
            </th>
            <td className={cell}>
              <Lead
                label={t`${plural(line.answerRate.sample, { one: '# wait', other: '# waits' })}: ${names.nameOf(line)}`}
                onClick={
                  onShow && (() => onShow({ kind: 'waits', cut: line.cut, value: line.id, name: names.nameOf(line) }))
                }
              >
                {fmt.int(line.answerRate.sample)}
              </Lead>
            </td>
            <td className={spareCell}>
              {line.answerRate.value === null ? '–' : fmt.pct(line.answerRate.value)}
              <span className="block text-meta text-ink-3">{doubt(line.answerRate, fmt.pct)}</span>
            </td>
            <td className={cell}>
              <span className={line.median.isTooFew ? 'text-ink-3' : ''}>
                {line.median.value === null ? '–' : minutes(line.median.value)}
              </span>
              <span className="block text-meta text-ink-3">{doubt(line.median, minutes)}</span>
            </td>
            <td className={cell}>
              {line.within.value === null ? '–' : fmt.pct(line.within.value)}
              <span className="block text-meta text-ink-3">{doubt(line.within, fmt.pct)}</span>
            </td>
          </tr>
        ))}
    </Table>
  )
}

const cutsOnPaper = ['department', 'network', 'band', 'time'] as const
const cutsShown = ['department', 'source', 'network', 'band', 'weekday', 'hour', 'time'] as const

/** What a cut and each line of it are called. */
export function useCutNames() {
  const { t } = useLingui()
  const fmt = useFmt()
  const networkName = useNetworkName()
  const bands = [
    t`followers not known`,
    t`under 1,000 followers`,
    t`under 10,000 followers`,
    t`10,000 followers or more`,
  ]
  const cuts: Record<Line['cut'], string> = {
    ...{ department: t`Department`, source: t`Source`, network: t`Network`, band: t`Followers` },
    ...{ weekday: t`Weekday`, hour: t`Hour of the day`, time: t`Evening and weekend` },
  }
  const weekday = (at: number) =>
    new Intl.DateTimeFormat(fmt.locale, { weekday: 'long' }).format(new Date(monday.getTime() + at * dayMs))
  const nameOf = ({ cut, id, name }: Pick<Line, 'cut' | 'id' | 'name'>): string => {
    switch (cut) {
      case 'band':
        return bands[Number(id)] ?? id
      case 'network':
        return networkName(id)
      case 'weekday':
        return weekday(Number(id))
      case 'hour':
        return `${id}–${Number(id) + 1}`
      case 'time':
        return id === 'office' ? t`Weekdays, 8 to 18` : t`Evening, night and weekend`
      case 'department':
        return name ?? t`no department`
      case 'source':
        return name ?? t`a source that is gone`
    }
  }
  return { cuts, nameOf }
}
