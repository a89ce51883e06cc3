import { desc, eq, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { approvalVersions } from '#db/tables/approvals.ts'
import { accounts } from '#db/tables/reply.ts'
import { members } from '#db/tables/team.ts'
import type { Action } from '#domain/action.ts'
import { type ApprovalAll, type ApprovalSettings, type Approvers, usualApprovals } from '#domain/approval.ts'
import { policyNames } from '#inbox/policy/read-policy.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'

export type CurrentApprovals = { version: number; settings: ApprovalSettings }
export type ReadApprovals = CurrentApprovals & { by: { id: string; name: string } | null; at: Date | null }

/** What holds now; version 0 is what holds where nobody said anything. */
export async function currentApprovals(tx: Tx, workspaceId: string): Promise<CurrentApprovals> {
  const [row] = await tx
    .select()
    .from(approvalVersions)
    .where(eq(approvalVersions.workspaceId, workspaceId))
    .orderBy(desc(approvalVersions.number))
    .limit(1)
  return row ? { version: row.number, settings: row.settings } : { version: 0, settings: usualApprovals }
}

export async function readApprovals(ctx: Context): Promise<ReadApprovals> {
  memberOf(ctx)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const [row] = await tx
      .select({ version: approvalVersions, by: { id: members.id, name: members.name } })
      .from(approvalVersions)
      .leftJoin(members, eq(members.id, approvalVersions.changedBy))
      .where(eq(approvalVersions.workspaceId, ctx.workspaceId))
      .orderBy(desc(approvalVersions.number))
      .limit(1)
    if (!row) return { version: 0, settings: usualApprovals, by: null, at: null }
    const { number, settings, changedAt } = row.version
    return { version: number, settings, by: row.by, at: changedAt }
  })
}

/**
 * From now on this needs approval. What is held and not sent yet is asked about by it too; what somebody was asked keeps by which version.
 *
 * @throws AppError `taken` when somebody else changed it meanwhile; `not_found` for who or what is not here.
 */
export async function saveApprovals(
  ctx: Context,
  { settings, basedOn }: { settings: ApprovalSettings; basedOn: number },
): Promise<number> {
  return write(ctx, 'approval.change', async (tx, now) => {
    if (now.version !== basedOn)
      throw new AppError('taken', 'Somebody changed this meanwhile. Look at it before you change it.')
    await assertHere(tx, ctx, settings)
    return settings
  })
}

/** The one switch for bad days: every answer, whatever the rules say. */
export async function switchApprovals(ctx: Context, { all }: { all: ApprovalAll }): Promise<number> {
  return write(ctx, 'approval.switch', async (_tx, { settings }) => ({ ...settings, all }))
}

async function write(
  ctx: Context,
  action: Action,
  work: (tx: Tx, now: CurrentApprovals) => Promise<ApprovalSettings>,
): Promise<number> {
  const { workspaceId } = ctx
  return change(ctx, action, async (tx) => {
    // Held until the version stands: two who change it at once come one after the other.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('approvals ' || ${workspaceId}, 0))`)
    const now = await currentApprovals(tx, workspaceId)
    const settings = await work(tx, now)
    const number = now.version + 1
    const [changedBy, changedAt] = [memberOf(ctx).id, ctx.app.clock.now()]
    await tx.insert(approvalVersions).values({ workspaceId, number, settings, changedBy, changedAt })
    return {
      result: number,
      subject: { kind: 'workspace', id: workspaceId },
      details: { version: number, all: settings.all, rules: settings.rules.length },
      events: [{ kind: 'approval.changed' }],
    }
  })
}

/** Whoever left, and what was removed, cannot be chosen; a rule that named them keeps the rest. */
async function assertHere(tx: Tx, { workspaceId }: Context, settings: ApprovalSettings): Promise<void> {
  const { rules, allApprovers, nextApprovers } = settings
  const approvers: Approvers[] = [allApprovers, nextApprovers, ...rules.map((rule) => rule.approvers)]
  if (approvers.some((one) => one.roleLeast === null && one.memberIds.length === 0 && one.departmentId === null))
    throw new AppError('bad_input', 'Say who may approve: a role, a colleague or a department.')
  const names = await policyNames(tx, workspaceId)
  const idsOf = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id))
  const people = idsOf(await tx.select({ id: members.id }).from(members).where(eq(members.workspaceId, workspaceId)))
  const ours = idsOf(await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.workspaceId, workspaceId)))
  const [departments, topics, sources] = [idsOf(names.department), idsOf(names.topic), idsOf(names.source)]
  const all = (ids: readonly (string | null)[], here: ReadonlySet<string>) =>
    ids.every((id) => id === null || here.has(id))
  const asks = (about: string) =>
    rules.flatMap(({ tests }) =>
      tests.flatMap((test) => (test.about === about && 'is' in test && Array.isArray(test.is) ? test.is : [])),
    )
  const areHere =
    all([...approvers.flatMap(({ memberIds }) => memberIds), ...rules.flatMap(({ writerIds }) => writerIds)], people) &&
    all(
      [...approvers.map(({ departmentId }) => departmentId), ...rules.flatMap((one) => one.departmentIds)],
      departments,
    ) &&
    all(
      rules.flatMap(({ accountIds }) => accountIds),
      ours,
    ) &&
    all(asks('topic'), topics) &&
    all(asks('source'), sources)
  if (!areHere)
    throw new AppError('not_found', 'Somebody or something in these rules is not here any more. Choose again.')
}
