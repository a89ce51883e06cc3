import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { uuidArray } from '#db/sql-arrays.ts'
import type { AnswerEffect, EffectOutcome } from '#domain/answer-effect.ts'

const excerptMax = 140

export const seenKinds = ['thanked', 'complained', 'replied', 'elsewhere'] as const
export type SeenKind = (typeof seenKinds)[number]
/** A message that says what was seen, wherever it stands. The words are the message's own and go with it. */
export type SeenMessage = {
  id: string
  conversationId: string
  number: number
  at: string
  text: string
  as: SeenKind[]
}
export type SeenEffect = {
  replyId: string
  outcome: EffectOutcome
  sentAt: string
  untilAt: string
  lookedAt: string | null
  isSettled: boolean
  effect: AnswerEffect | null
  messages: SeenMessage[]
}

/** What was seen after these answers, with the messages by name, the oldest first. */
export async function effectsIn(tx: Tx, replyIds: readonly string[]): Promise<Map<string, SeenEffect>> {
  if (replyIds.length === 0) return new Map()
  const { rows } = await tx.execute<Omit<SeenEffect, 'messages'>>(sql`
    select reply_id as "replyId", outcome, sent_at as "sentAt", until_at as "untilAt", looked_at as "lookedAt",
           settled_at is not null as "isSettled", effect
      from answer_effects where reply_id = any(${uuidArray(replyIds)})`)
  const ids = rows.flatMap(({ effect }) => (effect ? [...effect.replied, ...effect.elsewhere] : []))
  const messages = await messagesBy(tx, [...new Set(ids)])
  return new Map(
    rows.map((row) => [row.replyId, { ...row, messages: row.effect ? seenIn(row.effect, messages) : [] }] as const),
  )
}

function seenIn(effect: AnswerEffect, messages: readonly Omit<SeenMessage, 'as'>[]): SeenMessage[] {
  return messages
    .map((message) => ({ ...message, as: seenKinds.filter((kind) => effect[kind].includes(message.id)) }))
    .filter(({ as }) => as.length > 0)
}

async function messagesBy(tx: Tx, ids: readonly string[]): Promise<Omit<SeenMessage, 'as'>[]> {
  if (ids.length === 0) return []
  const { rows } = await tx.execute<Omit<SeenMessage, 'as'>>(sql`
    select m.id, m.conversation_id as "conversationId", c.number, m.published_at as at, left(m.text, ${excerptMax}) as text
      from mentions m join conversations c on c.id = m.conversation_id
     where m.id = any(${uuidArray(ids)}) order by m.published_at, m.id`)
  return rows
}

export type EffectCounts = {
  answers: number
  /** Of how many the window is over. */
  settled: number
  outcomes: Partial<Record<EffectOutcome, number>>
  /** Of the tones that are sure enough to compare. */
  better: number
  same: number
  worse: number
}

const countsSql = sql`count(*)::int as answers, (count(*) filter (where settled_at is not null))::int as settled,
    (count(*) filter (where effect -> 'tone' ->> 'change' = 'better'))::int as better,
    (count(*) filter (where effect -> 'tone' ->> 'change' = 'same'))::int as same,
    (count(*) filter (where effect -> 'tone' ->> 'change' = 'worse'))::int as worse`

/** What was seen after all our answers to somebody, under whatever name. */
export async function effectsOfPerson(tx: Tx, authorIds: readonly string[]): Promise<EffectCounts> {
  const { rows } = await tx.execute<EffectCounts>(sql`
    with theirs as (select * from answer_effects where author_id = any(${uuidArray(authorIds)}))
    select ${countsSql}, coalesce((select jsonb_object_agg(o.outcome, o.count) from
      (select outcome, count(*)::int as count from theirs group by outcome) o), '{}') as outcomes from theirs`)
  return rows[0] ?? { answers: 0, settled: 0, outcomes: {}, better: 0, same: 0, worse: 0 }
}
