import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { conversations, stories } from '#db/tables/inbox.ts'
import { alikeSteps } from '#domain/risk.ts'
import { weighConversations } from './weigh-conversations.ts'

/** Of a story that grew the newest so many are weighed again: whoever looks at it sees those first. */
const weighedMax = 200

/** Weighs these, and the others of a story that passed a step of growth: not at each copy, or ten thousand would be weighed ten thousand times. */
export async function weighGrown(
  tx: Tx,
  input: { workspaceId: string; ids: readonly string[]; grownStories: ReadonlySet<string>; now: Date },
): Promise<void> {
  const { workspaceId, grownStories, now } = input
  const ids = new Set(input.ids)
  if (grownStories.size > 0) {
    const counts = await tx
      .select({ id: stories.id, count: stories.conversationCount })
      .from(stories)
      .where(inArray(stories.id, [...grownStories]))
    const passed = counts.filter(({ count }) => isNearStep(count, input.ids.length))
    for (const { id } of passed) for (const one of await membersOf(tx, id)) ids.add(one)
  }
  await weighConversations(tx, { workspaceId, ids: [...ids], now })
}

/** A batch may pass a step without standing on it. */
function isNearStep(count: number, batch: number): boolean {
  return alikeSteps.some(([from]) => count - 1 >= from && count - 1 - batch < from)
}

async function membersOf(tx: Tx, storyId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.storyId, storyId), eq(conversations.state, 'open')))
    .orderBy(desc(conversations.latestAt))
    .limit(weighedMax)
  return rows.map(({ id }) => id)
}
