import type { SilenceReportView, SilenceView } from '#api/contract/silence-shapes.ts'
import { day, inMinutes } from './moments.ts'
import { noor } from './people.ts'

const her = { id: noor.id, name: noor.name }

export const silence: SilenceView = {
  id: 's1',
  kind: 'silence',
  reason: { id: 'wait-for-facts', name: 'Wachten op feiten' },
  note: 'De luchthaven meldt zich om vier uur.',
  owner: her,
  by: her,
  at: inMinutes(-40),
  reviewAt: inMinutes(day),
  advised: 'Volgen',
  endedAt: null,
  endedBy: null,
}

const figures = { standing: 0, byReview: 0, byGrowth: 0, byAuthor: 0, byHand: 0, isRetired: false }
export const silenceReport: SilenceReportView = {
  from: inMinutes(-30 * day),
  until: inMinutes(0),
  ...{ closed: 412, answered: 301, elsewhere: 17, silent: 94 },
  reasons: [
    { ...figures, id: 'let-stand', name: 'Laten staan', count: 51, standing: 47, byGrowth: 1, byAuthor: 3 },
    { ...figures, id: 'wait-for-facts', name: 'Wachten op feiten', count: 22, standing: 2, byReview: 18, byAuthor: 2 },
    { ...figures, id: 'not-about-us', name: 'Gaat niet over ons', count: 18, standing: 17, byHand: 1 },
    { ...figures, id: 'busy', name: 'Geen tijd', count: 3, standing: 3, isRetired: true },
  ],
}
