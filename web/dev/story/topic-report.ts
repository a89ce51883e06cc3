import type { IncidentListLine } from '#api/contract/incident-shapes.ts'
import type { ReportCaseView, TopicReportView } from '#api/contract/report-shapes.ts'
import { inMinutes } from './moments.ts'
import { reputation } from './reputation.ts'

const dayMinutes = 1_440

/** One topic of the same weeks. */
export const topicReport: TopicReportView = {
  ...{ id: 'topic-0', name: 'Bagage', period: reputation.period, isCounting: false },
  ...{
    score: { ...reputation.score, value: 21, low: 19, high: 23.4, sample: 3_870 },
    scoreBefore: reputation.scoreBefore,
  },
  ...{ points: -5.2, days: reputation.days, messages: reputation.messages, waits: reputation.waits },
  networks: [
    { network: 'bluesky', messages: 2_610 },
    { network: 'mastodon', messages: 1_104 },
    { network: 'feed', messages: 406 },
  ],
}

export const waitedRows: ReportCaseView[] = Array.from({ length: 6 }, (_, i) => ({
  id: `w${i}`,
  conversationId: `c${i}`,
  number: 4_182 - i,
  network: i % 2 ? 'mastodon' : 'bluesky',
  at: inMinutes(-55 * (i + 1)),
  author: ['Els de Wit', 'Bas Kooiman', 'Quinten'][i % 3] ?? '',
  text: 'Koffer kwijt na vlucht 1042, wie kan mij helpen?',
  minutes: i === 4 ? null : 12 + i * 7,
}))

/** Two incidents, of which the charts tell by number. */
export const happened: IncidentListLine[] = [6, 14].map((days, i) => ({
  id: `incident-${i}`,
  key: `INC-${27 - i}`,
  title: ['Bagageband staat stil', 'Storing in de app'][i] ?? '',
  happening: '',
  state: i === 0 ? 'open' : 'closed',
  isPrivate: false,
  lead: null,
  openedAt: inMinutes(-days * dayMinutes),
  closedAt: i === 0 ? null : inMinutes(-(days - 1) * dayMinutes),
  nextUpdateAt: null,
  tasksOpen: 0,
}))
