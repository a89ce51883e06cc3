import { eq } from 'drizzle-orm'
import { minute } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { incidents } from '#db/tables/crisis.ts'
import { incidentKey, type Voice } from '#domain/incident.ts'
import { assertTopicsHere } from '#mentions/assert-topics-here.ts'
import { giveNotices } from '#notify/give-notices.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { type IncidentRow, incidentToChange } from './incident-access.ts'
import { assertMayLead } from './open-incident.ts'

export type IncidentChange = {
  title?: string
  happening?: string
  isPrivate?: boolean
  leadId?: string | null
  commsId?: string | null
  topicIds?: string[]
  notToSay?: string[]
  voices?: Voice[]
  /** The next update is so many minutes from now, and after each update again. Null stops the clock. */
  updateMinutes?: number | null
  mailTo?: string[]
  mailsUpdates?: boolean
}

/**
 * What holds for the room as a whole. Given only what changes.
 *
 * @throws AppError `taken` when somebody changed it since `basedOn`; `not_found` for who or what is not here.
 */
export async function changeIncident(
  ctx: Context,
  { id, basedOn, ...given }: IncidentChange & { id: string; basedOn: number },
): Promise<number> {
  return change(ctx, 'incident.change', async (tx) => {
    const row = await incidentToChange(tx, ctx, id)
    if (row.version !== basedOn)
      throw new AppError('taken', {
        en: 'A colleague changed this incident meanwhile. Look at it before you change it.',
        nl: 'Een collega heeft dit incident intussen veranderd. Bekijk het voordat je het verandert.',
      })
    const { updateMinutes, ...set } = given
    await assertMayLead(tx, ctx, [set.leadId ?? null, set.commsId ?? null])
    await assertTopicsHere(tx, ctx, set.topicIds ?? [])
    const version = row.version + 1
    await tx
      .update(incidents)
      .set({
        ...set,
        ...(set.notToSay ? { notToSayBy: memberOf(ctx).id } : {}),
        ...(updateMinutes === undefined ? {} : clockFrom(ctx, updateMinutes)),
        version,
      })
      .where(eq(incidents.id, row.id))
    await tellLeads(ctx, tx, row, given)
    return {
      result: version,
      subject: { kind: 'incident', id: row.id },
      details: detailsOf(row, given),
      events: [{ kind: 'incident.changed' }],
    }
  })
}

/** Of a clock that was set: when it rings. */
export function clockFrom(ctx: Context, updateMinutes: number | null) {
  const nextUpdateAt = updateMinutes === null ? null : new Date(ctx.app.clock.now().getTime() + updateMinutes * minute)
  return { updateMinutes, nextUpdateAt, isUpdateTold: false }
}

async function tellLeads(
  ctx: Context,
  tx: Parameters<typeof giveNotices>[0],
  row: IncidentRow,
  { leadId, commsId }: IncidentChange,
): Promise<void> {
  const fresh = [leadId === row.leadId ? null : leadId, commsId === row.commsId ? null : commsId]
  const memberIds = fresh.flatMap((one) => one ?? [])
  const name = incidentKey(row.number)
  if (memberIds.length > 0)
    await giveNotices(tx, ctx, { memberIds, conversationId: null, kind: 'incident_joined', details: { name } })
}

/** Ids, labels and figures; sentences stand in the incident itself. */
function detailsOf(row: IncidentRow, given: IncidentChange): Record<string, unknown> {
  const { leadId, commsId, isPrivate, updateMinutes, mailsUpdates } = given
  const fields = Object.keys(given).filter((key) => given[key as keyof IncidentChange] !== undefined)
  return {
    fields,
    ...(leadId !== undefined && leadId !== row.leadId ? { leadId } : {}),
    ...(commsId !== undefined && commsId !== row.commsId ? { commsId } : {}),
    ...(isPrivate === undefined ? {} : { isPrivate }),
    ...(updateMinutes === undefined ? {} : { updateMinutes }),
    ...(mailsUpdates === undefined ? {} : { mailsUpdates }),
  }
}
