import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { expectedPeaks } from '#db/tables/alerts.ts'
import { alertLimits } from '#domain/alert.ts'
import type { ExpectedPeakInput } from '#domain/expected-peak.ts'
import { assertTopicsHere } from '#mentions/assert-topics-here.ts'
import { type Changed, change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'

const shownDays = 30
export type Named = { id: string; name: string }
export type ExpectedPeak = {
  id: string
  name: string
  startsAt: Date
  endsAt: Date
  topics: Named[]
  times: number | null
  by: Named | null
  createdAt: Date
}

/** Those that are on or to come, the next first, and those of the last thirty days. */
export async function readExpectedPeaks(ctx: Context): Promise<ExpectedPeak[]> {
  const since = new Date(ctx.app.clock.now().getTime() - shownDays * day)
  const { id, name, startsAt, endsAt, times, createdAt } = expectedPeaks
  return ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx
      .select({
        ...{ id, name, startsAt, endsAt, times, createdAt },
        by: sql<Named | null>`(select jsonb_build_object('id', m.id, 'name', m.name) from members m where m.id = expected_peaks.by)`,
        topics: sql<
          Named[]
        >`coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name) from topics t
          where t.id = any(expected_peaks.topic_ids)), '[]')`,
      })
      .from(expectedPeaks)
      .where(and(eq(expectedPeaks.workspaceId, ctx.workspaceId), gt(endsAt, since)))
      .orderBy(asc(startsAt), asc(id)),
  )
}

/** @throws AppError `bad_input` for a time that is none; `not_found` for a search that is not here; `too_many` */
export async function addExpectedPeak(ctx: Context, input: ExpectedPeakInput): Promise<string> {
  return change(ctx, 'peak.add', async (tx) => {
    assertTime(input)
    await assertTopicsHere(tx, ctx, input.topicIds)
    await assertRoom(tx, ctx)
    const id = newId()
    const { name, topicIds, times } = input
    await tx.insert(expectedPeaks).values({
      ...{
        id,
        workspaceId: ctx.workspaceId,
        name,
        topicIds,
        times,
        by: memberOf(ctx).id,
        createdAt: ctx.app.clock.now(),
      },
      ...{ startsAt: new Date(input.startsAt), endsAt: new Date(input.endsAt) },
    })
    return about(id, id)
  })
}

export async function removeExpectedPeak(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'peak.remove', async (tx) => {
    const removed = await tx
      .delete(expectedPeaks)
      .where(and(eq(expectedPeaks.workspaceId, ctx.workspaceId), eq(expectedPeaks.id, id)))
      .returning({ id: expectedPeaks.id })
    if (removed.length === 0) throw new AppError('not_found', 'This peak is not here any more.')
    return about(id, undefined)
  })
}

function assertTime({ startsAt, endsAt }: ExpectedPeakInput): void {
  const lastsMs = Date.parse(endsAt) - Date.parse(startsAt)
  if (lastsMs <= 0) throw new AppError('bad_input', 'The peak must end after it begins.')
  if (lastsMs > alertLimits.peakDays * day) throw new AppError('bad_input', 'A peak lasts at most 31 days.')
}

async function assertRoom(tx: Tx, ctx: Context): Promise<void> {
  const coming = and(eq(expectedPeaks.workspaceId, ctx.workspaceId), gt(expectedPeaks.endsAt, ctx.app.clock.now()))
  if ((await tx.$count(expectedPeaks, coming)) >= alertLimits.peaks)
    throw new AppError('too_many', 'There are 200 peaks still to come. Remove one first.')
}

function about<T>(id: string, result: T): Changed<T> {
  return { result, subject: { kind: 'expected_peak', id }, events: [{ kind: 'alert.changed' }] }
}
