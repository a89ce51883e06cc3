import { newId } from '#base/ids.ts'
import type { NewIncident } from '#crisis/incident/open-incident.ts'
import { ruleInput } from './routing-house.ts'
/** What settings are sent as, where a test needs any that are right. */
export const adviserAsked = {
  isOn: false,
  address: 'https://model.example.org/v1',
  model: 'small',
  priceIn: 0,
  priceOut: 0,
  mostPerMonth: 1,
}

export const workdays = {
  timeZone: 'Europe/Amsterdam',
  week: [...Array(5).fill([{ from: '09:00', to: '17:00' }]), [], []],
  holidays: { country: 'NL', region: null },
  closedDays: [],
  openDays: [],
  isUrgentNeverStopped: true,
}

/** Nobody listens there. */
export const hookAsked = {
  name: 'Webcare',
  kind: 'slack' as const,
  url: 'http://127.0.0.1:9/hook',
  kinds: ['mentioned' as const],
}

export const mailServer = { host: '127.0.0.1', port: 9, security: 'none' as const, sender: 'w@example.org' }

/** As a browser gives it; a point of the curve, and nobody's. */
export const subscription = {
  endpoint: 'http://127.0.0.1:9/push',
  keys: {
    p256dh: 'BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU',
    auth: 'AAAAAAAAAAAAAAAAAAAAAA',
  },
}

/** A rule over things of the workspace, under a name of its own. */
export function routingRule(ids: Readonly<Record<string, string>>) {
  const { departmentId, memberId, topicId = '', sourceId = '' } = ids
  const { name, conditions, actions } = ruleInput(
    `new ${newId()}`,
    { topicIds: [topicId], sourceIds: [sourceId] },
    { departmentId: departmentId ?? null, memberId: memberId ?? null },
  )
  return { name, conditions, actions }
}

/** An open room with nothing in it yet. */
export const incidentAsked: NewIncident = {
  ...{ title: 'Storing', happening: '', isPrivate: false, leadId: null, commsId: null, memberIds: [], topicIds: [] },
  ...{ conversationIds: [], alertId: null, beganAt: null, playbook: null, lang: 'nl' },
}
