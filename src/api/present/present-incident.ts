import type { z } from 'zod'
import type { exportedIncidentShape, lanesShape } from '#api/contract/incident-shapes.ts'
import type { App } from '#app.ts'
import type { ReadIncident } from '#crisis/incident/read-incident.ts'
import type { Lanes } from '#crisis/incident/read-lanes.ts'
import { presentAuthor } from './present-author.ts'

type Plain = z.output<typeof exportedIncidentShape>['incident']

export function presentIncident({ row, ...read }: Omit<ReadIncident, 'can'>): Plain {
  const { id, version, title, happening, state, isPrivate, alertId, openedAt, beganAt, closedAt } = row
  const { updateMinutes, nextUpdateAt, needsApproval, notToSay, voices, mailTo, mailsUpdates, playbook, review } = row
  return {
    ...{ id, version, title, happening, state, isPrivate, alertId, openedAt, beganAt, closedAt },
    ...{ updateMinutes, nextUpdateAt, needsApproval, notToSay, voices, mailTo, mailsUpdates, playbook, review },
    ...read,
  }
}

export function presentLanes(app: App, { lines, isMore }: Lanes): z.output<typeof lanesShape> {
  return { lines: lines.map((line) => ({ ...line, author: line.author && presentAuthor(app, line.author) })), isMore }
}
