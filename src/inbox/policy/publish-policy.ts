import { eq, sql } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { policyDrafts, policyVersions } from '#db/tables/policy.ts'
import { runExamples } from '#domain/ask-policy.ts'
import { leavesOf, nodesOf, type Policy, type PolicyExample } from '#domain/policy.ts'
import { exampleProblems, policyProblems, policyProblemWords } from '#domain/policy-problem.ts'
import { assertDepartmentsHere } from '#team/assert-here.ts'
import { type Changed, change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { type PolicyVersionRow, policyNames, policyVersion } from './read-policy.ts'

export type Publishing = {
  policy: Policy
  examples: PolicyExample[]
  note: string
  /** The version that its writer began from; 0 where there was none. Refused when another came between. */
  basedOn: number
}

/**
 * From now on this is advised. Its own examples are run first, and one that fails refuses it: a policy that does not do what its writers
 * say it does is worse than none.
 *
 * @throws AppError `bad_input` with `details.failing`, `taken` when somebody else published meanwhile.
 */
export async function publishPolicy(ctx: Context, { basedOn, ...input }: Publishing): Promise<number> {
  return change(ctx, 'policy.publish', async (tx) => {
    const number = await nextNumber(tx, ctx)
    if (basedOn !== number - 1)
      throw new AppError('taken', 'Somebody published another policy meanwhile. Look at it before you publish yours.')
    await assertPolicyFits(tx, ctx, input)
    await tx.delete(policyDrafts).where(eq(policyDrafts.workspaceId, ctx.workspaceId))
    return insert(tx, ctx, { ...input, number, fromNumber: null })
  })
}

/** What held once holds again, as a new version: the history only grows. What its examples named may be gone; they are run again. */
export async function putPolicyBack(ctx: Context, fromNumber: number): Promise<number> {
  return change(ctx, 'policy.publish', async (tx) => {
    const number = await nextNumber(tx, ctx)
    const row = await policyVersion(tx, ctx.workspaceId, fromNumber)
    if (!row) throw new AppError('not_found', 'This version of the policy does not exist.')
    const { policy, examples } = row
    await assertPolicyFits(tx, ctx, { policy, examples })
    return insert(tx, ctx, { policy, examples, note: '', number, fromNumber })
  })
}

/** Held until the version stands: two who publish at once come one after the other. */
async function nextNumber(tx: Tx, { workspaceId }: Context): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('policy ' || ${workspaceId}, 0))`)
  const { rows } = await tx.execute<{ number: number }>(
    sql`select coalesce(max(number), 0)::int + 1 as number from policy_versions where workspace_id = ${workspaceId}`,
  )
  return present(rows[0], 'an aggregate has one row').number
}

async function insert(
  tx: Tx,
  ctx: Context,
  values: Pick<PolicyVersionRow, 'policy' | 'examples' | 'note' | 'number' | 'fromNumber'>,
): Promise<Changed<number>> {
  const id = newId()
  const { workspaceId } = ctx
  const publishedBy = memberOf(ctx).id
  await tx.insert(policyVersions).values({ id, workspaceId, publishedBy, publishedAt: ctx.app.clock.now(), ...values })
  return {
    result: values.number,
    subject: { kind: 'policy', id },
    details: { version: values.number, fromNumber: values.fromNumber },
    events: [{ kind: 'policy.changed' }],
  }
}

/** Sound, of things that are here, and doing what its examples say. */
export async function assertPolicyFits(
  tx: Tx,
  ctx: Context,
  { policy, examples }: { policy: Policy; examples: readonly PolicyExample[] },
): Promise<void> {
  const [problem] = [...policyProblems(policy), ...exampleProblems(policy, examples)]
  if (problem) throw new AppError('bad_input', policyProblemWords(problem), { details: { path: problem.path } })
  await assertDepartmentsHere(
    tx,
    ctx,
    leavesOf(policy).flatMap(({ departmentId }) => departmentId ?? []),
  )
  const { topic, source } = await policyNames(tx, ctx.workspaceId)
  const here = { topic: new Set(topic.map(({ id }) => id)), source: new Set(source.map(({ id }) => id)) }
  for (const node of nodesOf(policy.root)) {
    const tests = node.kind === 'when' ? node.tests : []
    for (const test of tests) {
      if (test.about === 'topic' && !test.is.every((id) => here.topic.has(id)))
        throw new AppError('not_found', 'This search does not exist any more. Choose another.')
      if (test.about === 'source' && !test.is.every((id) => here.source.has(id)))
        throw new AppError('not_found', 'This source does not exist any more. Choose another.')
    }
  }
  assertExamplesPass(policy, examples)
}

const toldMax = 3

function assertExamplesPass(policy: Policy, examples: readonly PolicyExample[]): void {
  const failing = runExamples(policy, examples).filter(({ passes }) => !passes)
  if (failing.length === 0) return
  const named = failing.slice(0, toldMax).map(({ example }) => `“${example.says}”`)
  const list = named.join(', ')
  throw new AppError(
    'bad_input',
    {
      en: `Not published. Examples that would get other advice than you said: ${failing.length}. See ${list}.`,
      nl: `Niet gepubliceerd. Voorbeelden die ander advies krijgen dan je zei: ${failing.length}. Kijk naar ${list}.`,
    },
    { details: { failing: failing.map(({ example }) => example.id) } },
  )
}
