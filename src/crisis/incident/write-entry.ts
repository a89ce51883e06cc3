import { eq } from 'drizzle-orm'
import { newId } from '#base/ids.ts'
import { incidentEntries, incidents } from '#db/tables/crisis.ts'
import type { EntryKind } from '#domain/incident.ts'
import type { InterfaceLanguage } from '#domain/member.ts'
import { change, recordChange } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { clockFrom } from './change-incident.ts'
import { incidentToChange } from './incident-access.ts'
import { writeStatusLetters } from './mail-status.ts'

export type NewEntry = { id: string; kind: EntryKind; text: string; lang: InterfaceLanguage }

/**
 * Writes down a decision, or an update for those who wait for it. An update sets the clock anew, and goes to management by e-mail where the room says so.
 */
export async function writeEntry(ctx: Context, { id, kind, text, lang }: NewEntry): Promise<string> {
  return change(ctx, kind === 'decision' ? 'incident.decide' : 'incident.update', async (tx) => {
    const row = await incidentToChange(tx, ctx, id)
    const entryId = newId()
    await tx.insert(incidentEntries).values({
      ...{ id: entryId, workspaceId: ctx.workspaceId, incidentId: row.id, kind, text },
      ...{ writtenBy: memberOf(ctx).id, writtenAt: ctx.app.clock.now() },
    })
    if (kind === 'update') {
      await tx.update(incidents).set(clockFrom(ctx, row.updateMinutes)).where(eq(incidents.id, row.id))
      if (row.mailsUpdates && row.mailTo.length > 0) {
        const count = await writeStatusLetters(tx, ctx, { row, lang })
        await recordChange(tx, ctx, 'incident.mail', {
          ...{ result: undefined, subject: { kind: 'incident', id: row.id }, details: { count } },
        })
      }
    }
    return {
      result: entryId,
      subject: { kind: 'incident', id: row.id },
      details: { entryId },
      events: [{ kind: 'incident.changed' }],
    }
  })
}
