import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { events } from '#db/tables/team.ts'
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

/** Writes events for the other stages and for open browsers, who hear of them when the transaction stands. */
export async function tellEvents(tx: Tx, workspaceId: string, told: readonly ToldEvent[]): Promise<void> {
  if (told.length === 0) return
  await tx.insert(events).values(told.map((event) => ({ ...event, workspaceId })))
  await tx.execute(sql`select pg_notify('wederhoor', ${workspaceId})`)
  for (const kind of heardByEars) {
    if (!told.some((event) => event.kind === kind)) continue
    await tx.execute(sql`select pg_notify(${noticeChannel}, ${`${kind} ${workspaceId}`})`)
  }
}

/** Undefined for what is no notice of ours: anybody with a connection can write to a channel. */
export function readNotice(payload: string): Notice | undefined {
  const [said = '', workspaceId = ''] = payload.split(' ')
  const kind = eventKinds.find((one) => one === said)
  return kind && workspaceId ? { kind, workspaceId } : undefined
}
