import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { deliveries, hooks, mailServers, notices, pushDevices } from '#db/tables/notify.ts'
import { isDemoWorkspace } from '#domain/demo.ts'
import { bundleMs, type DeliveryChannel, isAsLoudAs, type NoticeSettings } from '#domain/notice.ts'
import { settingsOf } from './notice-settings.ts'
import { quietUntil } from './quiet-until.ts'

const atOnceMax = 200
const workspacesMax = 100

type Notice = typeof notices.$inferSelect
type Unplanned = { notice: Notice; isFirst: boolean; departmentId: string | null }
type Way = { channel: DeliveryChannel; targetId: string; memberId: string | null }
type Ways = {
  devices: ReadonlyMap<string, readonly string[]>
  hasMail: boolean
  hooks: readonly (typeof hooks.$inferSelect)[]
}

/**
 * Decides on which ways what was given leaves the house, and when: the same thing within five minutes goes as one, and quiet hours hold
 * back. Each notice is planned once, whichever process does it. Answers how many were.
 */
export async function planDeliveries(app: App): Promise<number> {
  const due = await app.db.asSystem((tx) =>
    tx.selectDistinct({ id: notices.workspaceId }).from(notices).where(isNull(notices.plannedAt)).limit(workspacesMax),
  )
  let planned = 0
  for (const { id } of due) planned += await app.db.inWorkspace(id, (tx) => planIn(tx, app, id))
  return planned
}

async function planIn(tx: Tx, app: App, workspaceId: string): Promise<number> {
  const isFirst = sql<boolean>`not exists (select 1 from notices other
    where other.happening_id = ${notices.happeningId} and other.id < ${notices.id})`
  const unplanned = await tx
    .select({ notice: notices, isFirst, departmentId: conversations.departmentId })
    .from(notices)
    .leftJoin(conversations, eq(conversations.id, notices.conversationId))
    .where(and(eq(notices.workspaceId, workspaceId), isNull(notices.plannedAt)))
    .orderBy(asc(notices.at), asc(notices.id))
    .limit(atOnceMax)
    .for('update', { of: notices, skipLocked: true })
  if (unplanned.length === 0) return 0
  if (!isDemoWorkspace(workspaceId)) await planAll(tx, app, unplanned)
  const ids = unplanned.map(({ notice }) => notice.id)
  await tx.update(notices).set({ plannedAt: app.clock.now() }).where(inArray(notices.id, ids))
  return unplanned.length
}

async function planAll(tx: Tx, app: App, unplanned: readonly Unplanned[]): Promise<void> {
  const memberIds = [...new Set(unplanned.map(({ notice }) => notice.memberId))]
  const settings = await settingsOf(tx, memberIds)
  const ways = await readWays(tx, memberIds)
  for (const one of unplanned) {
    const mine = settings(one.notice.memberId)
    for (const way of [...waysToMember(one.notice, mine, ways), ...waysToHooks(one, ways)])
      await queue(tx, app.clock.now(), { notice: one.notice, settings: mine, way })
  }
}

async function readWays(tx: Tx, memberIds: readonly string[]): Promise<Ways> {
  const devices = await tx
    .select({ id: pushDevices.id, memberId: pushDevices.memberId })
    .from(pushDevices)
    .where(inArray(pushDevices.memberId, [...memberIds]))
  return {
    devices: new Map(
      [...Map.groupBy(devices, ({ memberId }) => memberId)].map(([id, rows]) => [id, rows.map((row) => row.id)]),
    ),
    hasMail: (await tx.$count(mailServers)) > 0,
    hooks: await tx.select().from(hooks).where(isNull(hooks.stoppedAt)),
  }
}

function waysToMember({ level, memberId }: Notice, { mailFrom }: NoticeSettings, ways: Ways): Way[] {
  if (!isAsLoudAs(level, 'nudge')) return []
  const pushes = (ways.devices.get(memberId) ?? []).map((targetId) => ({
    channel: 'push' as const,
    targetId,
    memberId,
  }))
  const isMailed = ways.hasMail && mailFrom !== 'never' && isAsLoudAs(level, mailFrom)
  return isMailed ? [...pushes, { channel: 'mail', targetId: memberId, memberId }] : pushes
}

/** Of what was told to several, a webhook hears once. */
function waysToHooks({ notice, isFirst, departmentId }: Unplanned, ways: Ways): Way[] {
  if (!isFirst) return []
  return ways.hooks
    .filter((hook) => hook.kinds.includes(notice.kind))
    .filter((hook) => hook.departmentId === null || hook.departmentId === departmentId)
    .map(({ id }) => ({ channel: 'hook', targetId: id, memberId: null }))
}

type Queued = { notice: Notice; settings: NoticeSettings; way: Way }

async function queue(tx: Tx, now: Date, { notice, settings, way }: Queued): Promise<void> {
  const isLoud = notice.level === 'page'
  const isHeard = way.channel === 'hook' || (isLoud && settings.isPageHeard)
  const quietEnd = isHeard ? null : quietUntil(settings, now)
  const bundle = quietEnd ? 'quiet' : (notice.conversationId ?? notice.kind)
  const place = and(
    eq(deliveries.channel, way.channel),
    eq(deliveries.targetId, way.targetId),
    eq(deliveries.bundle, bundle),
  )
  const dueAt = quietEnd ?? (isLoud ? now : await afterLast(tx, now, place))
  const { workspaceId, level } = notice
  await tx
    .insert(deliveries)
    .values({ id: newId(), workspaceId, ...way, bundle, noticeIds: [notice.id], level, dueAt, at: now })
    .onConflictDoUpdate({
      target: [deliveries.channel, deliveries.targetId, deliveries.bundle],
      targetWhere: sql`state = 'waiting' and attempts = 0`,
      set: {
        noticeIds: sql`${deliveries.noticeIds} || excluded.notice_ids`,
        dueAt: sql`least(${deliveries.dueAt}, excluded.due_at)`,
        level: sql`case when excluded.level = 'page' then excluded.level else ${deliveries.level} end`,
      },
    })
}

async function afterLast(tx: Tx, now: Date, place: ReturnType<typeof and>): Promise<Date> {
  const [last] = await tx
    .select({ at: sql<Date | string | null>`max(coalesce(${deliveries.settledAt}, ${deliveries.at}))` })
    .from(deliveries)
    .where(and(place, sql`(${deliveries.state} in ('sending', 'sent') or ${deliveries.attempts} > 0)`))
  const soonestMs = last?.at ? new Date(last.at).getTime() + bundleMs : 0
  return new Date(Math.max(now.getTime(), soonestMs))
}
