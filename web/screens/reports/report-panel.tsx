import type { ReactNode } from 'react'
import type { ReportPart } from '#domain/saved-report.ts'
import { AskedCosts } from '#web/screens/reputation/cost-panel.tsx'
import { DriversChart } from '#web/screens/reputation/drivers-chart.tsx'
import { WhatAnsweringDoes, WhichWorksWhere } from '#web/screens/reputation/effect-panels.tsx'
import { FairnessTable } from '#web/screens/reputation/fairness-table.tsx'
import { Headline } from '#web/screens/reputation/headline.tsx'
import { KeyFigures } from '#web/screens/reputation/key-figures.tsx'
import { Panel, PanelTitle } from '#web/screens/reputation/panel.tsx'
import { SpeedMap } from '#web/screens/reputation/speed-map.tsx'
import { AnswerTable, TopicTable } from '#web/screens/reputation/tables.tsx'
import { ToneChart } from '#web/screens/reputation/tone-chart.tsx'
import { VoicePanel } from '#web/screens/reputation/voice-panel.tsx'
import { Happenings } from './happenings.tsx'
import { usePartNames } from './part-names.ts'
import type { ReportGiven } from './report-body.tsx'

type Props = ReportGiven & { part: ReportPart; onMethod: (() => void) | undefined }

/** One part of a report. */
export function ReportPanel({ part, plan, figures, effect, costs, happenings, onShow, onMethod }: Props) {
  const names = usePartNames()
  const given = { report: figures, events: happenings, onShow }
  switch (part) {
    case 'summary':
      return <Headline {...given} onMethod={onMethod} />
    case 'figures':
      return <KeyFigures {...given} />
    case 'drivers':
      return (
        <Alone>
          <DriversChart {...given} />
        </Alone>
      )
    case 'tone':
      return (
        <Alone>
          <ToneChart {...given} />
        </Alone>
      )
    case 'speed':
      return (
        <Alone>
          <SpeedMap {...given} />
        </Alone>
      )
    case 'answers':
      return (
        <Alone>
          <AnswerTable {...given} />
        </Alone>
      )
    case 'effect':
      return (
        <Alone>
          <WhatAnsweringDoes asked={effect} />
        </Alone>
      )
    case 'works_where':
      return (
        <Alone>
          <WhichWorksWhere asked={effect} isAlone />
        </Alone>
      )
    case 'topics':
      return (
        <Alone>
          <TopicTable {...given} isOneTone={plan.tone !== null} />
        </Alone>
      )
    case 'voices':
      return (
        <Alone>
          <VoicePanel {...given} isOneTone={plan.tone !== null} />
        </Alone>
      )
    case 'fairness':
      return (
        <Alone>
          <FairnessTable {...given} />
        </Alone>
      )
    case 'costs':
      return (
        <Alone>
          <PanelTitle>{names.costs}</PanelTitle>
          <AskedCosts asked={costs} />
        </Alone>
      )
    case 'happenings':
      return (
        <Alone>
          <PanelTitle>{names.happenings}</PanelTitle>
          <Happenings happenings={happenings} />
        </Alone>
      )
  }
}

function Alone({ children }: { children: ReactNode }) {
  return <Panel span="">{children}</Panel>
}
