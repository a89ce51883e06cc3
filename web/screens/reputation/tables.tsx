import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { ReputationView } from '#api/contract/report-shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { Net, useNetworkName } from '#web/parts/network.tsx'
import { usePolicyNames } from '#web/parts/policy/policy-names.ts'
import { useMeasureWords } from './measure-words.ts'
import { PanelNote, PanelTitle } from './panel.tsx'

type Given = { report: ReputationView }

function Table({ caption, heads, children }: { caption: string; heads: readonly string[]; children: ReactNode }) {
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

const cell = 'py-1.5 pl-3 text-right max-md:pl-1.5'
const rowHead = 'py-1.5 text-left font-semibold'

/** What is spoken of; each leads to its messages. */
export function TopicTable({ report, onRead }: Given & { onRead: (topic: { id: string; name: string }) => void }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { signed } = useMeasureWords()
  return (
    <>
      <PanelTitle>{t`Topics`}</PanelTitle>
      <Table caption={t`Topics`} heads={[t`Topic`, t`Messages`, t`Before`, t`Net tone`, t`Mostly on`]}>
        {report.topics.map((topic) => (
          <tr key={topic.id} className="border-b border-line last:border-0">
            <th scope="row" className={rowHead}>
              <button
                type="button"
                onClick={() => onRead(topic)}
                className="inline-flex min-h-6 items-center text-left underline-offset-2 hover:underline touch:min-h-11"
              >
                {topic.name}
              </button>
            </th>
            <td className={cell}>{fmt.int(topic.messages)}</td>
            <td className={`${cell} text-ink-3`}>{fmt.int(topic.before)}</td>
            <td className={`${cell} font-semibold ${toneClass(topic.net)}`}>
              {topic.net === null ? '–' : signed(Math.round(topic.net * 100))}
            </td>
            <td className={cell}>
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

/** Who else is spoken of. */
export function VoiceTable({ report }: Given) {
  const { t } = useLingui()
  const fmt = useFmt()
  return (
    <>
      <PanelTitle>{t`Share of voice`}</PanelTitle>
      {report.voices.length === 0 && (
        <p className="text-ui text-ink-3">{t`Make a search with the purpose “market” for whoever you want to stand beside.`}</p>
      )}
      <ul className="pb-1">
        {report.voices.map((voice) => (
          <li key={voice.id} className="py-2">
            <span className="num flex items-baseline gap-2 text-ui">
              <span className={`flex-1 ${voice.isOurs ? 'font-bold' : 'text-ink-2'}`}>
                {voice.isOurs ? t`About you` : voice.name}
              </span>
              <span className="text-meta text-ink-3">{fmt.int(voice.messages)}</span>
              <span className="w-12 text-right font-bold">{fmt.pct(voice.share.value ?? 0)}</span>
            </span>
            <span aria-hidden="true" className="mt-1.5 block h-2.5 rounded-full bg-sunken">
              <span
                className={`block h-2.5 rounded-full ${voice.isOurs ? 'bg-ink' : 'bg-neu-f'}`}
                style={{ width: `${(voice.share.value ?? 0) * 100}%` }}
              />
            </span>
          </li>
        ))}
      </ul>
      <PanelNote>{t`Of all messages that your searches found in this time.`}</PanelNote>
    </>
  )
}

/** Whether some wait longer than others. */
export function FairnessTable({ report }: Given) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { minutes, doubt } = useMeasureWords()
  const networkName = useNetworkName()
  const bands = [
    t`followers not known`,
    t`under 1,000 followers`,
    t`under 10,000 followers`,
    t`10,000 followers or more`,
  ]
  const cuts = { department: t`Department`, source: t`Source`, network: t`Network`, band: t`Followers` }
  const nameOf = ({ cut, id, name }: ReputationView['lines'][number]): string => {
    if (cut === 'band') return bands[Number(id)] ?? id
    if (cut === 'network') return networkName(id)
    return name ?? t`no department`
  }
  return (
    <>
      <PanelTitle>{t`Who waits how long`}</PanelTitle>
      <Table caption={t`Who waits how long`} heads={[t`Who`, t`Answered`, t`Median`, t`Within the promise`]}>
        {report.lines.map((line) => (
          <tr key={`${line.cut} ${line.id}`} className="border-b border-line align-top last:border-0">
            <th scope="row" className={rowHead}>
              {nameOf(line)} <span className="block text-meta font-normal text-ink-3">{cuts[line.cut]}</span>
            </th>
            <td className={cell}>{line.answerRate.value === null ? '–' : fmt.pct(line.answerRate.value)}</td>
            <td className={cell}>
              <span className={line.median.isTooFew ? 'text-ink-3' : ''}>
                {line.median.value === null ? '–' : minutes(line.median.value)}
              </span>
              <span className="block text-meta text-ink-3">{doubt(line.median, minutes)}</span>
            </td>
            <td className={cell}>{line.within.value === null ? '–' : fmt.pct(line.within.value)}</td>
          </tr>
        ))}
      </Table>
      <PanelNote>{t`Of everybody who waited for a first answer, from publication. Compare only where the spans do not overlap.`}</PanelNote>
    </>
  )
}

/** After which answer people sounded milder, and how else we answered. */
export function AnswerTable({ report }: Given) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { doubt, minutes } = useMeasureWords()
  const { strategies } = usePolicyNames()
  const networkName = useNetworkName()
  const { waits, promotion, initiative } = report
  const rows = [
    { name: t`Answered at all`, measure: waits.answerRate, write: fmt.pct },
    { name: t`Nine in ten answered within`, measure: waits.mostWait, write: minutes },
    { name: t`Median since we heard it`, measure: waits.medianHeard, write: minutes },
    { name: t`Asked in the evening or weekend`, measure: waits.evening, write: fmt.pct },
    { name: t`Answers that promote`, measure: promotion, write: fmt.pct },
    { name: t`Answers on our own initiative`, measure: initiative, write: fmt.pct },
    ...report.works.map(({ strategy, network, better }) => ({
      ...{
        name: t`Milder after “${strategies[strategy]}” on ${networkName(network)}`,
        measure: better,
        write: fmt.pct,
      },
    })),
  ]
  return (
    <>
      <PanelTitle>{t`How we answer`}</PanelTitle>
      <Table caption={t`How we answer`} heads={[t`What`, t`Figure`]}>
        {rows.map(({ name, measure, write }) => (
          <tr key={name} className="border-b border-line align-top last:border-0">
            <th scope="row" className={rowHead}>
              {name}
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
            <th scope="row" className={rowHead}>{t`Deliberately no answer: ${name}`}</th>
            <td className={cell}>{fmt.int(count)}</td>
          </tr>
        ))}
      </Table>
      <PanelNote>{t`What came after an answer is not always what came of it: who writes again differs from who does not.`}</PanelNote>
    </>
  )
}
