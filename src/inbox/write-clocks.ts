import { and, asc, inArray, isNull, sql } from 'drizzle-orm'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { promiseClocks } from '#db/tables/promises.ts'
import type { ClockKind } from '#domain/promise-clock.ts'
import type { Asked, PromiseTerms } from '#domain/promise-rule.ts'
import { firstMoment, promisedTo } from './promised.ts'

export type ClockRow = typeof promiseClocks.$inferSelect
export type StopWhy = NonNullable<ClockRow['stoppedBy']>

/** A clock that begins, or one that was told more. */
export type WantedClock = { known?: ClockRow; conversationId: string; kind: ClockKind; asked: readonly Asked[] }

/** Those that nobody stopped, also where they stand still. The conversations are locked by the caller. */
export async function readClocks(tx: Tx, conversationIds: readonly string[]): Promise<ClockRow[]> {
  if (conversationIds.length === 0) return []
  return tx
    .select()
    .from(promiseClocks)
    .where(and(inArray(promiseClocks.conversationId, [...conversationIds]), isNull(promiseClocks.stoppedAt)))
    .orderBy(asc(promiseClocks.askedAt))
}

/** The columns of a clock that say what is promised, and by which terms. */
export function countedClock({ kind, asked }: Pick<WantedClock, 'kind' | 'asked'>, terms: PromiseTerms) {
  const promised = promisedTo(kind, asked, terms)
  const from = promised?.asked ?? asked[0]
  return {
    ruleId: promised?.rule?.id ?? null,
    ruleName: promised?.rule?.name ?? null,
    minutes: promised?.minutes ?? null,
    countsFrom: from?.at ?? null,
    heardAt: from?.heardAt ?? null,
    dueAt: promised?.dueAt ?? null,
    actAt: promised ? firstMoment(kind, promised, terms) : null,
    version: terms.version,
  }
}

/**
 * All of a batch in one statement. What is said later can only bring a deadline nearer, and what is broken keeps it: it can neither be
 * mended nor moved.
 */
export async function writeClocks(
  tx: Tx,
  { workspaceId, wanted, terms }: { workspaceId: string; wanted: readonly WantedClock[]; terms: PromiseTerms },
): Promise<void> {
  if (wanted.length === 0) return
  const rows = wanted.map(({ known, conversationId, kind, asked }) => ({
    id: newId(),
    ...known,
    ...{ workspaceId, conversationId, kind, asked },
    askedAt: asked[0]?.at,
    ...nearer(known, countedClock({ kind, asked }, terms)),
  }))
  await tx.execute(sql`
    insert into promise_clocks (id, workspace_id, conversation_id, kind, asked, asked_at, rule_id, rule_name, minutes, counts_from,
      heard_at, due_at, act_at, version, is_running)
    select n.id, n."workspaceId", n."conversationId", n.kind, n.asked, n."askedAt", n."ruleId", n."ruleName", n.minutes,
        n."countsFrom", n."heardAt", n."dueAt", n."actAt", n.version, c.state in ('open', 'waiting')
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, "workspaceId" uuid, "conversationId" uuid, kind text,
        asked jsonb, "askedAt" timestamptz, "ruleId" uuid, "ruleName" text, minutes int, "countsFrom" timestamptz,
        "heardAt" timestamptz, "dueAt" timestamptz, "actAt" timestamptz, version int)
      join conversations c on c.id = n."conversationId"
    on conflict (id) do update set asked = excluded.asked, asked_at = excluded.asked_at, rule_id = excluded.rule_id,
      rule_name = excluded.rule_name, minutes = excluded.minutes, counts_from = excluded.counts_from,
      heard_at = excluded.heard_at, due_at = excluded.due_at, act_at = excluded.act_at, version = excluded.version`)
}

type Counted = ReturnType<typeof countedClock>

function nearer(known: ClockRow | undefined, counted: Counted): Partial<Counted> {
  if (!known) return counted
  const isNearer = counted.dueAt !== null && (known.dueAt === null || counted.dueAt < known.dueAt)
  return isNearer && known.brokenAt === null ? counted : {}
}

/** They were answered, or begin anew. What passed its end unseen is broken all the same. Answers those, for the record. */
export async function stopClocks(
  tx: Tx,
  { ids, at, by }: { ids: readonly string[]; at: Date; by: StopWhy },
): Promise<ClockRow[]> {
  if (ids.length === 0) return []
  const stopped = sql`${at.toISOString()}::timestamptz`
  const { rows } = await tx.execute<{ id: string }>(sql`
    update promise_clocks p set stopped_at = ${stopped}, stopped_by = ${by}, is_running = false,
        broken_at = case when p.due_at < ${stopped} then coalesce(p.broken_at, p.due_at) else p.broken_at end
      from promise_clocks was
     where p.id = any(${`{${ids.join(',')}}`}::uuid[]) and p.stopped_at is null and was.id = p.id
    returning case when was.broken_at is null and p.broken_at is not null then p.id end as id`)
  const broken = rows.flatMap(({ id }) => id ?? [])
  return broken.length > 0 ? tx.select().from(promiseClocks).where(inArray(promiseClocks.id, broken)) : []
}

/** The list is sorted by the promise that ends first. Counts no version up: nobody decided or said anything by it. */
export async function showDue(tx: Tx, conversationIds: readonly string[]): Promise<void> {
  if (conversationIds.length === 0) return
  await tx.execute(sql`
    update conversations c set due_at = p.due_at, promised_minutes = p.minutes
      from unnest(${`{${conversationIds.join(',')}}`}::uuid[]) as asked(id)
      left join lateral (select due_at, minutes from promise_clocks
        where conversation_id = asked.id and stopped_at is null and due_at is not null order by due_at limit 1) p on true
     where c.id = asked.id and (c.due_at, c.promised_minutes) is distinct from (p.due_at, p.minutes)`)
}
