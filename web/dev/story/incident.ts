import type { HappeningView, IncidentListLine, IncidentView, LaneLineView } from '#api/contract/incident-shapes.ts'
import type { Lane, LaneWhy } from '#domain/incident.ts'
import { playbookKeys, playbookStarters, startedFrom } from '#domain/playbook.ts'
import { hour, inMinutes } from './moments.ts'
import { ines, type Look, noor, pim, sanne } from './people.ts'
import { rows } from './rows.ts'

const of = ({ id, name }: { id: string; name: string }) => ({ id, name })
const { steps, notToSay } = playbookStarters.outage.nl
const whose: Readonly<Record<number, string>> = { 3: 'Inês Carvalho', 5: 'Klantenservice', 6: 'Woordvoerder' }
const line =
  'De bagagebanden op Schiphol staan stil sinds 06.10. Ga met je instapkaart naar je gate; je koffer komt met de volgende vlucht mee. Om 11.00 zeggen we meer.'

/** By day more than by night, and before it began as on any other day. */
function expectedAt(at: number, count: number) {
  const middle = 14 + Math.round(10 * Math.sin(((at - 40) / 24) * 2 * Math.PI))
  const heard = Math.max(0, middle + ((at * 7) % 9) - 4) + count
  return { heard, low: Math.max(0, middle - 7), middle, high: middle + 9 }
}

export const incident: IncidentView = {
  ...{ id: 'incident', key: 'INC-27', version: 4, state: 'open', isPrivate: true, alertId: null, playbook: 'outage' },
  title: 'Bagagebanden Schiphol',
  happening: 'De bagagebanden op Schiphol staan stil; koffers van vierduizend reizigers blijven achter.',
  ...{ lead: of(sanne), comms: of(ines), openedBy: of(noor), openedAt: inMinutes(-3 * hour) },
  people: [
    ...[sanne, ines, noor].map((one) => ({ ...of(one), part: 'member' as const })),
    { ...of(pim), part: 'observer' },
  ],
  ...{ beganAt: inMinutes(-4 * hour), closedBy: null, closedAt: null, updateMinutes: 60, nextUpdateAt: inMinutes(12) },
  ...{ needsApproval: true, isStopped: false, topics: [{ id: 'flying', name: 'Zilvermeeuw' }] },
  lines: [
    {
      ...{
        number: 3,
        state: 'proposed',
        by: of(ines),
        at: inMinutes(-6),
        settledBy: null,
        settledAt: null,
        note: null,
      },
      text: `${line} Wie geld kwijt is aan kleding of toiletspullen, krijgt dat terug.`,
    },
    {
      ...{ number: 2, state: 'approved', by: of(ines), at: inMinutes(-140), settledBy: of(sanne), note: null },
      ...{ text: line, settledAt: inMinutes(-132) },
    },
    {
      ...{ number: 1, state: 'sent_back', by: of(noor), at: inMinutes(-170), settledBy: of(sanne) },
      ...{ text: 'Er is een storing.', settledAt: inMinutes(-165), note: 'Zeg wat mensen moeten doen.' },
    },
  ],
  ...{ notToSay: [...notToSay], notToSayBy: of(noor) },
  voices: [
    { who: 'Inês Carvalho', what: 'pers en politiek' },
    { who: 'Klantenservice', what: 'de lijn, en waar iemands koffer is' },
  ],
  tasks: steps.map((title, at) => ({
    ...{
      id: `task-${at}`,
      title,
      who: whose[at] ?? '',
      dueAt: at > 2 && at < 6 ? inMinutes(at === 3 ? -20 : 40) : null,
    },
    ...{ assignee: at === 4 ? of(sanne) : null },
    ...(at < 3 ? { doneBy: of(noor), doneAt: inMinutes(-120 + at) } : { doneBy: null, doneAt: null }),
  })),
  updates: [
    {
      ...{ id: 'update', kind: 'update', by: of(sanne), at: inMinutes(-48) },
      text: 'Twee van de zes banden draaien weer. De eerste achthonderd koffers zijn onderweg.',
    },
    {
      ...{ id: 'decision', kind: 'decision', by: of(sanne), at: inMinutes(-100) },
      text: 'We vergoeden kleding en toiletspullen tot 150 euro, zonder bon.',
    },
  ],
  ...{ mailTo: ['directie@zilvermeeuw.example'], mailsUpdates: true, letters: { waiting: 0, sent: 2, failed: 0 } },
  review: null,
  volume: Array.from({ length: 48 }, (_, at) => {
    const count = at < 43 ? 0 : ([38, 96, 141, 122, 64][at - 43] ?? 0)
    return { hour: inMinutes((at - 47) * hour), count, expected: expectedAt(at, count) }
  }),
  can: { work: true, lead: true },
}

