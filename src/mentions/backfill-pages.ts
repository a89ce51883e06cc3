import { and, eq, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { present } from '#base/assert.ts'
import { minute } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import { backfillSources, backfills } from '#db/tables/backfill.ts'
import { sources } from '#db/tables/listen.ts'
import { topics } from '#db/tables/mentions.ts'
import type { BackfillSourceState } from '#domain/backfill.ts'
import type { Words } from '#domain/connector.ts'
import type { SourceRow } from '#listen/source-row.ts'
import { tellEvents } from '#team/tell-events.ts'
import { holdBackfill } from './ask-backfill.ts'
import { networkTerms } from './network-terms.ts'

/** What a crash leaves claimed comes back by itself; an answer takes less. */
const claimMs = minute

/** One page of one source that is to be asked for, for one search. */
export type BackfillPage = {
  row: typeof backfillSources.$inferSelect
  run: typeof backfills.$inferSelect
  source: SourceRow
  terms: readonly string[]
}

/** One page a network, the one that waits longest, claimed: another process asks for others. */
export async function takePages(app: App, { shut }: { shut: readonly string[] }): Promise<BackfillPage[]> {
  const nowMs = app.clock.now().getTime()
  const [at, claimedUntil] = [nowMs, nowMs + claimMs].map((ms) => new Date(ms).toISOString())
  return app.db.asSystem(async (tx) => {
    const { rows } = await tx.execute<{ topicId: string; sourceId: string }>(sql`
      with due as materialized (
        select distinct on (s.connector) bs.topic_id, bs.source_id
          from backfill_sources bs join backfills b on b.topic_id = bs.topic_id
          join topics t on t.id = bs.topic_id join sources s on s.id = bs.source_id
         where bs.state = 'running' and b.state = 'running' and t.state = 'on' and bs.next_at <= ${at}::timestamptz
           and not (${JSON.stringify(shut)}::jsonb ? s.connector)
         order by s.connector, bs.next_at
      )
      update backfill_sources bs set next_at = ${claimedUntil}::timestamptz from due
       where bs.topic_id = due.topic_id and bs.source_id = due.source_id and bs.next_at <= ${at}::timestamptz
      returning bs.topic_id as "topicId", bs.source_id as "sourceId"`)
    const pages: BackfillPage[] = []
    for (const row of rows) pages.push(await readPage(tx, row))
    return pages
  })
}

async function readPage(tx: Tx, { topicId, sourceId }: { topicId: string; sourceId: string }): Promise<BackfillPage> {
  const [found] = await tx
    .select({ row: backfillSources, run: backfills, source: sources, query: topics.query })
    .from(backfillSources)
    .innerJoin(backfills, eq(backfills.topicId, backfillSources.topicId))
    .innerJoin(topics, eq(topics.id, backfillSources.topicId))
    .innerJoin(sources, eq(sources.id, backfillSources.sourceId))
    .where(and(eq(backfillSources.topicId, topicId), eq(backfillSources.sourceId, sourceId)))
  const { query, ...page } = present(found, 'a claimed page is there')
  return { ...page, terms: await networkTerms(tx, { workspaceId: page.source.workspaceId, query }) }
}

export type PageDone = {
  state?: BackfillSourceState
  nextAt: Date
  why: Words | null
  cursor?: unknown
  kept?: number
  backTo?: Date | null
  failuresInRow?: number
}

/** How far we are now. In the transaction that keeps what was found, so that nothing is asked for twice or skipped. */
export async function writePage(tx: Tx, { row, run }: BackfillPage, done: PageDone): Promise<void> {
  // Stopped, or begun anew for another query: this page counts no more.
  if (!(await holdBackfill(tx, run))) return
  const { kept, backTo, ...rest } = done
  await tx
    .update(backfillSources)
    .set({
      ...rest,
      ...(kept === undefined
        ? {}
        : {
            pages: sql`${backfillSources.pages} + 1`,
            found: sql`${backfillSources.found} + ${kept}`,
            backTo: sql`least(${backfillSources.backTo}, ${backTo?.toISOString() ?? null}::timestamptz)`,
          }),
    })
    .where(and(eq(backfillSources.topicId, row.topicId), eq(backfillSources.sourceId, row.sourceId)))
  await tellEvents(tx, row.workspaceId, [{ kind: 'backfill.changed', subjectId: row.topicId }])
}
