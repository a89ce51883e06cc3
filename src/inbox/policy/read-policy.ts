import { and, desc, eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { sources } from '#db/tables/listen.ts'
import { topics } from '#db/tables/mentions.ts'
import { policyDrafts, policyVersions } from '#db/tables/policy.ts'
import { departments, members } from '#db/tables/team.ts'
import type { PolicyNames } from '#domain/policy-words.ts'
import { type Context, memberOf } from '#team/context.ts'

export type PolicyVersionRow = typeof policyVersions.$inferSelect
export type PolicyDraftRow = typeof policyDrafts.$inferSelect
export type Person = { id: string; name: string }
export type PolicyLine = Pick<PolicyVersionRow, 'number' | 'note' | 'fromNumber' | 'publishedAt'> & {
  by: Person | null
}
export type ReadPolicy = {
  current: (PolicyVersionRow & { by: Person | null }) | null
  draft: (PolicyDraftRow & { by: Person | null }) | null
  history: PolicyLine[]
  names: PolicyNames
}

const historyMax = 50

/** The policy as it holds, what is being written, and what held before. */
export async function readPolicy(ctx: Context): Promise<ReadPolicy> {
  memberOf(ctx)
  const { workspaceId } = ctx
  return ctx.app.db.inWorkspace(workspaceId, async (tx) => {
    const people = await tx
      .select({ id: members.id, name: members.name })
      .from(members)
      .where(eq(members.workspaceId, workspaceId))
    const person = (id: string | null): Person | null => people.find((one) => one.id === id) ?? null
    const current = await currentPolicy(tx, workspaceId)
    const [draft] = await tx.select().from(policyDrafts).where(eq(policyDrafts.workspaceId, workspaceId))
    const history = await tx
      .select({
        number: policyVersions.number,
        note: policyVersions.note,
        fromNumber: policyVersions.fromNumber,
        publishedAt: policyVersions.publishedAt,
        publishedBy: policyVersions.publishedBy,
      })
      .from(policyVersions)
      .where(eq(policyVersions.workspaceId, workspaceId))
      .orderBy(desc(policyVersions.number))
      .limit(historyMax)
    return {
      current: current ? { ...current, by: person(current.publishedBy) } : null,
      draft: draft ? { ...draft, by: person(draft.changedBy) } : null,
      history: history.map(({ publishedBy, ...line }) => ({ ...line, by: person(publishedBy) })),
      names: await policyNames(tx, workspaceId),
    }
  })
}

/** One version, whoever published it. @throws AppError `not_found` */
export async function readPolicyVersion(
  ctx: Context,
  number: number,
): Promise<PolicyVersionRow & { by: Person | null }> {
  memberOf(ctx)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const row = await policyVersion(tx, ctx.workspaceId, number)
    if (!row) throw new AppError('not_found', 'This version of the policy does not exist.')
    const [by] = row.publishedBy
      ? await tx.select({ id: members.id, name: members.name }).from(members).where(eq(members.id, row.publishedBy))
      : []
    return { ...row, by: by ?? null }
  })
}

/** The one that holds; undefined until one is published. */
export async function currentPolicy(tx: Tx, workspaceId: string): Promise<PolicyVersionRow | undefined> {
  const [row] = await tx
    .select()
    .from(policyVersions)
    .where(eq(policyVersions.workspaceId, workspaceId))
    .orderBy(desc(policyVersions.number))
    .limit(1)
  return row
}

export async function policyVersion(
  tx: Tx,
  workspaceId: string,
  number: number,
): Promise<PolicyVersionRow | undefined> {
  const [row] = await tx
    .select()
    .from(policyVersions)
    .where(and(eq(policyVersions.workspaceId, workspaceId), eq(policyVersions.number, number)))
  return row
}

export async function policyNames(tx: Tx, workspaceId: string): Promise<PolicyNames> {
  const topic = await tx
    .select({ id: topics.id, name: topics.name })
    .from(topics)
    .where(eq(topics.workspaceId, workspaceId))
  const source = await tx
    .select({ id: sources.id, name: sources.name })
    .from(sources)
    .where(eq(sources.workspaceId, workspaceId))
  const department = await tx
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(eq(departments.workspaceId, workspaceId))
  return { topic, source, department }
}