const placed: readonly [Lane, LaneWhy][] = [
  ['must_answer', 'flag'],
  ['use_line', 'asks'],
  ['use_line', 'negative'],
  ['watch', 'rest'],
  ['must_answer', 'hand'],
  ['watch', 'rest'],
]
export const laneLines: LaneLineView[] = rows.slice(0, placed.length).map((row, at) => {
  const { id, key, title, state, network, lang, latestAt, dueAt, sentiment, author, owner, excerpt } = row
  const [lane, why] = placed[at] ?? ['watch', 'rest']
  const plain = { id, key, title, state, network, lang, latestAt, dueAt, sentiment, author, owner }
  return { ...plain, text: excerpt.text, isAnswered: at === 2, lane, why }
})

function happening(at: number, action: string, given: Partial<HappeningView> = {}): HappeningView {
  const plain = { by: of(sanne), details: {}, text: null, about: null, conversation: null, isStarred: false }
  return { id: 900 + at, at: inMinutes(at), action, ...plain, ...given }
}

export const timeline: HappeningView[] = [
  happening(-6, 'incident.propose_line', { by: of(ines), details: { version: 3 } }),
  happening(-14, 'alert.again', { by: null, details: { severity: 7 } }),
  happening(-20, 'reply.write', { by: of(noor), conversation: { id: 'one', key: 'WH-4183' } }),
  happening(-48, 'incident.update', { text: incident.updates[0]?.text ?? null }),
  happening(-60, 'incident.place', { details: { key: 'WH-4185', lane: 'must_answer' } }),
  happening(-100, 'incident.decide', { text: incident.updates[1]?.text ?? null, isStarred: true }),
  happening(-118, 'incident.change_task', { details: { isDone: true }, text: steps[0] ?? null, by: of(noor) }),
  happening(-131, 'incident.hold', { details: { needsApproval: true }, isStarred: true }),
  happening(-132, 'incident.approve_line', { details: { version: 2 }, text: line, isStarred: true }),
  happening(-178, 'incident.put', { details: { part: 'member' }, about: of(ines) }),
  happening(-180, 'incident.open', { by: of(noor) }),
  happening(-186, 'alert.raise', { by: null, details: { severity: 8 } }),
]

const { id, key, title, state, isPrivate, lead, openedAt, nextUpdateAt } = incident
export const incidentList: IncidentListLine[] = [
  {
    ...{ id, key, title, state, isPrivate, lead, openedAt, nextUpdateAt, closedAt: null, tasksOpen: 5 },
    happening: incident.happening,
  },
  {
    ...{
      id: 'older',
      key: 'INC-26',
      title: 'Gerucht over annuleren zonder geld terug',
      happening: '',
      state: 'closed',
    },
    ...{ isPrivate: false, lead: of(ines), openedAt: inMinutes(-40 * 24 * hour), closedAt: inMinutes(-39 * 24 * hour) },
    ...{ nextUpdateAt: null, tasksOpen: 0 },
  },
]

export const playbooksOf = ({ lang }: Look) =>
  playbookKeys.map((one) => ({ key: one, ...startedFrom(playbookStarters[one][lang]), isOurs: one === 'outage' }))
