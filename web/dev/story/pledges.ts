import type { PledgeView } from '#api/contract/promise-shapes.ts'
import { inMinutes } from './moments.ts'
import { noor, sanne } from './people.ts'

const day = 24 * 60
const pledge = (id: string, text: string, more: Partial<PledgeView> = {}): PledgeView => ({
  ...{ id, text, conversation: { id: 'marieke', key: 'WH-4182' } },
  ...{ dueAt: inMinutes(95), madeBy: { id: sanne.id, name: sanne.name }, madeAt: inMinutes(-6) },
  ...{ outcome: null, settledAt: null },
  ...more,
})

/** What Marieke was told that we would do. */
export const pledges: readonly PledgeView[] = [
  pledge('pl1', 'Bellen zodra de koffer in hal 3 is teruggevonden, ook als dat na zes uur is'),
  pledge('pl2', 'De bon van de vervangende kleding vergoeden', {
    dueAt: inMinutes(-2 * day),
    madeAt: inMinutes(-9 * day),
  }),
  pledge('pl3', 'Een nieuwe instapkaart mailen', {
    ...{ conversation: { id: 'earlier', key: 'WH-2210' }, madeBy: { id: noor.id, name: noor.name } },
    ...{ dueAt: inMinutes(-40 * day), outcome: 'kept', settledAt: inMinutes(-41 * day) },
  }),
]
