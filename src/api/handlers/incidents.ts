import { handle } from '#api/handler.ts'
import { presentIncident, presentLanes } from '#api/present/present-incident.ts'
import { addTask } from '#crisis/incident/add-task.ts'
import { changeIncident } from '#crisis/incident/change-incident.ts'
import { changeTask, removeTask } from '#crisis/incident/change-task.ts'
import { closeIncident, reopenIncident } from '#crisis/incident/close-incident.ts'
import { exportIncident } from '#crisis/incident/export-incident.ts'
import { holdEverything } from '#crisis/incident/hold-everything.ts'
import { mailStatus } from '#crisis/incident/mail-status.ts'
import { openIncident } from '#crisis/incident/open-incident.ts'
import { placeInLane } from '#crisis/incident/place-in-lane.ts'
import { proposeLine } from '#crisis/incident/propose-line.ts'
import { putInRoom } from '#crisis/incident/put-in-room.ts'
import { readIncident, readIncidents } from '#crisis/incident/read-incident.ts'
import { readIncidentsOver } from '#crisis/incident/read-incidents-over.ts'
import { readLanes } from '#crisis/incident/read-lanes.ts'
import { readPlaybooks } from '#crisis/incident/read-playbooks.ts'
import { readTimeline } from '#crisis/incident/read-timeline.ts'
import { resetPlaybook, savePlaybook } from '#crisis/incident/save-playbook.ts'
import { settleLine } from '#crisis/incident/settle-line.ts'
import { starHappening } from '#crisis/incident/star-happening.ts'
import { writeEntry } from '#crisis/incident/write-entry.ts'
import { incidentKey } from '#domain/incident.ts'

export const incidentHandlers = handle({
  'GET /api/incidents': ({ ctx }) => readIncidents(ctx),

  'POST /api/incidents': async ({ ctx }, { body }) => {
    const beganAt = body.beganAt === null ? null : new Date(body.beganAt)
    const { id, number } = await openIncident(ctx, { ...body, beganAt })
    return { id, key: incidentKey(number) }
  },

  'GET /api/incidents/{id}': async ({ ctx }, { params }) => {
    const { can, ...read } = await readIncident(ctx, params.id)
    return { ...presentIncident(read), can }
  },

  'PATCH /api/incidents/{id}': async ({ ctx }, { params, body }) => ({
    version: await changeIncident(ctx, { id: params.id, ...body }),
  }),

  'PUT /api/incidents/{id}/people/{memberId}': async ({ ctx }, { params, body }) => {
    await putInRoom(ctx, { ...params, ...body })
    return {}
  },

  'POST /api/incidents/{id}/lines': async ({ ctx }, { params, body }) => {
    const { number } = await proposeLine(ctx, { id: params.id, ...body })
    return { number }
  },

  'POST /api/incidents/{id}/lines/{number}': async ({ ctx }, { params, body }) => {
    await settleLine(ctx, { ...params, ...body })
    return {}
  },

  'POST /api/incidents/{id}/tasks': async ({ ctx }, { params, body }) => ({
    id: await addTask(ctx, { id: params.id, ...body }),
  }),

  'PATCH /api/incident-tasks/{id}': async ({ ctx }, { params, body }) => {
    await changeTask(ctx, { id: params.id, ...body })
    return {}
  },

  'DELETE /api/incident-tasks/{id}': async ({ ctx }, { params }) => {
    await removeTask(ctx, params.id)
    return {}
  },

  'GET /api/incidents/{id}/messages': async ({ ctx }, { params }) =>
    presentLanes(ctx.app, await readLanes(ctx, params.id)),

  'PUT /api/incidents/{id}/messages/{conversationId}': async ({ ctx }, { params, body }) => {
    await placeInLane(ctx, { ...params, ...body })
    return {}
  },

  'GET /api/incidents/{id}/timeline': ({ ctx }, { params }) => readTimeline(ctx, params.id),

  'PUT /api/incidents/{id}/timeline/{happeningId}': async ({ ctx }, { params, body }) => {
    await starHappening(ctx, { ...params, ...body })
    return {}
  },

  'POST /api/incidents/{id}/entries': async ({ ctx }, { params, body }) => ({
    id: await writeEntry(ctx, { id: params.id, ...body }),
  }),

  'POST /api/incidents/{id}/hold': async ({ ctx }, { params, body }) => {
    await holdEverything(ctx, { id: params.id, ...body })
    return {}
  },

  'POST /api/incidents/{id}/mail': ({ ctx }, { params, body }) => mailStatus(ctx, { id: params.id, ...body }),

  'POST /api/incidents/{id}/close': async ({ ctx }, { params, body }) => {
    await closeIncident(ctx, { id: params.id, ...body })
    return {}
  },

  'POST /api/incidents/{id}/reopen': async ({ ctx }, { params }) => {
    await reopenIncident(ctx, params.id)
    return {}
  },

  'GET /api/incidents/{id}/export': async ({ ctx }, { params }) => {
    const { incident, messages, timeline } = await exportIncident(ctx, params.id)
    return { incident: presentIncident(incident), messages: presentLanes(ctx.app, messages), timeline }
  },

  'GET /api/conversations/{id}/incidents': ({ ctx }, { params }) => readIncidentsOver(ctx, params.id),

  'GET /api/playbooks': ({ ctx }, { query }) => readPlaybooks(ctx, query.lang),

  'PUT /api/playbooks/{key}': async ({ ctx }, { params, body }) => {
    await savePlaybook(ctx, { ...params, ...body })
    return {}
  },

  'DELETE /api/playbooks/{key}': async ({ ctx }, { params, query }) => {
    await resetPlaybook(ctx, { ...params, ...query })
    return {}
  },
})
