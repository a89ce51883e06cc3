import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { Intent, Sentiment } from '#domain/assessment.ts'
import {
  noFacts,
  type PolicyAnswer,
  type PolicyFacts,
  type PolicySignal,
  type PolicySituation,
  policySignals,
} from '#domain/policy.ts'
import type { PostKind } from '#domain/post.ts'
import type { AuthorMark } from '#domain/risk.ts'
import type { RiskPart } from '#domain/risk-part.ts'
import { authorsOfPerson, markOfPerson } from '#mentions/person-sql.ts'

export type ReadSituation = PolicySituation & { id: string; number: number; title: string }

type Row = {
  id: string
  number: number
  title: string
  intent: Intent
  sentiment: Sentiment
  network: string
  lang: string
  topicIds: string[]
  urgency: number
  risk: number
  riskParts: RiskPart[]
  followers: number | null
  mark: AuthorMark | null
  kind: PostKind | null
  sourceId: string | null
  rating: number | null
  anger: number | null
  spread: number
  alike: number
  messages: number
  answers: number
  complaints: number
  isAddressed: boolean
  isReturning: boolean
  said: Record<string, PolicyAnswer>
}

const complaintDays = 90

/**
 * Conversations as the policy is asked about them, whether one stands on a screen or thousands are compared: read the same way, so that
 * what is shown before publishing is what will be advised. The newest first.
 */
export async function readSituations(
  tx: Tx,
  { workspaceId, which, limit }: { workspaceId: string; which: SQL; limit: number },
): Promise<ReadSituation[]> {
  const { rows } = await tx.execute<Row>(sql`
    with asked as materialized (
      select c.* from conversations c where c.workspace_id = ${workspaceId} and ${which} order by c.number desc limit ${limit})
    select c.id, c.number, c.title, c.intent, c.sentiment, c.network, c.lang, c.topic_ids as "topicIds", c.urgency,
      c.risk_level as risk, c.risk_parts as "riskParts", a.followers, ${markOfPerson()} as mark, l.kind, l.source_id as "sourceId", l.rating, l.anger,
      m.spread, m.messages, greatest(m.own, r.sent) as answers,
      greatest(coalesce((select s.conversation_count from stories s where s.id = c.story_id), 0) - 1, 0) as alike,
      (select count(*)::int from (select from conversations e where e.author_id = any(${authorsOfPerson()}) and e.number < c.number
        and e.intent in ('complaint', 'legal_threat', 'crisis')
        and e.created_at > c.created_at - make_interval(days => ${complaintDays}) limit 99) e) as complaints,
      exists (select from conversations e where e.author_id = any(${authorsOfPerson()}) and e.number < c.number) as "isReturning",
      exists (select from mentions t where t.conversation_id = c.id and not t.is_own and (
          t.kind in ('review', 'message')
          or exists (select from mentions o where o.workspace_id = c.workspace_id and o.network = t.network and o.is_own
                and o.native_id in (t.parent_id, t.root_id))
          or exists (select from accounts k where k.workspace_id = c.workspace_id and k.network = t.network and k.state <> 'removed'
                and exists (select from unnest(t.addressed) as said
                   where lower(said) in (lower(k.handle), lower(k.native_id)))))) as "isAddressed",
      coalesce((select jsonb_object_agg(p.question_id, p.answer) from policy_answers p
        where p.conversation_id = c.id and p.taken_back_at is null), '{}') as said
    from asked c
    left join authors a on a.id = c.author_id
    left join lateral (select t.kind, t.source_id, t.rating,
        coalesce((s.correction ->> 'anger')::real, (s.said ->> 'anger')::real) as anger
      from mentions t left join assessments s on s.mention_id = t.id
      where t.conversation_id = c.id and not t.is_own order by t.published_at desc, t.id desc limit 1) l on true
    left join lateral (select count(*) filter (where not t.is_own)::int as messages, count(*) filter (where t.is_own)::int as own,
        coalesce(round(sum(coalesce(t.reposts, 0) + coalesce(t.replies, 0) + coalesce(t.likes, 0) / 10.0)
          filter (where not t.is_own)), 0)::int as spread
      from mentions t where t.conversation_id = c.id) m on true
    left join lateral (select count(*)::int as sent from replies r where r.conversation_id = c.id and r.state = 'sent') r on true
    order by c.number desc`)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    facts: factsOf(row),
    answers: row.said,
  }))
}

function factsOf(row: Row): PolicyFacts {
  const { intent, sentiment, network, lang, sourceId, urgency, risk, followers, rating, spread } = row
  const { alike, messages, answers, complaints, isAddressed, isReturning } = row
  return {
    ...noFacts,
    ...{
      intent,
      sentiment,
      network,
      lang,
      urgency,
      risk,
      followers,
      rating,
      spread,
      alike,
      messages,
      answers,
      complaints,
    },
    kind: row.kind ?? noFacts.kind,
    source: sourceId,
    topic: row.topicIds,
    signal: signalsOf(row),
    anger: row.anger === null ? null : Math.round(row.anger * 100),
    addressed: isAddressed,
    returning: isReturning,
  }
}

/** What the inbox found already; a policy asks about it and does not look for it a second time. */
function signalsOf({ intent, mark, riskParts }: Row): PolicySignal[] {
  const found = new Set<string>(riskParts.map(({ code, value }) => (code === 'vulnerable' ? (value ?? '') : code)))
  if (intent === 'crisis') found.add('crisis')
  if (intent === 'legal_threat') found.add('legal')
  if (mark) found.add(mark)
  return policySignals.filter((signal) => found.has(signal))
}
