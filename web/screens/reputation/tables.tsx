import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { MeasureView, ReputationView } from '#api/contract/report-shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { Net, useNetworkName } from '#web/parts/network.tsx'
import { usePolicyNames } from '#web/parts/policy/policy-names.ts'
import type { ReportSearch } from '#web/report-search.ts'
import { useMeasureWords } from './measure-words.ts'
import { PanelNote, PanelTitle } from './panel.tsx'
import { cell, Lead, rowHead, spareCell, Table } from './plain-table.tsx'
import type { OnShow, Shown } from './shown.ts'

type Given = { report: ReputationView }
type Leads = { onShow?: OnShow }

type TopicProps = Given & Leads & { isOneTone: boolean; search?: ReportSearch }

/** What is spoken of; each leads to its messages, and with `search` to itself in depth. */
export function TopicTable({ report, search, isOneTone, onShow }: TopicProps) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { signed, minutes } = useMeasureWords()
  return (
    <>
      <PanelTitle>{t`Topics`}</PanelTitle>
      <Table
        caption={t`Topics`}
        spare={[t`Time before`, t`Mostly on`]}
        heads={[
          t`Topic`,
          t`Messages`,
          t`Time before`,
          ...(isOneTone ? [] : [t`Net tone`]),
          t`First answer`,
          t`Mostly on`,
        ]}
      >
        {report.topics.map((topic) => (
          <tr key={topic.id} className="border-b border-line last:border-0">
            <th scope="row" className={rowHead}>
              {search ? (
                <Link
                  to="/reputation/topic/$id"
                  params={{ id: topic.id }}
                  search={{ ...search, show: undefined }}
                  className="inline-flex min-h-6 items-center underline-offset-2 hover:underline touch:min-h-11"
                >
                  {topic.name}
                </Link>
              ) : (
                topic.name
              )}
            </th>
            <td className={cell}>
              <Lead
                label={t`${plural(topic.messages, { one: '# message', other: '# messages' })} about ${topic.name}`}
                onClick={onShow && (() => onShow({ kind: 'messages', topicId: topic.id, name: topic.name }))}
              >
                {fmt.int(topic.messages)}
              </Lead>
            </td>
            <td className={`${spareCell} text-ink-3`}>{fmt.int(topic.before)}</td>
            {!isOneTone && (
              <td className={`${cell} font-semibold ${toneClass(topic.net)}`}>
                {topic.net === null ? '–' : signed(Math.round(topic.net * 100))}
              </td>
            )}
            <td className={`${cell} ${topic.median.isTooFew ? 'text-ink-3' : ''}`}>
              <Lead
                onClick={
                  onShow &&
                  (() =>
                    onShow({ kind: 'waits', cut: 'topic', value: topic.id, outcome: 'answered', name: topic.name }))
                }
              >
                {topic.median.value === null ? '–' : minutes(topic.median.value)}
                {onShow && <span className="sr-only">{t`Who waited about ${topic.name}`}</span>}
              </Lead>
            </td>
            <td className={spareCell}>
              <span className="inline-flex gap-2">
                {topic.networks.map((id) => (
                  <Net key={id} id={id} size={13} />
                ))}
              </span>
            </td>
          </tr>
        ))}
      </Table>
      <PanelNote>{t`Net tone: positive less negative in every hundred of which the tone is known. A message of two topics counts in both.`}</PanelNote>
    </>
  )
}

function toneClass(net: number | null): string {
  return net === null ? 'text-ink-3' : net < -0.3 ? 'text-neg-t' : net > 0.3 ? 'text-pos-t' : 'text-ink-2'
}

/** After which answer people sounded milder, and how else we answered. */
export function AnswerTable({ report, onShow }: Given & Leads) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { doubt, minutes } = useMeasureWords()
  const { strategies } = usePolicyNames()
  const networkName = useNetworkName()
  const { waits, promotion, initiative } = report
  const waited = { kind: 'waits', outcome: 'answered' } as const
  const rows: { name: string; measure: MeasureView; write: (value: number) => string; leadsTo: Shown }[] = [
    { name: t`Nine in ten answered within`, measure: waits.mostWait, write: minutes, leadsTo: waited },
    { name: t`Median since we heard it`, measure: waits.medianHeard, write: minutes, leadsTo: waited },
    { name: t`Nine in ten since we heard it`, measure: waits.mostWaitHeard, write: minutes, leadsTo: waited },
    {
      ...{ name: t`Asked in the evening or weekend`, measure: waits.evening, write: fmt.pct },
      leadsTo: { kind: 'waits', cut: 'time', value: 'evening' },
    },
    {
      ...{ name: t`Answers that promote`, measure: promotion, write: fmt.pct },
      leadsTo: { kind: 'answers', which: 'promotional' },
    },
    {
      ...{ name: t`Answers on our own initiative`, measure: initiative, write: fmt.pct },
      leadsTo: { kind: 'answers', which: 'unasked' },
    },
    ...report.works.map(({ strategy, network, better }) => ({
      ...{
        name: t`Milder after “${strategies[strategy]}” on ${networkName(network)}`,
        measure: better,
        write: fmt.pct,
      },
      leadsTo: { kind: 'answers', which: 'compared', strategy, network } as const,
    })),
  ]
  return (
    <>
      <PanelTitle>{t`How we answer`}</PanelTitle>
      <Table caption={t`How we answer`} heads={[t`What`, t`Figure`]}>
        {rows.map(({ name, measure, write, leadsTo }) => (
          <tr key={name} className="border-b border-line align-top last:border-0">
            <th scope="row" className={rowHead}>
              <Lead className="text-left" onClick={onShow && (() => onShow({ ...leadsTo, name }))}>
                {name}
              </Lead>
            </th>
            <td className={cell}>
              <span className={measure.isTooFew ? 'text-ink-3' : 'font-semibold'}>
                {measure.value === null ? '–' : write(measure.value)}
              </span>
              <span className="block text-meta text-ink-3">{doubt(measure, write)}</span>
            </td>
          </tr>
        ))}
        {report.silences.map(({ id, name, count }) => (
          <tr key={id} className="border-b border-line last:border-0">
            <th scope="row" className={rowHead}>
              <Lead
                className="text-left"
                onClick={onShow && (() => onShow({ kind: 'answers', which: 'silent', reasonId: id, name }))}
              >
                {t`Deliberately no answer: ${name}`}
              </Lead>
            </th>
            <td className={cell}>{fmt.int(count)}</td>
          </tr>
        ))}
      </Table>
      <PanelNote>{t`What came after an answer is not always what came of it: who writes again differs from who does not.`}</PanelNote>
    </>
  )
}
