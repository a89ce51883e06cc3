import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ReputationView } from '#api/contract/report-shapes.ts'
import { TableToggle } from '#web/parts/charts/table-toggle.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useMeasureWords } from './measure-words.ts'
import { PanelNote, PanelTitle } from './panel.tsx'
import { cell, Lead, rowHead, Table } from './plain-table.tsx'
import type { OnShow, Shown } from './shown.ts'

type Props = { report: ReputationView; isOneTone: boolean; onShow?: OnShow }
type Voice = ReputationView['voices'][number]

/** Who else is spoken of: as bars, or as a table with the time before and the tone. */
export function VoicePanel({ report: { voices }, isOneTone, onShow }: Props) {
  const { t } = useLingui()
  const [isTable, setTable] = useState(false)
  const title = t`Share of voice`
  return (
    <>
      <div className="flex items-center gap-2" data-voices>
        <div className="min-w-0 flex-1">
          <PanelTitle>{title}</PanelTitle>
        </div>
        {voices.length > 0 && <TableToggle title={title} isTable={isTable} onChange={setTable} />}
      </div>
      {voices.length === 0 ? (
        <p className="text-ui text-ink-3">{t`Make a search with the purpose “market” for whoever you want to stand beside.`}</p>
      ) : isTable ? (
        <VoiceTable title={title} voices={voices} isOneTone={isOneTone} onShow={onShow} />
      ) : (
        <VoiceBars voices={voices} onShow={onShow} />
      )}
      <PanelNote>{t`Of all messages that your searches found in this time.`}</PanelNote>
    </>
  )
}

type TableProps = { title: string; voices: readonly Voice[]; isOneTone: boolean; onShow: OnShow }

function VoiceTable({ title, voices, isOneTone, onShow }: TableProps) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { signed } = useMeasureWords()
  const share = (value: number | null) => (value === null ? '–' : fmt.pct(value))
  const within = ({ low, high }: Voice['share']) =>
    low === null || high === null ? '–' : `${fmt.pct(low)}–${fmt.pct(high)}`
  // Of one tone alone it would always be the same.
  const tone = isOneTone ? [] : [t`Net tone`]
  return (
    <Table caption={title} heads={[t`About whom`, t`Messages`, t`Share`, t`certain within`, t`Time before`, ...tone]}>
      {voices.map((voice) => (
        <tr key={voice.id} className="border-b border-line last:border-0">
          <th scope="row" className={rowHead}>
            <Lead className="text-left" onClick={onShow && (() => onShow(messagesOf(voice)))}>
              {voice.isOurs ? t`About you` : voice.name}
            </Lead>
          </th>
          <td className={cell}>{fmt.int(voice.messages)}</td>
          <td className={`${cell} ${voice.share.isTooFew ? 'text-ink-3' : ''}`}>{share(voice.share.value)}</td>
          <td className={cell}>{within(voice.share)}</td>
          <td className={`${cell} text-ink-3`}>{share(voice.before.value)}</td>
          {!isOneTone && <td className={cell}>{voice.net === null ? '–' : signed(Math.round(voice.net * 100))}</td>}
        </tr>
      ))}
    </Table>
  )
}

function VoiceBars({ voices, onShow }: { voices: readonly Voice[]; onShow: OnShow }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { doubt } = useMeasureWords()
  const nameOf = (voice: Voice) => (voice.isOurs ? t`About you` : voice.name)
  return (
    <ul className="pb-1">
      {voices.map((voice) => (
        <li key={voice.id} className="py-2">
          <span className="num flex items-baseline gap-2 text-ui">
            <span className={`flex-1 ${voice.isOurs ? 'font-bold' : 'text-ink-2'}`}>{nameOf(voice)}</span>
            <Lead
              className="text-right text-meta text-ink-3"
              label={t`${plural(voice.messages, { one: '# message', other: '# messages' })}: ${nameOf(voice)}`}
              onClick={onShow && (() => onShow(messagesOf(voice)))}
            >
              {fmt.int(voice.messages)}
            </Lead>
            <span className="w-12 text-right font-bold">{fmt.pct(voice.share.value ?? 0)}</span>
          </span>
          <span className="num block text-meta text-ink-3">{doubt(voice.share, fmt.pct)}</span>
          <span aria-hidden="true" className="mt-1.5 block h-2.5 rounded-full bg-sunken">
            <span
              className={`block h-2.5 rounded-full ${voice.isOurs ? 'bg-ink' : 'bg-neu-f'}`}
              style={{ width: `${(voice.share.value ?? 0) * 100}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  )
}

function messagesOf(voice: Voice): Shown {
  return { kind: 'messages', ...(!voice.isOurs && { topicId: voice.id, name: voice.name }) }
}
