import { sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { uuidArray } from '#db/sql-arrays.ts'
import { identitiesIn } from '#mentions/read-linked.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'

/** Everything we have of somebody under all their linked names, as plain JSON: what they may ask for by article 15 of the GDPR. */
export type AuthorExport = {
  exportedAt: string
  profile: Record<string, unknown>
  /** All names we know them by, that of `profile` among them. */
  identities: Record<string, unknown>[]
  messages: Record<string, unknown>[]
  conversations: Record<string, unknown>[]
  answers: Record<string, unknown>[]
  notes: Record<string, unknown>[]
  personNotes: Record<string, unknown>[]
  pledges: Record<string, unknown>[]
  /** Where we decided not to answer, and why. */
  unanswered: Record<string, unknown>[]
  corrections: Record<string, unknown>[]
  /** Which models were asked about conversations that they began, and for what. */
  assisted: Record<string, unknown>[]
}

/** Written down as such: who took it out, and when. @throws AppError `not_found` */
export async function exportAuthor(ctx: Context, id: string): Promise<AuthorExport> {
  const { workspaceId } = ctx
  return change(ctx, 'author.export', async (tx) => {
    const rowsOf = async (query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> =>
      (await tx.execute<{ row: Record<string, unknown> }>(sql`select to_jsonb(q) as row from (${query}) q`)).rows.map(
        ({ row }) => row,
      )
    const linked = await identitiesIn(tx, ctx, id)
    const all = uuidArray(linked.map(({ author }) => author.id))
    const met = sql`select m.conversation_id from mentions m where m.author_id = any(${all}) and m.workspace_id = ${workspaceId}`
    const identities = await rowsOf(sql`
      select network, native_id as "nativeId", handle, name, url, avatar_url as "pictureUrl", bio, followers, mark, first_seen_at as "firstSeenAt", linked_at as "linkedAt"
        from authors where workspace_id = ${workspaceId} and id = any(${all}) order by id <> ${id}, linked_at, id`)
    const [profile] = identities
    if (!profile) throw new AppError('not_found', 'This person is not here any more.')
    const messages = await rowsOf(sql`
      select m.network, m.native_id as "nativeId", m.url, m.title, m.text, m.lang, m.links, m.media, m.tags, m.rating,
             m.published_at as "publishedAt", m.heard_at as "heardAt", m.edited_at as "editedAt", m.deleted_at as "deletedAt",
             a.said - 'reasons' as "judgedAs", a.correction as "correctedTo",
             (select jsonb_agg(jsonb_build_object('text', v.text, 'until', v.seen_until) order by v.seen_until) from mention_versions v where v.mention_id = m.id) as "earlier",
             (select jsonb_agg(t.name) from mention_topics mt join topics t on t.id = mt.topic_id where mt.mention_id = m.id) as "foundBy"
        from mentions m left join assessments a on a.mention_id = m.id
       where m.workspace_id = ${workspaceId} and m.author_id = any(${all}) order by m.published_at, m.id`)
    const conversations = await rowsOf(sql`
      select 'WH-' || c.number as key, c.title, c.network, c.state, c.created_at as "createdAt", c.answered_at as "answeredAt", c.done_at as "doneAt"
        from conversations c where c.id in (${met}) order by c.number`)
    const answers = await rowsOf(sql`
      select 'WH-' || c.number as conversation, r.text, r.state, r.url,
             (select jsonb_agg(jsonb_build_object('asked', p.text, 'said', p.note, 'at', p.asked_at) order by p.asked_at) from approvals p where p.reply_id = r.id) as "approvals", r.created_at as "writtenAt", r.settled_at as "settledAt",
             e.outcome as "seenAfter", e.effect -> 'tone' ->> 'change' as "toneAfter",
             j.is_promotional as "isPromotional", j.is_unasked as "isUnasked", r.override->>'reason' as "sentAllTheSameBecause"
        from replies r join conversations c on c.id = r.conversation_id join mentions m on m.id = r.mention_id
        left join answer_effects e on e.reply_id = r.id left join judged_replies j on j.reply_id = r.id
       where m.author_id = any(${all}) and r.workspace_id = ${workspaceId} and r.state <> 'undone' order by r.created_at`)
    const notes = await rowsOf(sql`
      select 'WH-' || c.number as conversation, n.text, n.at from notes n join conversations c on c.id = n.conversation_id
       where n.workspace_id = ${workspaceId} and c.author_id = any(${all}) order by n.at`)
    const personNotes = await rowsOf(sql`
      select n.text, n.at, n.changed_at as "changedAt" from person_notes n
       where n.workspace_id = ${workspaceId} and n.author_id = any(${all}) order by n.at, n.id`)
    const pledged = await rowsOf(sql`
      select 'WH-' || c.number as conversation, p.text, p.due_at as "dueAt", p.made_at as "madeAt", p.outcome, p.settled_at as "settledAt"
        from pledges p join conversations c on c.id = p.conversation_id
       where p.workspace_id = ${workspaceId} and c.author_id = any(${all}) order by p.made_at, p.id`)
    const assisted = await rowsOf(sql`
      select 'WH-' || c.number as conversation, u.task, u.model, u.state, u.asked_at as "askedAt", u.accepted_at as "acceptedAt"
        from assist_uses u join conversations c on c.id = u.conversation_id
       where u.workspace_id = ${workspaceId} and c.author_id = any(${all}) order by u.asked_at, u.id`)
    const unanswered = await rowsOf(sql`
      select 'WH-' || c.number as conversation, s.kind, s.reason_name as reason, s.note, s.decided_at as "decidedAt", s.review_at as "reviewAt",
             s.ended_at as "endedAt", s.ended_by as "endedBy"
        from silences s join conversations c on c.id = s.conversation_id
       where s.workspace_id = ${workspaceId} and c.author_id = any(${all}) and s.ended_by is distinct from 'taken_back' order by s.decided_at, s.id`)
    const corrections = await rowsOf(sql`
      select k.kind, k.label, k.value, k.said, k.at from corrections k join mentions m on m.id = k.mention_id
       where m.author_id = any(${all}) and k.workspace_id = ${workspaceId} order by k.at`)
    return {
      result: {
        ...{ exportedAt: ctx.app.clock.now().toISOString(), profile, identities },
        ...{
          messages,
          conversations,
          answers,
          notes,
          personNotes,
          pledges: pledged,
          unanswered,
          corrections,
          assisted,
        },
      },
      subject: { kind: 'author', id },
      details: { messages: messages.length, identities: identities.length },
    }
  })
}
