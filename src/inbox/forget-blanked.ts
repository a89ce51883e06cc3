import { inArray, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { noiseLessons, storyConversations } from '#db/tables/inbox.ts'
import { mentions } from '#db/tables/mentions.ts'
import { routings } from '#db/tables/routing.ts'
import type { OnBlanked } from '#mentions/recheck-mentions.ts'
import { retitle } from './retitle.ts'

/** The words of a message are gone on its network: so are those that the inbox keeps of it, in titles, lessons, stories and reasons. */
export const forgetBlanked: OnBlanked = async (tx, gone) => {
  await retitle(tx, gone)
  const ids = [...new Set(gone.map((one) => one.conversationId))]
  if (ids.length > 0) await forgetWords(tx, ids)
}

async function forgetWords(tx: Tx, conversationIds: readonly string[]): Promise<void> {
  const isSilent = sql`not exists (select from ${mentions} m where m.conversation_id = noise_lessons.conversation_id and not m.is_own and m.deleted_at is null)`
  await tx
    .update(noiseLessons)
    .set({ words: [], saidWords: [], signature: null })
    .where(sql`${inArray(noiseLessons.conversationId, [...conversationIds])} and ${isSilent}`)
  await tx
    .update(storyConversations)
    .set({ why: {} })
    .where(inArray(storyConversations.conversationId, [...conversationIds]))
  await tx
    .update(routings)
    .set({
      firings: sql`(select jsonb_agg(jsonb_set(f, '{reasons}', ${wordlessReasons})) from jsonb_array_elements(${routings.firings}) f)`,
    })
    .where(sql`${inArray(routings.conversationId, [...conversationIds])} and ${routings.firings} <> '[]'::jsonb`)
}

/** A rule fired because of words: that stays, the words do not. */
const wordlessReasons = sql`(select coalesce(jsonb_agg(case when r ->> 'about' = 'words' then r || '{"values": []}' else r end), '[]')
  from jsonb_array_elements(f -> 'reasons') r)`
