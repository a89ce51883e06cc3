import { and, eq, lt, ne } from 'drizzle-orm'
import type { App } from '#app.ts'
import { day, hour } from '#base/clock.ts'
import { conversations } from '#db/tables/inbox.ts'
import { markRead } from '#inbox/mark-read.ts'
import { lockDemo, readDemoWorkspaces } from '#team/demo-workspaces.ts'
import { buildStage, type DemoOwner } from './build-stage.ts'
import { inOneTransaction } from './one-transaction.ts'
import { type Happening, planStory } from './plan-story.ts'
import type { Company } from './story.ts'
import { openStoryClock } from './story-clock.ts'
import { type Stage, tellStretch } from './tell-story.ts'

/** How much of the story was told, for whoever waits for it. */
export type Progress = { told: number; of: number }

/** What is older than this was seen by whoever set up the demo. */
const seenAfterMs = 6 * hour
const recentDays = 2
const stretchDays = 4

/**
 * Fills a workspace for each company with the story of the last eight weeks, seen from now. All of it stands, or nothing:
 * stopped on the way it leaves no trace, and where a demo stands already nothing happens.
 */
export async function setUpDemo(
  app: App,
  part: {
    companies: readonly Company[]
    owner: DemoOwner
    signal: AbortSignal
    onProgress?: (progress: Progress) => void
  },
): Promise<void> {
  const { companies, owner, signal, onProgress } = part
  const now = app.clock.now()
  const stories = companies.map((company) => ({ company, happenings: planStory(company, now) }))
  const of = stories.reduce((sum, { happenings }) => sum + happenings.length, 0)
  await inOneTransaction(app, async (part) => {
    await lockDemo(part)
    if ((await readDemoWorkspaces(part)).length > 0) return
    let told = 0
    for (const { company, happenings } of stories) {
      const clock = openStoryClock(now)
      const stage = await buildStage({ ...part, clock }, { company, owner, clock })
      const onTold = (count: number) => {
        told += count
        onProgress?.({ told, of })
      }
      for (const stretch of stretchesOf(happenings, now)) await tellStretch(stage, stretch, { signal, onTold })
      clock.goTo(now)
      await markSeen(stage)
    }
  })
}

/** The past by four days, the last of them one by one. */
function stretchesOf(happenings: readonly Happening[], now: Date): readonly (readonly Happening[])[] {
  const stretch = ({ at }: Happening) => {
    const daysAgo = Math.floor((now.getTime() - at.getTime()) / day)
    return daysAgo < recentDays ? daysAgo : recentDays + Math.floor((daysAgo - recentDays) / stretchDays)
  }
  return [...Map.groupBy(happenings, stretch).values()]
}

async function markSeen({ app, workspaceId, people, now }: Stage): Promise<void> {
  const me = people.get('me')
  if (!me) return
  const before = new Date(now.getTime() - seenAfterMs)
  const isOpen = and(eq(conversations.workspaceId, workspaceId), ne(conversations.state, 'done'))
  const rows = await app.db.inWorkspace(workspaceId, (tx) =>
    tx
      .select({ id: conversations.id })
      .from(conversations)
      .where(and(isOpen, lt(conversations.latestHeardAt, before))),
  )
  for (const { id } of rows) await markRead(me, { id, isRead: true })
}
