import { eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { noticeSettings } from '#db/tables/notify.ts'
import { type NoticeLevels, type NoticeSettings, noticeKinds, usualLevels, usualSettings } from '#domain/notice.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'

/** How each of these members wants to be told. */
export async function settingsOf(tx: Tx, memberIds: readonly string[]): Promise<(memberId: string) => NoticeSettings> {
  const rows =
    memberIds.length === 0
      ? []
      : await tx
          .select()
          .from(noticeSettings)
          .where(inArray(noticeSettings.memberId, [...memberIds]))
  const known = new Map(rows.map((row) => [row.memberId, toSettings(row)]))
  return (memberId) => known.get(memberId) ?? usualSettings
}

export async function readMySettings(ctx: Context): Promise<NoticeSettings> {
  const { id } = memberOf(ctx)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => (await settingsOf(tx, [id]))(id))
}

type NoticeChanges = Omit<Partial<NoticeSettings>, 'levels'> & { levels?: Partial<NoticeLevels> }

/** Only what differs from the usual is kept, so that a better usual reaches whoever never chose. */
export async function changeMySettings(ctx: Context, input: NoticeChanges): Promise<NoticeSettings> {
  const { id: memberId } = memberOf(ctx)
  return change(ctx, 'notice.settings', async (tx) => {
    const before = (await settingsOf(tx, [memberId]))(memberId)
    const settings = { ...before, ...input, levels: { ...before.levels, ...input.levels } }
    const { quiet, levels, ...rest } = settings
    const own = Object.fromEntries(
      noticeKinds.filter((kind) => levels[kind] !== usualLevels[kind]).map((kind) => [kind, levels[kind]]),
    )
    const row = { ...rest, levels: own, quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null }
    await tx
      .insert(noticeSettings)
      .values({ memberId, workspaceId: ctx.workspaceId, ...row })
      .onConflictDoUpdate({ target: noticeSettings.memberId, set: row })
    return { result: settings, subject: { kind: 'member', id: memberId } }
  })
}

export async function settingsIn(tx: Tx, memberId: string): Promise<NoticeSettings> {
  const [row] = await tx.select().from(noticeSettings).where(eq(noticeSettings.memberId, memberId))
  return row ? toSettings(row) : usualSettings
}

function toSettings(row: typeof noticeSettings.$inferSelect): NoticeSettings {
  const { levels, quietFrom, quietTo, timeZone, isPageHeard, mailFrom, showsText, hasDigest } = row
  return {
    levels: { ...usualLevels, ...levels },
    quiet: quietFrom && quietTo ? { from: quietFrom, to: quietTo } : null,
    ...{ timeZone, isPageHeard, mailFrom, showsText, hasDigest },
  }
}
