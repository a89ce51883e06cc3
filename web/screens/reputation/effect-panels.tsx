import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { CircleHelp } from 'lucide-react'
import { useState } from 'react'
import type { AnswerEffectView } from '#api/contract/report-effect-routes.ts'
import { type Asking, useAsk } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useIsPaper } from '#web/parts/paper.tsx'
import { FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { EffectMethod } from './effect-method.tsx'
import { EffectTable } from './effect-table.tsx'
import { Panel, PanelNote, PanelTitle } from './panel.tsx'
import { type ReportQuery, useReport } from './use-report.ts'
import { WorksWhere } from './works-where.tsx'

/** What answering did, and which answer does it where. Counted when asked for, so that the rest of the report does not wait for it. */
export function EffectPanels({ query: { against, ...query } }: { query: ReportQuery }) {
  const asked = useAsk('GET /api/reports/effect', { query })
  const { change } = useReport()
  return (
    <>
      <Panel span="lg:col-span-5">
        <WhatAnsweringDoes asked={asked} />
      </Panel>
      <Panel span="lg:col-span-7">
        <WhichWorksWhere asked={asked} onNetwork={(network) => change({ network })} />
      </Panel>
    </>
  )
}

type Given = { asked: Asking<AnswerEffectView> }

/** What was seen of those who were answered, beside those alike who were not. */
export function WhatAnsweringDoes({ asked: { data, error, refetch } }: Given) {
  const { t } = useLingui()
  return (
    <>
      <PanelTitle>{t`What answering does`}</PanelTitle>
      {data ? (
        <EffectFigures effect={data} />
      ) : error ? (
        <FailedState error={error} retry={() => void refetch()} />
      ) : (
        <SkeletonRows label={t`Answers are being compared`} count={3} />
      )}
    </>
  )
}

/** The same by the kind of answer and the network. That it failed is said by its neighbour, unless it stands alone. */
export function WhichWorksWhere({ asked, isAlone, ...given }: Given & WhereProps) {
  const { t } = useLingui()
  const { data, error, refetch } = asked
  return (
    <>
      <PanelTitle>{t`Which answer works where`}</PanelTitle>
      {data ? (
        <WorksWhere effect={data} {...given} />
      ) : error ? (
        isAlone && <FailedState error={error} retry={() => void refetch()} />
      ) : (
        <SkeletonRows label={t`Answers are being compared`} count={3} />
      )}
    </>
  )
}

type WhereProps = { isAlone?: true; onNetwork?: (network: string) => void }

function EffectFigures({ effect }: { effect: AnswerEffectView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const isPaper = useIsPaper()
  const [isOpen, setOpen] = useState(false)
  const { answers, matched, windowHours, isCut, messages } = effect
  return (
    <>
      <EffectSentence effect={effect} />
      <EffectTable effect={effect} />
      <PanelNote>
        {t`Of ${plural(answers, { one: '# answer', other: '# answers' })} ${plural(matched, { one: '# is', other: '# are' })} held against somebody alike who still waited at that moment, for ${windowHours} hours. Complaints are not counted: fewer of them is not a success.`}
        {isCut && ` ${t`Of the newest ${fmt.int(messages)} messages.`}`}
      </PanelNote>
      {!isPaper && (
        <Btn kind="quiet" className="mt-1" onClick={() => setOpen(true)}>
          <CircleHelp size={14} /> {t`How are they compared?`}
        </Btn>
      )}
      {isOpen && <EffectMethod effect={effect} onClose={() => setOpen(false)} />}
    </>
  )
}

function EffectSentence({ effect }: { effect: AnswerEffectView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { tone } = effect.outcomes
  const { value, low, high } = tone
  const whole = (share: number) => fmt.int(Math.abs(Math.round(share * 100)))
  return (
    <p className="text-ui text-pretty text-ink-2">
      {value === null || low === null || high === null || tone.isTooFew
        ? t`Too few: ${fmt.int(tone.sample)} can be compared, and thirty are needed.`
        : low <= 0 && high >= 0
          ? t`It cannot be told from chance whether answering makes people milder.`
          : value > 0
            ? t`Of a hundred people who were answered, ${whole(value)} more became milder than of a hundred alike who still waited.`
            : t`Of a hundred people who were answered, ${whole(value)} fewer became milder than of a hundred alike who still waited.`}
    </p>
  )
}
