import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { textArray } from '#db/sql-arrays.ts'

export const ownTextKinds = ['rumour', 'snippet', 'fact', 'policy', 'playbook', 'annotation', 'report'] as const
/** One of our own texts in which a name still stands. `title` says which one it is. */
export type NameLeft = { kind: (typeof ownTextKinds)[number]; id: string; title: string }

const leftMax = 50

/**
 * Who is erased may be named in what the house wrote for everybody: rumours and their answers, snippets, facts, the policy with its examples, playbooks,
 * what was noted that happened, and the words of reports.
 * A name cut out of those may turn their sense, so nothing is changed there: whoever erases is shown where to look.
 */
export async function namesLeft(
  tx: Tx,
  { workspaceId, names }: { workspaceId: string; names: readonly string[] },
): Promise<NameLeft[]> {
  if (names.length === 0) return []
  const { rows } = await tx.execute<NameLeft>(sql`
    with texts as (
      select 'rumour' as kind, r.id::text as id, r.title,
             concat_ws(' ', r.title, r.wordings::text, r.marks::text, r.sources::text,
               (select string_agg(a.statements::text, ' ') from rumour_answers a where a.rumour_id = r.id)) as text
        from rumours r where r.workspace_id = ${workspaceId}
      union all
      select 'snippet', s.id::text, s.name, concat_ws(' ', s.name, s.wordings::text) from snippets s where s.workspace_id = ${workspaceId}
      union all
      select 'fact', k.id::text, left(k.statements->0->>'text', 120), concat_ws(' ', k.statements::text, k.source, k.confirmed_by)
        from knowledge_items k where k.workspace_id = ${workspaceId}
      union all
      select 'policy', p.id::text, p.note, concat_ws(' ', p.policy::text, p.examples::text, p.note)
        from policy_versions p where p.workspace_id = ${workspaceId}
      union all
      select 'playbook', b.key || ' ' || b.lang, b.name, concat_ws(' ', b.name, array_to_string(b.steps, ' '), b.plan::text)
        from playbooks b where b.workspace_id = ${workspaceId}
      union all
      select 'annotation', a.id::text, a.words, a.words from annotations a where a.workspace_id = ${workspaceId}
      union all
      select 'report', r.id::text, r.name, concat_ws(' ', r.name, r.lead, r.parts::text) from saved_reports r where r.workspace_id = ${workspaceId})
    select kind, id, title from texts where without_names(text, ${textArray(names)}) <> text order by kind, title limit ${leftMax}`)
  return rows
}
