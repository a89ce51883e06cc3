import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { Post } from '#domain/post.ts'
import type { TouchedMention } from './follow-network.ts'

/**
 * A post that we have was heard again: its likes, reposts and replies are what the network says now. What it does not say
 * stays. Answers only what differs, so that a quiet page touches nothing.
 */
export async function refreshCounts(
  tx: Tx,
  { workspaceId, posts }: { workspaceId: string; posts: readonly Post[] },
): Promise<TouchedMention[]> {
  const said = posts
    .filter(({ likes, reposts, replies }) => (likes ?? reposts ?? replies) !== undefined)
    .map(({ network, nativeId, likes, reposts, replies }) => ({ network, nativeId, likes, reposts, replies }))
  if (said.length === 0) return []
  const { rows } = await tx.execute<TouchedMention>(sql`
    update mentions m
       set likes = coalesce(s.likes, m.likes), reposts = coalesce(s.reposts, m.reposts), replies = coalesce(s.replies, m.replies)
      from jsonb_to_recordset(${JSON.stringify(said)}::jsonb)
           as s(network text, "nativeId" text, likes int, reposts int, replies int)
     where m.workspace_id = ${workspaceId} and m.network = s.network and m.native_id = s."nativeId" and m.deleted_at is null
       and (coalesce(s.likes, m.likes), coalesce(s.reposts, m.reposts), coalesce(s.replies, m.replies))
           is distinct from (m.likes, m.reposts, m.replies)
    returning m.id, m.conversation_id as "conversationId"`)
  return rows
}
