import { and, desc, eq, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { minute } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { deltaVersions } from '#db/tables/learning.ts'
import { workspaces } from '#db/tables/team.ts'
import { correctionsLeast } from '#domain/learned.ts'
import { change } from '#team/change.ts'
import { teachApart } from '#triage/learn/teach-apart.ts'
import type { TeachAnswer } from '#triage/learn/teach-worker.ts'
import { modelVersions } from '#triage/model-versions.ts'
import { readTaught } from './read-taught.ts'

const lookEveryMs = 5 * minute

/** Learns from corrections wherever there are enough new ones. Resolves when the signal aborts. */
export async function runLearning(app: App, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await learnWhatIsDue(app, signal)
    } catch (error) {
      app.log.error({ err: error }, 'corrections could not be learned from; trying again')
    }
    await app.clock.sleep(lookEveryMs, signal)
  }
}

type Due = { workspaceId: string; lang: string }

/** One round over all workspaces, one after the other: nobody waits for it. */
export async function learnWhatIsDue(app: App, signal?: AbortSignal): Promise<Due[]> {
  const due = await app.db.asSystem((tx) => readDue(tx))
  for (const one of due) {
    if (signal?.aborted) break
    await learn(app, one)
  }
  return due
}

/**
 * Due is a language in which `correctionsLeast` messages were corrected (or their correction taken back) since it was learned last; and
 * one whose weights are others now, by a new version of the program, since what was learned upon the old ones means nothing there.
 */
async function readDue(tx: Tx): Promise<Due[]> {
  const { rows } = await tx.execute<Due & { model: string | null; fresh: number; all: number }>(sql`
    select s.workspace_id as "workspaceId", coalesce(s.correction ->> 'lang', s.said ->> 'lang') as lang, max(v.model) as model,
        count(distinct c.mention_id) filter (where v.made_at is null or greatest(c.at, c.taken_back_at) > v.made_at)::int as fresh,
        count(distinct c.mention_id)::int as "all"
      from corrections c join assessments s on s.mention_id = c.mention_id
      left join lateral (select d.model, d.made_at from delta_versions d where d.workspace_id = s.workspace_id
        and d.lang = coalesce(s.correction ->> 'lang', s.said ->> 'lang') order by d.nth desc limit 1) v on true
     group by 1, 2 order by 1, 2`)
  return rows.flatMap(({ workspaceId, lang, model, fresh, all }) => {
    const current = modelVersions.get(lang)
    const isOutdated = model !== null && model !== current && all >= correctionsLeast
    return current !== undefined && (fresh >= correctionsLeast || isOutdated) ? [{ workspaceId, lang }] : []
  })
}

async function learn(app: App, { workspaceId, lang }: Due): Promise<void> {
  const { posts, corrected, brands, at } = await app.db.inWorkspace(workspaceId, async (tx) => {
    const [workspace] = await tx
      .select({ brands: workspaces.brands })
      .from(workspaces)
      .where(eq(workspaces.id, workspaceId))
    // What is corrected while it learns counts for the next time.
    const now = app.clock.now()
    return { ...(await readTaught(tx, { workspaceId, lang })), brands: workspace?.brands ?? [], at: now }
  })
  const answer = await teachApart({ lang, brands, posts })
  if (answer.kind === 'too-heavy')
    app.log.error(
      { workspaceId, lang, posts: posts.length },
      'learning from corrections took too long and was given up',
    )
  const taught = answer.kind === 'taught' ? answer : gaveUp(lang)
  await keepLearned(app, {
    workspaceId,
    lang,
    taught,
    at,
    counts: { corrections: corrected, agreed: posts.length - corrected },
  })
}

/** Kept as refused, so that the same is not tried again every five minutes. */
function gaveUp(lang: string): TeachAnswer {
  const model = modelVersions.get(lang) ?? ''
  return { kind: 'taught', model, version: '', heads: [], words: [], weights: undefined }
}

type Kept = {
  workspaceId: string
  lang: string
  taught: TeachAnswer
  at: Date
  counts: { corrections: number; agreed: number }
}

/** A version of its own, whatever came of it; one that is better counts from now on. */
export async function keepLearned(app: App, { workspaceId, lang, taught, at, counts }: Kept): Promise<string> {
  return change({ app, workspaceId, actor: { kind: 'system', part: 'clock' } }, 'learned.keep', async (tx) => {
    const mine = and(eq(deltaVersions.workspaceId, workspaceId), eq(deltaVersions.lang, lang))
    const [last] = await tx.select().from(deltaVersions).where(mine).orderBy(desc(deltaVersions.nth)).limit(1)
    const state = taught.weights ? 'live' : 'refused'
    const isOutdated = last !== undefined && last.model !== taught.model
    // Weights upon those of an older program count no more, whatever came of the new ones.
    if (state === 'live' || isOutdated)
      await tx
        .update(deltaVersions)
        .set({ state: 'replaced' })
        .where(and(mine, eq(deltaVersions.state, 'live')))
    const id = newId()
    // Another process may have learned the same meanwhile: the number says so, and its outcome is the same.
    const kept = await tx
      .insert(deltaVersions)
      .values({
        ...{ id, workspaceId, lang, state, madeAt: at },
        ...{ nth: (last?.nth ?? 0) + 1, version: taught.version, model: taught.model },
        ...counts,
        ...{ figures: [...taught.heads], words: [...taught.words], weights: taught.weights ?? null },
      })
      .onConflictDoNothing()
      .returning({ id: deltaVersions.id })
    return {
      result: id,
      subject: { kind: 'learned', id },
      details: { lang, state, ...counts },
      isSilent: kept.length === 0,
      events: [{ kind: 'learned.changed' as const }],
    }
  })
}
