import { eq, sql } from 'drizzle-orm'
import { day, hour, minute } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import { openLearner } from '#crisis/alerts/learn-usual.ts'
import { lookAtWorkspace } from '#crisis/alerts/look-at-workspace.ts'
import { readAlerts } from '#crisis/alerts/read-alerts.ts'
import { notices } from '#db/tables/notify.ts'
import type { Role } from '#domain/role.ts'
import { intakeHouse } from './intake-house.ts'
import { seededRandom } from './seeded-random.ts'
import type { TestApp } from './test-app.ts'

/** One message of one person. */
export type Said = { at: Date; isGrave: boolean; person?: string; followers?: number; text?: string }

/** A workspace of which much is said: messages are rows at once, for weeks of them are wanted. */
export async function alertHouse(
  app: TestApp,
  people: Readonly<Record<string, Role>> = { noor: 'owner', tess: 'member' },
) {
  const here = await intakeHouse(app, people)
  const { ctx, topic } = here
  const { workspaceId } = ctx
  let learn = openLearner()
  let count = 0
  const { rows } = await app.db.pool.query<{ id: string }>('select id from sources where workspace_id = $1', [
    workspaceId,
  ])
  const sourceId = rows[0]?.id ?? ''

  /** Each by somebody else, unless it says who; about the search of the house unless it says which, or none. */
  async function tell(
    said: readonly Said[],
    { topicId = topic.id, from = sourceId }: { topicId?: string | null; from?: string } = {},
  ) {
    const made = said.map(({ at, isGrave, person, followers, text }) => {
      count += 1
      const words = text ?? `Zilvermeeuw ${count}`
      return {
        ...{ id: newId(), conversation: newId(), number: 1_000_000 + count, at, isGrave, words },
        who: person ?? `p${count}`,
        followers: followers ?? null,
      }
    })
    const rows = sql`jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as r(id uuid, conversation uuid, number int, at timestamptz, "isGrave" boolean, words text, who text, followers int)`
    await app.db.asSystem(async (tx) => {
      await tx.execute(sql`insert into authors (id, workspace_id, network, native_id, handle, name, followers)
        select distinct on (who) gen_random_uuid(), ${workspaceId}, 'forum', who, who, who, followers from ${rows} on conflict do nothing`)
      await tx.execute(sql`insert into conversations (id, workspace_id, number, network, thread_id, title, latest_at)
        select conversation, ${workspaceId}, number, 'forum', conversation::text, words, at from ${rows}`)
      await tx.execute(sql`insert into mentions (id, workspace_id, network, native_id, source_id, author_id, conversation_id, kind, text, published_at, heard_at)
        select r.id, ${workspaceId}, 'forum', r.id::text, ${from}, a.id, r.conversation, 'post', r.words, r.at, r.at
          from ${rows} join authors a on a.workspace_id = ${workspaceId} and a.native_id = r.who`)
      await tx.execute(sql`insert into assessments (mention_id, workspace_id, said)
        select id, ${workspaceId}, jsonb_build_object('sentiment', jsonb_build_object('class', case when "isGrave" then 'negative' else 'neutral' end)) from ${rows}`)
      if (topicId)
        await tx.execute(
          sql`insert into mention_topics (workspace_id, mention_id, topic_id) select ${workspaceId}, id, ${topicId} from ${rows}`,
        )
    })
  }

  /** Days as they are, up to now: a fifth of it grave, and at night next to nothing. */
  async function calm({ days, perDay, seed = 1 }: { days: number; perDay: number; seed?: number }, where = {}) {
    const random = seededRandom(seed)
    const now = app.clock.now().getTime()
    const said: Said[] = []
    for (let at = now - days * day; at < now; at += hour) {
      const of = new Date(at).getUTCHours()
      const rate = (perDay / 24) * (of < 7 ? 0.2 : of < 9 ? 0.9 : 1.35)
      for (let left = 0; left < 200; left += 1)
        if (random.chance(rate / 200)) said.push({ at: new Date(at + random.below(hour)), isGrave: random.chance(0.2) })
    }
    // The first moment of which anything is known.
    await tell([{ at: new Date(now - days * day), isGrave: false }, ...said], where)
    return said.length
  }

  /** So many people, evenly up to now. */
  async function say(
    {
      people: many,
      grave,
      within,
      ...more
    }: { people: number; grave: boolean; within: number; followers?: number; text?: string },
    where = {},
  ) {
    const now = app.clock.now().getTime()
    const said = Array.from({ length: many }, (_, at) => ({
      ...{ at: new Date(now - within + ((at + 0.5) * within) / many), isGrave: grave, ...more },
    }))
    await tell(said, where)
  }

  const look = () => lookAtWorkspace(app, { workspaceId, learn })
  return {
    ...here,
    ...{ sourceId, tell, calm, say, look },
    /** The clock goes on by five minutes, and it is looked, so many times. */
    lookFor: async (looks: number) => {
      for (let left = looks; left > 0; left -= 1) {
        app.clock.advance(5 * minute)
        await look()
      }
    },
    /** As after a start: nothing is in memory. */
    restart: () => {
      learn = openLearner()
    },
    read: () => readAlerts(ctx),
    open: async () => (await readAlerts(ctx)).open,
    told: async () => {
      const rows = await app.db.asSystem((tx) =>
        tx.select().from(notices).where(eq(notices.workspaceId, workspaceId)).orderBy(notices.at),
      )
      return rows.map(({ kind, level, memberId }) => ({ kind, level, memberId }))
    },
  }
}
