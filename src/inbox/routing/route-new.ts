import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { mentions } from '#db/tables/mentions.ts'
import type { StoredMention } from '#mentions/store-mentions.ts'
import { giveOut } from './give-out.ts'
import { readMessages } from './read-messages.ts'
import { isElsewhere, placeOf, type Routed, routeThrough, type Standing, standingAt } from './route-through.ts'
import type { RuleBook } from './rule-book.ts'
import { membersWhoCanTake, type Placing, writePlaces } from './write-places.ts'

export type Routing = {
  book: RuleBook
  isFoundLater: boolean
}
type Given = Routing & { workspaceId: string; stored: readonly StoredMention[]; heardAt: Date }
type Row = Standing & { messageCount: number }
/** Where rules placed it, and how urgent at least they made it. */
export type Placed = { id: string; departmentId: string | null; urgency: number; givenTo: string | null }

/**
 * What was just heard is placed by the rules, in the transaction that stores it. What a person has placed, taken up or answered is left
 * where it is, and noise is not work: it is placed when somebody says something else in it. Only under `lockStories`. Answers what was placed,
 * for the clocks.
 */
export async function routeNew(tx: Tx, given: Given): Promise<Placed[]> {
  const { book, workspaceId, heardAt } = given
  const rules = await book.ready(tx, workspaceId)
  const theirs = given.stored.filter((item) => !item.isOwn)
  if (!rules || theirs.length === 0) return []
  const rows = await readStanding(tx, { workspaceId, ids: new Set(theirs.map((item) => item.conversationId)) })
  if (rows.length === 0) return []
  const heardIn = Map.groupBy(theirs, (item) => item.conversationId)
  const ids = rows.flatMap(({ id }) => (heardIn.get(id) ?? []).map((item) => item.id))
  const { asksReturning } = rules
  const messages = await readMessages(tx, { workspaceId, which: inArray(mentions.id, ids), asksReturning })
  const messagesIn = Map.groupBy(messages, (message) => message.conversationId)
  const routed = rows.map((row) => ({ row, routed: routeThrough(rules, messagesIn.get(row.id) ?? [], placeOf(row)) }))
  const canTake = await membersWhoCanTake(tx, { workspaceId, ids: routed.map((one) => one.routed.place.memberId) })
  const placings = routed.flatMap((one) => placingOf(one, { ...given, canTake, heardIn }) ?? [])
  // What is found by looking back is old: it waits until those who are there have room (run-giving-out.ts).
  const placed = given.isFoundLater ? placings : await giveOut(tx, { workspaceId, placings })
  await writePlaces(tx, { workspaceId, placings: placed, at: heardAt, runId: null, counts: 0 })
  return placed.map(({ before, after }) => ({
    id: after.id,
    departmentId: after.departmentId,
    urgency: after.urgencyFrom,
    givenTo: after.ownerId === before.ownerId ? null : after.ownerId,
  }))
}

async function readStanding(
  tx: Tx,
  { workspaceId, ids }: { workspaceId: string; ids: ReadonlySet<string> },
): Promise<Row[]> {
  return tx
    .select({
      id: conversations.id,
      departmentId: conversations.departmentId,
      ownerId: conversations.ownerId,
      urgencyFrom: conversations.urgencyFrom,
      messageCount: conversations.messageCount,
    })
    .from(conversations)
    .where(
      and(
        eq(conversations.workspaceId, workspaceId),
        inArray(conversations.id, [...ids]),
        eq(conversations.state, 'open'),
        eq(conversations.isPlacedByHand, false),
      ),
    )
    .orderBy(asc(conversations.number))
}

function placingOf(
  { row, routed }: { row: Row; routed: Routed },
  given: Given & { canTake: ReadonlySet<string>; heardIn: ReadonlyMap<string, readonly StoredMention[]> },
): Placing | undefined {
  const { messageCount, ...before } = row
  const { place, firings, mentionId } = routed
  const after = standingAt(before, place, given.canTake)
  const theirs = given.heardIn.get(row.id) ?? []
  // That a rule fired and came too late is told once, where the conversation begins.
  const isNew = messageCount === theirs.length
  if (!isElsewhere(before, after) && !(isNew && firings.length > 0)) return undefined
  return { before, after, firings, mentionId }
}
