import { and, eq, isNull } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { App } from '#app.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { deliveries, digestTimes, mailServers } from '#db/tables/notify.ts'
import { members, workspaces } from '#db/tables/team.ts'
import { isDemoWorkspace } from '#domain/demo.ts'
import type { OpeningHours } from '#domain/opening-hours.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { settingsOf } from './notice-settings.ts'

export const usualHour = '16:30'
/** A house that was away at the hour still sends it within so long. After that the day is over. */
const lateHoursMax = 4

/** Whether somebody is there on that day (`YYYY-MM-DD`): known by who knows the hours. */
export type IsOpenOn = (hours: OpeningHours, date: string) => boolean

export type DigestTime = { hour: string; timeZone: string }

/** The time zone is that of the opening hours, where there are any. */
export async function readDigestTime(ctx: Context): Promise<DigestTime> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, (tx) => digestTimeIn(tx, ctx.workspaceId))
}

export async function saveDigestTime(ctx: Context, input: DigestTime): Promise<void> {
  const { workspaceId } = ctx
  await change(ctx, 'digest.change', async (tx) => {
    await tx
      .insert(digestTimes)
      .values({ workspaceId, ...input })
      .onConflictDoUpdate({ target: digestTimes.workspaceId, set: input })
    return { result: undefined, subject: { kind: 'workspace', id: workspaceId }, details: { hour: input.hour } }
  })
}

async function digestTimeIn(tx: Tx, workspaceId: string): Promise<DigestTime> {
  const [own] = await tx.select().from(digestTimes).where(eq(digestTimes.workspaceId, workspaceId))
  const [workspace] = await tx.select().from(workspaces).where(eq(workspaces.id, workspaceId))
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  return {
    hour: own?.hour ?? usualHour,
    timeZone: workspace?.openingHours?.timeZone ?? own?.timeZone ?? here,
  }
}

/** Once its hour has come, each has one letter of this day: a row, and there cannot be a second. */
export async function planDigests(app: App, isOpenOn: IsOpenOn): Promise<void> {
  const mailed = await app.db.asSystem((tx) =>
    tx
      .select({ id: mailServers.workspaceId, openingHours: workspaces.openingHours })
      .from(mailServers)
      .innerJoin(workspaces, eq(workspaces.id, mailServers.workspaceId)),
  )
  for (const { id, openingHours } of mailed) {
    if (isDemoWorkspace(id)) continue
    await app.db.inWorkspace(id, async (tx) => {
      const { hour, timeZone } = await digestTimeIn(tx, id)
      const date = dayOf(app.clock.now(), { hour, timeZone })
      if (date === null || (openingHours && !isOpenOn(openingHours, date))) return
      await planDay(tx, app, { workspaceId: id, date })
    })
  }
}

function dayOf(now: Date, { hour, timeZone }: DigestTime): string | null {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const at = here.withPlainTime(hour)
  const isTime = Temporal.ZonedDateTime.compare(here, at) >= 0
  const isLate = Temporal.ZonedDateTime.compare(here, at.add({ hours: lateHoursMax })) > 0
  return isTime && !isLate ? here.toPlainDate().toString() : null
}

async function planDay(tx: Tx, app: App, { workspaceId, date }: { workspaceId: string; date: string }): Promise<void> {
  const here = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), isNull(members.leftAt)))
  const ids = here.map(({ id }) => id)
  const settings = await settingsOf(tx, ids)
  const at = app.clock.now()
  const rows = ids
    .filter((id) => settings(id).hasDigest)
    .map((id) => ({
      ...{ id: newId(), workspaceId, channel: 'digest' as const, memberId: id, targetId: id, bundle: date },
      ...{ level: 'digest' as const, dueAt: at, at },
    }))
  if (rows.length > 0) await tx.insert(deliveries).values(rows).onConflictDoNothing()
}
