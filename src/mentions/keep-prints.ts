import { inArray, lt, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { hour } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import { prints } from '#db/tables/mentions.ts'
import { storyWindowHours } from '#domain/story.ts'
import { bytesOf, type Signature } from '#triage/alike/min-hash.ts'
import type { Print } from '#triage/alike/print-of.ts'

export type KeptPrint = { mentionId: string; conversationId: string; print: Print }

/** A message by which others will be known as alike. Copies of what is kept already are not given here. */
export async function keepPrints(
  tx: Tx,
  { workspaceId, heardAt, kept }: { workspaceId: string; heardAt: Date; kept: readonly KeptPrint[] },
): Promise<void> {
  if (kept.length === 0) return
  await tx
    .insert(prints)
    .values(
      kept.map(({ mentionId, conversationId, print }) => ({
        mentionId,
        workspaceId,
        conversationId,
        heardAt,
        signature: bytesOf(print.signature as Signature),
      })),
    )
    .onConflictDoNothing()
  const keys = kept.flatMap(({ mentionId, print }) => print.keys.map(({ key }) => ({ mentionId, key: String(key) })))
  await tx.execute(sql`
    insert into print_keys (workspace_id, key, heard_at, mention_id)
    select ${workspaceId}::uuid, k.key, ${heardAt.toISOString()}::timestamptz, k.mention
      from unnest(${listOf(keys.map(({ key }) => key))}::bigint[], ${listOf(keys.map((one) => one.mentionId))}::uuid[]) as k(key, mention)`)
}

/** The words of a message are gone: so is what it was known by. */
export async function dropPrints(tx: Tx, mentionIds: readonly string[]): Promise<void> {
  if (mentionIds.length > 0) await tx.delete(prints).where(inArray(prints.mentionId, [...mentionIds]))
}

const sweepEveryMs = hour

/** Prints are of use while a story may grow. Resolves when the signal aborts. */
export async function runPrintSweeps(app: App, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await sweepPrints(app)
    } catch (error) {
      app.log.error({ err: error }, 'old prints of messages could not be cleared; trying again')
    }
    await app.clock.sleep(sweepEveryMs, signal)
  }
}

export async function sweepPrints(app: App): Promise<void> {
  const before = new Date(app.clock.now().getTime() - storyWindowHours * hour)
  await app.db.asSystem(async (tx) => {
    await tx.delete(prints).where(lt(prints.heardAt, before))
    await tx.execute(sql`delete from print_keys where heard_at < ${before.toISOString()}::timestamptz`)
  })
}

/** An array for PostgreSQL, of what has no commas. */
export function listOf(values: readonly string[]): string {
  return `{${values.join(',')}}`
}
