import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { CostReportView } from '#api/contract/report-cost-routes.ts'
import { type Asking, useAsk } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Net } from '#web/parts/network.tsx'
import { FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { useMay } from '#web/session.ts'
import { CostDialog } from './cost-dialog.tsx'
import { useMeasureWords } from './measure-words.ts'
import { Panel, PanelNote, PanelTitle } from './panel.tsx'
import type { ReportQuery } from './use-report.ts'

/** What an answer and a source cost, where the workspace says what its work costs. */
export function CostPanel({ query: { against, ...query } }: { query: ReportQuery }) {
  const { t } = useLingui()
  const asked = useAsk('GET /api/reports/costs', { query })
  const { data } = asked
  const mayChange = useMay()('costs.change')
  const [isOpen, setOpen] = useState(false)
  return (
    <Panel span="">
      <div className="flex flex-wrap items-center gap-2">
        <div className="flex-1">
          <PanelTitle>{t`What it costs`}</PanelTitle>
        </div>
        {data && mayChange && (
          <Btn onClick={() => setOpen(true)}>
            <Pencil size={13} /> {t`Set what it costs`}
          </Btn>
        )}
      </div>
      <AskedCosts asked={asked} />
      {data && isOpen && <CostDialog report={data} onClose={() => setOpen(false)} />}
    </Panel>
  )
}

/** Costs that were asked for, or are on their way. */
export function AskedCosts({ asked: { data, error, refetch } }: { asked: Asking<CostReportView> }) {
  const { t } = useLingui()
  if (data) return <Costs report={data} />
  if (error) return <FailedState error={error} retry={() => void refetch()} />
  return <SkeletonRows label={t`The costs are on their way`} count={2} />
}

function Costs({ report }: { report: CostReportView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { doubt, minutes } = useMeasureWords()
  const { settings, perAnswer, writing, assist, listening, sources } = report
  const money = (value: number | null) =>
    value === null
      ? '–'
      : new Intl.NumberFormat(fmt.locale, { style: 'currency', currency: settings.currency }).format(value)
  const isSet = settings.hourCost !== null || Object.keys(settings.sourceCosts).length > 0
  if (!isSet)
    return (
      <PanelNote>{t`Nothing is said of cost: once an administrator says what an hour and a source cost, it stands here what an answer costs.`}</PanelNote>
    )
  const each = report.minutes.value === null ? '–' : minutes(report.minutes.value)
  const figures = [
    {
      name: t`An answer, all in`,
      value: money(perAnswer),
      says: plural(report.answers, { one: '# answer', other: '# answers' }),
    },
    { name: t`Writing`, value: money(writing), says: t`${each} each, ${doubt(report.minutes, minutes)}` },
    { name: t`Help of a model`, value: money(assist), says: '' },
    { name: t`Listening`, value: money(listening), says: '' },
  ]
  return (
    <>
      <dl className="mt-1 grid grid-cols-4 gap-4 max-md:grid-cols-2">
        {figures.map(({ name, value, says }) => (
          <div key={name}>
            <dt className="text-ui text-ink-2">{name}</dt>
            <dd className="num display text-[22px] leading-7">{value}</dd>
            <dd className="num text-meta text-ink-3">{says}</dd>
          </div>
        ))}
      </dl>
      <SourceCosts sources={sources} money={money} />
      <PanelNote>{t`Minutes of writing: from taking it up, the answer before it or hearing it, whichever came last, up to half an hour; where that cannot be told, as long as the others. A source by the days of its month.`}</PanelNote>
    </>
  )
}

type SourcesProps = { sources: CostReportView['sources']; money: (value: number | null) => string }

function SourceCosts({ sources, money }: SourcesProps) {
  const { t } = useLingui()
  const fmt = useFmt()
  const heads = [t`Source`, t`Messages`, t`Answers`, t`In this time`, t`A message`, t`An answer`]
  const isWide = (i: number) => (i === 1 || i === 2 ? 'max-md:not-print:hidden' : '')
  return (
    <table className="num mt-3 w-full text-ui">
      <caption className="sr-only">{t`What each source costs`}</caption>
      <thead>
        <tr className="border-b border-line text-meta text-ink-3">
          {heads.map((head, i) => (
            <th
              key={head}
              scope="col"
              className={`py-1.5 font-semibold ${i === 0 ? 'text-left' : 'pl-2 text-right'} ${isWide(i)}`}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sources.map(({ id, name, network, mentions, answers, cost, perMention, perAnswer }) => (
          <tr key={id} className="border-b border-line last:border-0">
            <th scope="row" className="py-1.5 text-left font-semibold">
              <span className="inline-flex items-center gap-1.5">
                <Net id={network} size={13} /> {name}
              </span>
            </th>
            {[fmt.int(mentions), fmt.int(answers), money(cost), money(perMention), money(perAnswer)].map((text, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table do not move.
              <td key={i} className={`py-1.5 pl-2 text-right ${isWide(i + 1)}`}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
