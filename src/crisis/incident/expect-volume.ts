import { sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { hour } from '#base/clock.ts'
import { type Likely, likelyIn } from '#crisis/alerts/draw-course.ts'
import { knownHoursLeast, learnedHours, learnedUntil } from '#crisis/alerts/learn-usual.ts'
import { type Known, readKnown, unusualIn } from '#crisis/alerts/read-facts.ts'
import { binMs, worthIn } from '#crisis/alerts/step-scopes.ts'
import { weekSlots } from '#crisis/alerts/week-slots.ts'
import { learnRhythm, type Rhythm } from '#crisis/learn-rhythm.ts'
import type { Tx } from '#db/database.ts'
import { uuidArray } from '#db/sql-arrays.ts'
import type { Context } from '#team/context.ts'
import type { IncidentRow } from './incident-access.ts'

/** What is said about its searches in one hour, and what was usual there before it began. */
export type ExpectedVolume = Likely & { heard: number }

const keptMax = 200
const learned = new WeakMap<App, Map<string, { key: string; rhythm: Rhythm | null }>>()

/**
 * By hour since 1970. Of its searches alone, also before it began: conversations and stories that were put in by hand have no rhythm of their own. What is
 * usual is what was so before the day on which it began, so that an incident of a week does not become usual in its own room.
 *
 * @returns undefined where it has no search, or less than a day is known of one of them
 */
export async function expectVolume(
  tx: Tx,
  ctx: Context,
  { row, from, until }: { row: IncidentRow; from: Date; until: Date },
): Promise<Map<number, ExpectedVolume> | undefined> {
  if (row.topicIds.length === 0) return undefined
  const known = await readKnown(tx, { workspaceId: row.workspaceId, now: row.beganAt })
  const rhythm = await rhythmOf(tx, ctx.app, { row, known })
  if (!rhythm) return undefined
  const heard = await countHeard(tx, { row, from, until })
  const worthOf = worthOfSearches({ row, known, rhythm })
  const [first, end] = [Math.floor(from.getTime() / hour), until.getTime() / hour]
  const hours = Array.from({ length: Math.floor(end) - first + 1 }, (_, at) => first + at)
  return new Map(
    hours.map((at) => {
      // The last hour is not over, and is held against the part of it that is.
      const likely = likelyIn(rhythm, worthOf(at, Math.min(at + 1, end)))
      return [at, { heard: heard.get(at) ?? 0, ...likely }]
    }),
  )
}

/** A peak that somebody entered for one of its searches is one of all that they find. */
function worthOfSearches({ row, known, rhythm }: { row: IncidentRow; known: Known; rhythm: Rhythm }) {
  const learner = { slots: weekSlots(known.hours) }
  const worths = row.topicIds.map((subjectId) =>
    worthIn({ facts: known, learner, rhythm, scope: { kind: 'topic', subjectId } }),
  )
  const binsOfHour = hour / binMs
  return (fromHour: number, untilHour: number): number => {
    const bins = Array.from({ length: binsOfHour }, (_, at) => fromHour * binsOfHour + at)
    return bins.reduce((sum, bin) => {
      const share = Math.max(0, Math.min(1, untilHour * binsOfHour - bin))
      return sum + share * Math.max(...worths.map((worth) => worth(bin)))
    }, 0)
  }
}

/** It does not change while the incident lasts, and asks weeks of rows: it is kept in memory, and learned again by whoever starts again. */
async function rhythmOf(tx: Tx, app: App, { row, known }: { row: IncidentRow; known: Known }): Promise<Rhythm | null> {
  const ofApp = learned.get(app) ?? new Map<string, { key: string; rhythm: Rhythm | null }>()
  learned.set(app, ofApp)
  const key = JSON.stringify([row.beganAt, row.topicIds, known.hours, known.sinceHour])
  const kept = ofApp.get(row.id)
  if (kept?.key === key) return kept.rhythm
  const rhythm = await learn(tx, { row, known })
  if (ofApp.size >= keptMax) ofApp.clear()
  ofApp.set(row.id, { key, rhythm })
  return rhythm
}

async function learn(tx: Tx, { row, known }: { row: IncidentRow; known: Known }): Promise<Rhythm | null> {
  const made = await madeHour(tx, row)
  if (made === undefined) return null
  const since = Math.max(known.sinceHour, made)
  const until = learnedUntil({ hours: known.hours, sinceHour: since, now: row.beganAt })
  const from = Math.max(since, until - learnedHours)
  if (until - from < knownHoursLeast) return null
  const counts = await countHeard(tx, { row, from: new Date(from * hour), until: new Date(until * hour) })
  const slots = weekSlots(known.hours)
  const isUnusual = unusualIn(known, row.beganAt)
  const isUsual = (at: number) => row.topicIds.every((subjectId) => !isUnusual(at, { kind: 'topic', subjectId }))
  return learnRhythm(
    Array.from({ length: until - from }, (_, index) => {
      const at = from + index
      const weight = isUsual(at) ? 1 : 0
      return { slot: slots(at), count: counts.get(at) ?? 0, ageHours: until - 1 - at, weight }
    }),
  )
}

/** The hour from which on all of its searches listen: before that, the silence of one says nothing. */
async function madeHour(tx: Tx, { workspaceId, topicIds, beganAt }: IncidentRow): Promise<number | undefined> {
  const from = new Date(beganAt.getTime() - learnedHours * hour)
  const { rows } = await tx.execute<{ at: string | null }>(sql`
    select max(least(k.created_at, (select min(m.published_at) from mention_topics t join mentions m on m.id = t.mention_id
        where t.topic_id = k.id and not m.is_own and not m.is_found_later and m.published_at >= ${from.toISOString()}))) as at
      from topics k where k.workspace_id = ${workspaceId} and k.id = any(${uuidArray(topicIds)})`)
  const at = rows[0]?.at
  return at ? Math.floor(new Date(at).getTime() / hour) : undefined
}

type Stretch = { row: IncidentRow; from: Date; until: Date }

/** Messages that one of its searches found, by hour since 1970; hours without any are left out. What was looked up later was no news when it came. */
async function countHeard(tx: Tx, { row, from, until }: Stretch): Promise<Map<number, number>> {
  const { rows } = await tx.execute<{ hour: number; count: number }>(sql`
    select floor(extract(epoch from m.published_at) / 3600)::int as hour, count(*)::int as count
      from mentions m join conversations c on c.id = m.conversation_id
     where m.workspace_id = ${row.workspaceId} and m.published_at >= ${from.toISOString()} and m.published_at < ${until.toISOString()}
       and not m.is_own and not m.is_found_later and c.state <> 'noise'
       and exists (select from mention_topics t where t.mention_id = m.id and t.topic_id = any(${uuidArray(row.topicIds)}))
     group by 1`)
  return new Map(rows.map(({ hour: at, count }) => [at, count]))
}
