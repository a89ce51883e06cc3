import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Command } from './command.ts'
import { exportLearned } from './export-learned.ts'
import { withApp, workspaceNamed } from './with-app.ts'
import { writeLine } from './write-line.ts'

const help = `wederhoor export <conversations | mentions | corrections | learned> [options] > file

One line of JSON for each conversation or mention, oldest first; corrections by people are included. \`corrections\` writes
messages that were corrected as lines that the trainer reads; \`learned\` what was learned from them, newest first.

  --workspace <name>   which workspace, where there are several
  --since <date>       only what was published from then on (ISO 8601)
  --data <folder>      where everything is kept (WEDERHOOR_DATA)

Examples
  wederhoor export conversations > conversations.ndjson
  wederhoor export mentions --since 2026-11-01 > mentions.ndjson
  wederhoor export corrections > corrections.jsonl && npm run triage:train -- --with=corrections.jsonl
`

/** Rows a question: the memory of an export does not grow with what it exports. */
const pageMax = 1_000
const kinds = ['conversations', 'mentions', 'corrections', 'learned'] as const
type RowKind = 'conversations' | 'mentions'

export const exportRows: Command = {
  help,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { workspace: { type: 'string' }, since: { type: 'string' }, data: { type: 'string' } },
    })
    const kind = kinds.find((one) => one === positionals[0])
    if (!kind) throw new AppError('bad_input', `Say what to export: ${kinds.join(' or ')}.\n\n${help}`)
    const since = new Date(values.since ?? 0)
    if (Number.isNaN(since.getTime()))
      throw new AppError('bad_input', '--since is not a date. Example: --since 2026-11-01')
    return withApp(values.data, async (app) => {
      const workspaceId = await workspaceNamed(app, values.workspace)
      if (kind === 'corrections' || kind === 'learned') return exportLearned(app, { kind, workspaceId, since })
      let after = '00000000-0000-0000-0000-000000000000'
      for (;;) {
        const { rows } = await app.db.inWorkspace(workspaceId, (tx) =>
          tx.execute<{ id: string; line: object }>(questions[kind]({ workspaceId, since, after })),
        )
        for (const row of rows) await writeLine(row.line)
        after = rows.at(-1)?.id ?? after
        if (rows.length < pageMax) return 0
      }
    })
  },
}

type Asked = { workspaceId: string; since: Date; after: string }

/** Ids sort by the time they were made, so the last one of a page is where the next begins. */
const questions: Record<RowKind, (asked: Asked) => ReturnType<typeof sql>> = {
  conversations: ({ workspaceId, since, after }) => sql`
    select c.id, jsonb_build_object('id', c.id, 'key', 'WH-' || c.number, 'title', c.title, 'network', c.network,
        'thread', c.thread_id, 'state', c.state, 'owner', o.name, 'department', d.name, 'urgency', c.urgency,
        'sentiment', c.sentiment, 'intent', c.intent, 'lang', c.lang, 'messages', c.message_count, 'createdAt', c.created_at,
        'latestAt', c.latest_at, 'dueAt', c.due_at, 'answeredAt', c.answered_at, 'doneAt', c.done_at,
        'topics', coalesce((select jsonb_agg(t.name) from topics t where t.id = any(c.topic_ids)), '[]'),
        'replies', coalesce((select jsonb_agg(jsonb_build_object('state', r.state, 'text', r.text, 'url', r.url, 'at', r.settled_at,
            'seenAfter', e.outcome, 'toneAfter', e.effect -> 'tone' ->> 'change', 'isSettled', e.settled_at is not null)
          order by r.created_at) from replies r left join answer_effects e on e.reply_id = r.id where r.conversation_id = c.id), '[]')) as line
      from conversations c left join members o on o.id = c.owner_id left join departments d on d.id = c.department_id
     where c.workspace_id = ${workspaceId} and c.latest_at >= ${since.toISOString()} and c.id > ${after} order by c.id limit ${pageMax}`,
  mentions: ({ workspaceId, since, after }) => sql`
    select m.id, jsonb_build_object('id', m.id, 'network', m.network, 'nativeId', m.native_id, 'kind', m.kind, 'url', m.url,
        'author', jsonb_build_object('nativeId', a.native_id, 'handle', a.handle, 'name', a.name, 'followers', a.followers),
        'title', m.title, 'text', m.text, 'lang', m.lang, 'publishedAt', m.published_at, 'heardAt', m.heard_at,
        'editedAt', m.edited_at, 'deletedAt', m.deleted_at, 'isOwn', m.is_own, 'parentId', m.parent_id, 'rootId', m.root_id,
        'rating', m.rating, 'conversation', 'WH-' || c.number, 'assessment', s.said, 'correction', s.correction,
        'topics', coalesce((select jsonb_agg(t.name) from mention_topics mt join topics t on t.id = mt.topic_id
          where mt.mention_id = m.id), '[]')) as line
      from mentions m join authors a on a.id = m.author_id join conversations c on c.id = m.conversation_id
      left join assessments s on s.mention_id = m.id
     where m.workspace_id = ${workspaceId} and m.published_at >= ${since.toISOString()} and m.id > ${after} order by m.id limit ${pageMax}`,
}
