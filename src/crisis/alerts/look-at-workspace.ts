import { and, eq, isNull, lt, or } from 'drizzle-orm'
import type { App } from '#app.ts'
import { alertSettings } from '#db/tables/alerts.ts'
import type { Context } from '#team/context.ts'
import { hearDeaf } from './hear-deaf.ts'
import type { openLearner } from './learn-usual.ts'
import { readFacts, unusualIn } from './read-facts.ts'
import { recordSteps } from './record-steps.ts'
import { binMs, stepScopes } from './step-scopes.ts'

type Watched = { workspaceId: string; learn: ReturnType<typeof openLearner> }

/**
 * Looks once at what was said up to the end of the last five minutes. Whoever moves `looked_at` on looks: another process that comes at the same time finds it
 * moved. What a process that dies in between did not look at is looked at five minutes later; all that counts are rows.
 *
 * @returns whether there was something to look at
 */
export async function lookAtWorkspace(app: App, { workspaceId, learn }: Watched): Promise<boolean> {
  const until = new Date(Math.floor(app.clock.now().getTime() / binMs) * binMs)
  const ctx: Context = { app, workspaceId, actor: { kind: 'system', part: 'clock' } }
  const settings = await app.db.inWorkspace(workspaceId, async (tx) => {
    await tx.insert(alertSettings).values({ workspaceId }).onConflictDoNothing()
    const isDue = or(isNull(alertSettings.lookedAt), lt(alertSettings.lookedAt, until))
    const [row] = await tx
      .update(alertSettings)
      .set({ lookedAt: until })
      .where(and(eq(alertSettings.workspaceId, workspaceId), eq(alertSettings.isOn, true), isDue))
      .returning()
    return row
  })
  if (!settings) return false
  const isDeaf = await hearDeaf(ctx, settings)
  await app.db.inWorkspace(workspaceId, async (tx) => {
    const facts = await readFacts(tx, { settings, now: until })
    const { hours, sinceHour, topics, sources } = facts
    const learner = learn({
      ...{ workspaceId, hours, sinceHour, now: until, isUnusual: unusualIn(facts, until) },
      madeHour: ({ kind, subjectId }) => (kind === 'source' ? sources : topics).get(subjectId)?.hour,
    })
    const stepped = await stepScopes(tx, { facts, learner, until })
    await recordSteps(tx, ctx, { facts, until, isDeaf, stepped })
  })
  return true
}
