import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { audit, events } from '#db/tables/team.ts'
import { type EventKind, eventKinds } from '#domain/event.ts'

type ToldEvent = Omit<typeof events.$inferInsert, 'workspaceId'>

/** What the ears of another process must know at once: it changes where they listen, and what they listen for. */
const heardByEars: readonly EventKind[] = [
  'source.changed',
  'topic.changed',
  'account.changed',
  'reply.changed',
  'team.changed',
]
export type Notice = { kind: EventKind; workspaceId: string }
export const noticeChannel = 'wederhoor_ears'

/**
 * Writes events for the other stages and for open browsers, who hear of them when the transaction stands. One statement: every
 * write of the program ends with it.
 */
export async function tellEvents(tx: Tx, workspaceId: string, told: readonly ToldEvent[]): Promise<void> {
  if (told.length > 0) await tx.execute(telling(workspaceId, told, sql``))
}

/** The same, and the line of the audit with it: still one statement. */
export async function tellWithLine(
  tx: Tx,
  line: typeof audit.$inferInsert & { at: Date },
  told: readonly ToldEvent[],
): Promise<void> {
  const { workspaceId, at, actor, action, subjectKind, subjectId, conversationId, details } = line
  await tx.execute(
    telling(
      workspaceId,
      told,
      sql`line as (
        insert into ${audit} (workspace_id, at, actor, action, subject_kind, subject_id, conversation_id, details)
        values (${workspaceId}, ${at.toISOString()}, ${actor}, ${action}, ${subjectKind}, ${subjectId}, ${conversationId}, ${JSON.stringify(details)}::jsonb)
      ), `,
    ),
  )
}

function telling(workspaceId: string, told: readonly ToldEvent[], before: SQL): SQL {
  const rows = told.map(({ kind, conversationId, subjectId, by }) => ({ kind, conversationId, subjectId, by }))
  const notices = heardByEars.filter((kind) => told.some((event) => event.kind === kind))
  return sql`
    with ${before} told as (
      insert into ${events} (workspace_id, kind, conversation_id, subject_id, by)
      select ${workspaceId}::uuid, e.kind, e."conversationId", e."subjectId", e.by
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(kind text, "conversationId" uuid, "subjectId" text, by uuid)
    )
    select pg_notify('wederhoor', ${workspaceId}::text),
      (select count(pg_notify(${noticeChannel}, notice || ' ' || ${workspaceId}::text))
         from jsonb_array_elements_text(${JSON.stringify(notices)}::jsonb) as notice)`
}

/** Undefined for what is no notice of ours: anybody with a connection can write to a channel. */
export function readNotice(payload: string): Notice | undefined {
  const [said = '', workspaceId = ''] = payload.split(' ')
  const kind = eventKinds.find((one) => one === said)
  return kind && workspaceId ? { kind, workspaceId } : undefined
}
