import { sql } from 'drizzle-orm'
import { hour } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import { storyWindowHours } from '#domain/story.ts'
import { likeness, type Signature, signatureFrom } from '#triage/alike/min-hash.ts'
import type { Print, PrintKey } from '#triage/alike/print-of.ts'
import { commonFrom, isCommon, type SharedTerm, surpriseOf } from '#triage/alike/same-story.ts'
import { listOf } from './keep-prints.ts'

/** A message that says the same as another, or tells of the same event. */
export type Alike =
  | { kind: 'copy'; mentionId: string; conversationId: string; like: number }
  | { kind: 'told'; mentionId: string; conversationId: string; terms: string[] }

/** From here on two texts are one (docs/triage.md). */
export const likeFrom = 0.5
/** So like is what needs no print of its own: whatever is like it is like the first one too. */
const sameFrom = 0.9
/** Of one key the newest so many are looked at: enough to find its story. */
const oftenMax = 8
const heardMax = 5_000

type Known = { mentionId: string; conversationId: string; signature: Signature; keys: Set<bigint> }
export type Asked = { mentionId: string; conversationId: string; print: Print }
export type Likes = {
  /** The one it is most like; undefined when it is the first of its kind. Messages of one conversation are not compared. */
  alikeOf: (asked: Asked) => Alike | undefined
  /** Known from now on to those that follow in the same batch. False: it says what a known one says, and needs no print. */
  learn: (asked: Asked) => boolean
}

/**
 * What was heard lately that may be like one of these: one question of the index of keys, whatever the number of messages. A word or
 * link that stands in hundreds of messages leads nowhere and is only counted; a text that does is a storm, and its newest are looked at.
 */
export async function findAlike(
  tx: Tx,
  { workspaceId, asked, now }: { workspaceId: string; asked: readonly Asked[]; now: Date },
): Promise<Likes> {
  const since = new Date(now.getTime() - storyWindowHours * hour).toISOString()
  const isTextByKey = new Map(
    asked.flatMap(({ print }) =>
      print.keys.map(({ key, kind }) => [key, kind === 'whole' || kind === 'band'] as const),
    ),
  )
  const keys = [...isTextByKey.keys()]
  const { rows } = await tx.execute<Row>(sql`
    with asked as materialized (
      select a.key, a.is_text, (select count(*)::int from (select from print_keys k where k.workspace_id = ${workspaceId} and k.key = a.key
          and k.heard_at > ${since}::timestamptz limit ${commonFrom}) c) as df
        from unnest(${listOf(keys.map(String))}::bigint[], ${listOf([...isTextByKey.values()].map(String))}::boolean[]) as a(key, is_text)),
    found as (
      select a.key, k.mention_id from asked a cross join lateral (
        select mention_id from print_keys k where k.workspace_id = ${workspaceId} and k.key = a.key
          and k.heard_at > ${since}::timestamptz order by k.heard_at desc limit ${oftenMax}) k
        where a.df > 0 and (a.df < ${commonFrom} or a.is_text)),
    known as (
      select p.mention_id, p.conversation_id, p.signature, jsonb_agg(f.key::text) as keys
        from found f join prints p on p.mention_id = f.mention_id group by 1, 2, 3)
    select (select count(*)::int from (select from prints where workspace_id = ${workspaceId}
        and heard_at > ${since}::timestamptz limit ${heardMax}) p) as "heardCount",
      (select coalesce(jsonb_object_agg(key::text, df), '{}') from asked where df > 0) as dfs,
      (select coalesce(jsonb_agg(jsonb_build_object('mentionId', mention_id, 'conversationId', conversation_id,
        'signature', encode(signature, 'base64'), 'keys', keys)), '[]') from known) as known`)
  return likesOf(rows[0])
}

type Row = {
  heardCount: number
  dfs: Record<string, number>
  known: { mentionId: string; conversationId: string; signature: string; keys: string[] }[]
}

function likesOf(row: Row | undefined): Likes {
  let heardCount = row?.heardCount ?? 0
  const dfs = new Map(Object.entries(row?.dfs ?? {}).map(([key, df]) => [BigInt(key), df]))
  const byKey = new Map<bigint, Known[]>()
  const add = (known: Known): void => {
    for (const key of known.keys) byKey.set(key, [known, ...(byKey.get(key) ?? [])].slice(0, oftenMax))
  }
  for (const { signature, keys, ...ids } of row?.known ?? [])
    add({ ...ids, signature: signatureFrom(Buffer.from(signature, 'base64')), keys: new Set(keys.map(BigInt)) })
  const othersOf = ({ print, conversationId }: Asked, kinds: readonly PrintKey['kind'][]): Known[] => {
    const keys = print.keys.filter(({ kind }) => kinds.includes(kind))
    const found = new Set(keys.flatMap(({ key }) => byKey.get(key) ?? []))
    return [...found].filter((known) => known.conversationId !== conversationId)
  }
  const copyOf = (asked: Asked): Alike | undefined => {
    const copies = othersOf(asked, ['whole', 'band']).map((known) => ({
      ...known,
      like: likeness(asked.print.signature, known.signature),
    }))
    const best = copies.toSorted((a, b) => b.like - a.like)[0]
    if (!best || best.like < likeFrom) return undefined
    return { kind: 'copy', mentionId: best.mentionId, conversationId: best.conversationId, like: best.like }
  }
  const tellingOf = (asked: Asked): Alike | undefined => {
    const tellings = othersOf(asked, ['term', 'link']).map((known) => {
      const shared = sharedTerms(asked.print, known)
      return { known, shared, surprise: surpriseOf(shared, heardCount) }
    })
    const best = tellings.toSorted((a, b) => b.surprise - a.surprise)[0]
    if (!best || best.surprise === 0) return undefined
    const { mentionId, conversationId } = best.known
    const telling = best.shared.filter(({ df }) => !isCommon(df, heardCount)).toSorted((a, b) => a.df - b.df)
    return { kind: 'told', mentionId, conversationId, terms: telling.map(({ text }) => text) }
  }
  const sharedTerms = (print: Print, known: Known): SharedTerm[] =>
    print.keys
      .filter(({ kind, key }) => (kind === 'term' || kind === 'link') && known.keys.has(key))
      .map(({ kind, text, key }) => ({ kind, text, df: dfs.get(key) ?? 1 }))
  return {
    alikeOf: (asked) => copyOf(asked) ?? tellingOf(asked),
    learn: (asked) => {
      const { mentionId, conversationId, print } = asked
      const isKnown = [...new Set(print.keys.flatMap(({ key }) => byKey.get(key) ?? []))].some(
        (known) => likeness(print.signature, known.signature) >= sameFrom,
      )
      if (isKnown) return false
      heardCount += 1
      for (const { key } of print.keys) dfs.set(key, (dfs.get(key) ?? 0) + 1)
      add({ mentionId, conversationId, signature: print.signature, keys: new Set(print.keys.map(({ key }) => key)) })
      return true
    },
  }
}
