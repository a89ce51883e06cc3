import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { Assessment } from '#domain/assessment.ts'
import type { Correction } from '#domain/correction.ts'
import type { TaughtPost } from '#triage/learn/teach.ts'

/** The newest are learned from: what people said years ago may not hold any more, and a run has an end. */
const correctedMax = 4_000
/** For every corrected message at most so many that people dealt with and did not correct. */
const agreedTimes = 2

type Row = {
  text: string
  title: string | null
  rating: number | null
  said: Assessment
  correction: Correction | null
}

/** What people judged in one language: what they corrected, and what they dealt with and left as it was. */
export async function readTaught(tx: Tx, { workspaceId, lang }: { workspaceId: string; lang: string }) {
  const corrected = await readRows(
    tx,
    sql`s.workspace_id = ${workspaceId} and s.correction is not null
      and coalesce(s.correction ->> 'lang', s.said ->> 'lang') = ${lang}`,
    correctedMax,
  )
  const agreed = await readRows(
    tx,
    sql`s.workspace_id = ${workspaceId} and s.correction is null and s.said ->> 'lang' = ${lang} and not m.is_own
      and exists (select from conversations c where c.id = m.conversation_id and c.state = 'done')`,
    corrected.length * agreedTimes,
  )
  return { posts: [...corrected.map(taughtPost), ...agreed.map(agreedPost)], corrected: corrected.length }
}

async function readRows(tx: Tx, which: ReturnType<typeof sql>, limit: number): Promise<Row[]> {
  // Words that were erased on the network teach nothing any more.
  const { rows } = await tx.execute<Row>(sql`
    select m.text, m.title, m.rating, s.said, s.correction from assessments s join mentions m on m.id = s.mention_id
     where ${which} and m.deleted_at is null and m.text <> '' order by m.id desc limit ${limit}`)
  return rows
}

function taughtPost({ said, correction, ...row }: Row): TaughtPost {
  const { sentiment, intent, urgency, anger, sarcasm, spam, notSo = [] } = correction ?? {}
  return {
    ...postOf(row),
    says: {
      ...(sentiment && { sentiment }),
      ...(intent ? { intent } : spam && { intent: 'spam' as const }),
      ...(urgency !== undefined && { urgency }),
      ...(anger !== undefined && { isAngry: anger }),
      ...(sarcasm !== undefined && { isSarcastic: sarcasm }),
    },
    never: {
      sentiment: notSo.includes('sentiment') ? said.sentiment.class : undefined,
      intent: notSo.includes('intent') ? said.intent.top : spam === false ? 'spam' : undefined,
    },
    isAgreed: false,
  }
}

function agreedPost({ said: _said, correction: _correction, ...row }: Row): TaughtPost {
  return { ...postOf(row), says: {}, never: {}, isAgreed: true }
}

function postOf({ text, title, rating }: Pick<Row, 'text' | 'title' | 'rating'>) {
  return { text, title: title ?? undefined, rating: rating ?? undefined }
}
