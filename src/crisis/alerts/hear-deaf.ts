import { eq } from 'drizzle-orm'
import { day, minute } from '#base/clock.ts'
import { alertSettings } from '#db/tables/alerts.ts'
import type { SourceHealth } from '#domain/source.ts'
import { readSources, type SourceWithLedger } from '#listen/read-sources.ts'
import { recordChange } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import type { SettingsRow } from './read-facts.ts'
import { tellAlert } from './tell-alert.ts'

const deafHealths: readonly SourceHealth[] = ['behind', 'failing', 'reconnect', 'refused']
/** A source that has not answered for longer was told of, and holds nothing open any more. */
const holdsMs = day

/** What answers again within this was a hiccup, and calls nobody. */
const toldAfterMs = 10 * minute

export type DeafSource = { id: string; name: string; since: Date | null }

/** Sources that are on and do not answer. What is said there is not heard, and calm there is no calm. */
export async function readDeaf(ctx: Context): Promise<DeafSource[]> {
  const sources = await readSources(ctx)
  return sources
    .filter(({ health }) => deafHealths.includes(health))
    .map(({ source }) => ({ id: source.id, name: source.name, since: sinceOf(source) }))
}

function sinceOf({ failure, lastSuccessAt }: SourceWithLedger['source']): Date | null {
  return failure ? new Date(failure.since) : lastSuccessAt
}

/** Tells of each that is silent for a while, once until it answers again. @returns whether what is quiet now may be quiet for want of ears */
export async function hearDeaf(ctx: Context, { workspaceId, deafSourceIds }: SettingsRow): Promise<boolean> {
  const deaf = await readDeaf(ctx)
  const now = ctx.app.clock.now().getTime()
  const lasting = deaf.filter(({ since }) => since === null || now - since.getTime() >= toldAfterMs)
  const ids = lasting.map(({ id }) => id)
  const fresh = lasting.filter(({ id }) => !deafSourceIds.includes(id))
  if (fresh.length > 0 || deafSourceIds.some((id) => !ids.includes(id)))
    await ctx.app.db.inWorkspace(workspaceId, async (tx) => {
      await tx.update(alertSettings).set({ deafSourceIds: ids }).where(eq(alertSettings.workspaceId, workspaceId))
      for (const { id, name } of fresh) {
        await recordChange(tx, ctx, 'alert.deaf', {
          ...{ result: undefined, subject: { kind: 'source', id }, events: [{ kind: 'alert.changed', subjectId: id }] },
        })
        await tellAlert(tx, ctx, { kind: 'listening_deaf', name, place: id })
      }
    })
  return deaf.some(({ since }) => since !== null && now - since.getTime() < holdsMs)
}
