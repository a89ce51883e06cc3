import type { Tx } from '#db/database.ts'
import type { Context } from '#team/context.ts'
import { type IncidentRow, incidentSeen } from './incident-access.ts'
import { incidentIn, type ReadIncident } from './read-incident.ts'
import { type Lanes, lanesOf } from './read-lanes.ts'
import { type Happening, timelineOf } from './read-timeline.ts'

export type ExportedIncident = {
  incident: Omit<ReadIncident, 'can'>
  messages: Lanes
  /** Every line of the audit about it, the oldest first. */
  timeline: Happening[]
}

const pageMax = 1_000

/** Everything there is of it. Whoever may enter the room may take it along. */
export async function exportIncident(ctx: Context, idOrKey: string): Promise<ExportedIncident> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const { row } = await incidentSeen(tx, ctx, idOrKey)
    const timeline = await wholeTimeline(tx, ctx, row)
    return { incident: await incidentIn(tx, ctx, row), messages: await lanesOf(tx, row), timeline }
  })
}

async function wholeTimeline(tx: Tx, ctx: Context, row: IncidentRow): Promise<Happening[]> {
  const all: Happening[] = []
  for (;;) {
    const beforeId = all.at(-1)?.id
    const page = await timelineOf(tx, ctx, { row, limit: pageMax, ...(beforeId === undefined ? {} : { beforeId }) })
    all.push(...page)
    if (page.length < pageMax) return all.toReversed()
  }
}
