import { and, eq, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { minute, second } from '#base/clock.ts'
import { sources } from '#db/tables/listen.ts'
import { mentions } from '#db/tables/mentions.ts'
import { accounts, replies } from '#db/tables/reply.ts'
import { workspaces } from '#db/tables/team.ts'
import type { Post } from '#domain/post.ts'
import { advanceSource } from '#listen/advance-source.ts'
import type { SourceRow } from '#listen/source-row.ts'
import type { Receive } from '#listen/take-heard.ts'
import { companies } from './companies.ts'
import { planTomorrow } from './plan-story.ts'
import { ownPost } from './tell-story.ts'

/** A handful a minute at first, then ever slower; after the last one the story rests, and a demo is as quiet as any evening. */
const paces = [
  { count: 20, everyMs: 15 * second },
  { count: 20, everyMs: minute },
  { count: Number.POSITIVE_INFINITY, everyMs: 5 * minute },
]
const heardBackAfterMs = 4 * second
const heardBackMax = 50
/** A source of the story that has nothing to say says so now and then, as a real one would. */
const freshMs = 2 * minute

/** How long after the demo began the so-manieth message is said. */
export function offsetMs(index: number): number {
  let offset = 0
  let left = index + 1
  for (const { count, everyMs } of paces) {
    const here = Math.min(left, count)
    offset += here * everyMs
    left -= here
    if (left === 0) break
  }
  return offset
}

type Teller = { source: SourceRow; story: string; told: number; beganAt: Date }

/**
 * Says what is due in every demo company, hears our answers back, and keeps the sources fresh. Exactly once, however often it
 * is interrupted: how far a source has told stands in its cursor, which moves with the message.
 *
 * @returns whether there is a demo at all.
 */
export async function tellOn(app: App, receive: Receive): Promise<boolean> {
  const tellers = await readTellers(app)
  for (const teller of tellers) await tellDue(app, { teller, receive })
  if (tellers.length > 0) await hearBack(app, { tellers, receive })
  return tellers.length > 0
}

async function readTellers(app: App): Promise<Teller[]> {
  const rows = await app.db.asSystem((tx) =>
    tx
      .select({ source: sources, beganAt: workspaces.createdAt })
      .from(sources)
      .innerJoin(workspaces, and(eq(workspaces.id, sources.workspaceId), eq(workspaces.isDemo, true)))
      .where(eq(sources.state, 'on'))
      .orderBy(sources.id),
  )
  return rows.flatMap(({ source, beganAt }) => {
    const { story, told } = (source.cursor as { poll?: { story?: string; told?: number } } | null)?.poll ?? {}
    return story === undefined ? [] : [{ source, story, told: told ?? 0, beganAt }]
  })
}

async function tellDue(app: App, { teller, receive }: { teller: Teller; receive: Receive }): Promise<void> {
  const { source, story, told, beganAt } = teller
  const now = app.clock.now()
  const lines = linesOf(story).map(({ index, postAt }) => ({
    at: new Date(beganAt.getTime() + offsetMs(index)),
    postAt,
  }))
  const due = lines.slice(told).filter(({ at }) => at <= now)
  const cursor = { story, told: told + due.length }
  const last = due.at(-1)
  if (last) {
    const newest = { publishedAt: last.at, delayMs: now.getTime() - last.at.getTime() }
    await receive({
      source,
      items: due.map(({ at, postAt }) => ({ kind: 'post', post: postAt(at) })),
      advance: (tx, kept) => advanceSource(tx, source, { way: 'poll', cursor, heard: due.length, kept, newest }),
    })
  } else if (now.getTime() - (source.lastSuccessAt?.getTime() ?? 0) > freshMs) {
    await app.db.asSystem((tx) => advanceSource(tx, source, { way: 'poll', cursor, heard: 0, kept: 0 }))
  }
  teller.told = cursor.told
}

type Line = { index: number; postAt: (publishedAt: Date) => Post }
const linesByStory = new Map<string, Line[]>()

/** What one source still has to say, with its place in the whole story of the company. */
function linesOf(story: string): readonly Line[] {
  if (linesByStory.size === 0) {
    for (const company of companies) {
      for (const [index, { source, postAt }] of planTomorrow(company).entries()) {
        const key = `${company.key}/${source.key}`
        linesByStory.set(key, [...(linesByStory.get(key) ?? []), { index, postAt }])
      }
    }
  }
  return linesByStory.get(story) ?? []
}

/** What was answered in the demo comes by in it a few seconds later, as it would on its network. */
async function hearBack(
  app: App,
  { tellers, receive }: { tellers: readonly Teller[]; receive: Receive },
): Promise<void> {
  const before = new Date(app.clock.now().getTime() - heardBackAfterMs)
  const rows = await app.db.asSystem((tx) =>
    tx
      .select({ reply: replies, account: accounts, parent: mentions.nativeId })
      .from(replies)
      .innerJoin(workspaces, and(eq(workspaces.id, replies.workspaceId), eq(workspaces.isDemo, true)))
      .innerJoin(accounts, eq(accounts.id, replies.accountId))
      .innerJoin(mentions, eq(mentions.id, replies.mentionId))
      .where(
        and(
          eq(replies.state, 'sent'),
          isNull(replies.heardBackAt),
          isNotNull(replies.nativeId),
          lte(replies.settledAt, before),
        ),
      )
      .orderBy(sql`${replies.settledAt}`)
      .limit(heardBackMax),
  )
  for (const { reply, account, parent } of rows) {
    const teller = tellers.find(
      ({ source }) => source.workspaceId === reply.workspaceId && source.connector === account.network,
    )
    if (!teller) continue
    const { source, story, told } = teller
    const cursor = { story, told }
    const publishedAt = reply.settledAt ?? app.clock.now()
    const post = ownPost({ account, replyId: reply.id, parent, text: reply.text, publishedAt })
    await receive({
      source,
      items: [{ kind: 'post', post }],
      advance: (tx, kept) => advanceSource(tx, source, { way: 'poll', cursor, heard: 1, kept }),
    })
  }
}
