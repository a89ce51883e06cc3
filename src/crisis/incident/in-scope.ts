import { type SQL, sql } from 'drizzle-orm'
import { uuidArray } from '#db/sql-arrays.ts'
import type { IncidentRow } from './incident-access.ts'

/**
 * The ids of its conversations. Three ways in, each by an index of its own; `in_incident` has the last word, so that this and what is asked of one
 * conversation cannot differ.
 */
export function idsInScope({ id, workspaceId, storyIds, topicIds, beganAt }: IncidentRow): SQL {
  const by = (where: SQL) => sql`select c.id from conversations c where c.workspace_id = ${workspaceId} and ${where}`
  return sql`(select c.id from incidents i, conversations c where i.id = ${id} and in_incident(i, c) and c.id in (
    ${by(sql`c.story_id = any(${uuidArray(storyIds)})`)}
    union ${by(sql`c.topic_ids && ${uuidArray(topicIds)} and c.latest_at >= ${beganAt.toISOString()}`)}
    union select coalesce(m.merged_into, m.id) from incident_conversations o join conversations m on m.id = o.conversation_id where o.incident_id = ${id}))`
}
