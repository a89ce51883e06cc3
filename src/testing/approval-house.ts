import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { newId } from '#base/ids.ts'
import { approvals } from '#db/tables/approvals.ts'
import { mentions } from '#db/tables/mentions.ts'
import { members } from '#db/tables/team.ts'
import { type ApprovalRule, type ApprovalSettings, usualApprovals } from '#domain/approval.ts'
import type { Role } from '#domain/role.ts'
import { lockConversation } from '#inbox/change-conversation.ts'
import type { StoredMention } from '#mentions/store-mentions.ts'
import { currentApprovals, saveApprovals } from '#reply/approval/approval-settings.ts'
import { voidOvertaken } from '#reply/approval/void-overtaken.ts'
import { deliveryHouse } from './delivery-house.ts'

export type ApprovalHouse = Awaited<ReturnType<typeof approvalHouse>>

export const rule = (given: Partial<ApprovalRule> = {}): ApprovalRule => ({
  ...{ id: newId(), name: 'Everything', isOn: true, tests: [], departmentIds: [], accountIds: [] },
  ...{ writerRoleMost: null, writerIds: [], writerSentBelow: null },
  approvers: { roleLeast: 'lead', memberIds: [], departmentId: null },
  ...given,
})

/** A house that answers, whose answers need approval as the test says. Noor owns it, Lot leads, Sem and Tess answer. */
export async function approvalHouse(app: Parameters<typeof deliveryHouse>[0], given: Partial<ApprovalSettings> = {}) {
  const house = await deliveryHouse(app, 'read-back', { noor: 'owner', lot: 'lead', sem: 'member', tess: 'member' })
  const { workspaceId } = house
  const within = <T>(work: Parameters<typeof app.db.inWorkspace<T>>[1]) => app.db.inWorkspace(workspaceId, work)
  const set = async (settings: Partial<ApprovalSettings>): Promise<void> => {
    const now = await within((tx) => currentApprovals(tx, workspaceId))
    const basedOn = now.version
    await saveApprovals(house.as('noor'), { settings: { ...usualApprovals, ...settings }, basedOn })
  }
  await set({ rules: [rule()], ...given })
  const standing = (replyId: string) =>
    within(
      async (tx) =>
        (
          await tx
            .select()
            .from(approvals)
            .where(and(eq(approvals.replyId, replyId), isNull(approvals.outcome)))
        )[0],
    )
  const askOf = async (replyId: string) => present(await standing(replyId), 'it waits for approval').id
  const newest = (replyId: string) =>
    within(async (tx) =>
      present(
        (
          await tx.select().from(approvals).where(eq(approvals.replyId, replyId)).orderBy(desc(approvals.id)).limit(1)
        )[0],
        'it was asked',
      ),
    )
  /** They write again, as the intake has it: one transaction that holds the conversation. */
  const theyWrite = (conversationId: string, isTold = true) =>
    within(async (tx) => {
      const row = await lockConversation(tx, house.system, conversationId)
      const heardAt = app.clock.now()
      const id = newId()
      await tx.insert(mentions).values({
        ...{
          id,
          workspaceId,
          network: row.network,
          nativeId: `more-${id}`,
          authorId: row.authorId ?? '',
          conversationId,
        },
        ...{ kind: 'post', text: 'En nu nog iets.', lang: 'nl', publishedAt: heardAt, heardAt },
      })
      // Of what is stored only this is looked at.
      const stored = { conversationId, authorId: row.authorId } as StoredMention
      if (isTold) await voidOvertaken(tx, house.system, [stored])
    })
  const setMember = (name: string, change: { role?: Role; isAway?: boolean; leftAt?: Date | null }) =>
    app.db.asSystem((tx) =>
      tx
        .update(members)
        .set(change)
        .where(eq(members.id, house.member(name).id)),
    )
  const posts = () => house.network.posts.filter((post) => post.account === house.accountNativeId)
  const sentOf = async () =>
    (
      await within((tx) =>
        tx.execute<{ count: number }>(sql`select count(*)::int as count from replies where state = 'sent'`),
      )
    ).rows[0]?.count
  return { ...house, set, standing, askOf, newest, theyWrite, setMember, posts, sentOf, within }
}
