import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { mentions } from '#db/tables/mentions.ts'
import type { RoutingFiring } from '#domain/routing.ts'
import type { StoredMention } from '#mentions/store-mentions.ts'
import { type Brought, bringParties } from './bring-parties.ts'
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
type Row = Standing & { messageCount: number; isPlacedByHand: boolean }
/** Where rules placed it, and how urgent at least they made it. */
export type Placed = { id: string; departmentId: string | null; urgency: number; givenTo: string | null }

/**
 * What was just heard is placed by the rules, in the transaction that stores it. What a person has placed, taken up or answered is left
 * where it is, though other departments are asked and informed of it as well, and noise is not work: it is placed when somebody says
 * something else in it. Only under `lockStories`. Answers what was placed, for the clocks, and who was brought in.
 */
export async function routeNew(tx: Tx, given: Given): Promise<{ placed: Placed[]; brought: Brought[] }> {
  const { book, workspaceId, heardAt } = given
  const rules = await book.ready(tx, workspaceId)
  const theirs = given.stored.filter((item) => !item.isOwn)
  if (!rules || theirs.length === 0) return { placed: [], brought: [] }
  const rows = await readStanding(tx, { workspaceId, ids: new Set(theirs.map((item) => item.conversationId)) })
  if (rows.length === 0) return { placed: [], brought: [] }
  const heardIn = Map.groupBy(theirs, (item) => item.conversationId)
  const ids = rows.flatMap(({ id }) => (heardIn.get(id) ?? []).map((item) => item.id))
  const { asksReturning } = rules
  const messages = await readMessages(tx, { workspaceId, which: inArray(mentions.id, ids), asksReturning })
  const messagesIn = Map.groupBy(messages, (message) => message.conversationId)
  const routed = rows.map((row) => ({ row, routed: routeThrough(rules, messagesIn.get(row.id) ?? [], placeOf(row)) }))
  const canTake = await membersWhoCanTake(tx, { workspaceId, ids: routed.map((one) => one.routed.place.memberId) })
  const found = routed.map((one) => ({ ...one, ...standingsOf(one, canTake) }))
  const { firingsOf, brought } = await bringParties(tx, {
    ...{ workspaceId, at: heardAt },
    bringings: found.map(({ after, routed: { firings } }) => ({
      id: after.id,
      departmentId: after.departmentId,
      firings,
    })),
  })
  const placingsOf = (those: typeof found) =>
    those.flatMap((one) => placingOf(one, { firings: firingsOf(one.row.id) ?? one.routed.firings, heardIn }) ?? [])
  const placings = placingsOf(found.filter(({ row }) => !row.isPlacedByHand))
  // What is found by looking back is old: it waits until those who are there have room (run-giving-out.ts).
  const placed = given.isFoundLater ? placings : await giveOut(tx, { workspaceId, placings, at: heardAt })
  const told = placingsOf(found.filter(({ row }) => row.isPlacedByHand))
  await writePlaces(tx, { workspaceId, placings: [...placed, ...told], at: heardAt, runId: null, counts: 0 })
  return { placed: placed.map(placedOf), brought }
}

function placedOf({ before, after }: Placing): Placed {
  return {
    id: after.id,
    departmentId: after.departmentId,
    urgency: after.urgencyFrom,
    givenTo: after.ownerId === before.ownerId ? null : after.ownerId,
  }
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
      isPlacedByHand: conversations.isPlacedByHand,
    })
    .from(conversations)
    .where(
      and(
        eq(conversations.workspaceId, workspaceId),
        inArray(conversations.id, [...ids]),
        eq(conversations.state, 'open'),
      ),
    )
    .orderBy(asc(conversations.number))
}

function standingsOf({ row, routed }: { row: Row; routed: Routed }, canTake: ReadonlySet<string>) {
  const { messageCount, isPlacedByHand, ...before } = row
  return { before, after: isPlacedByHand ? before : standingAt(before, routed.place, canTake) }
}

type Found = { row: Row; routed: Routed; before: Standing; after: Standing }

function placingOf(
  { row, routed, before, after }: Found,
  given: { firings: readonly RoutingFiring[]; heardIn: ReadonlyMap<string, readonly StoredMention[]> },
): Placing | undefined {
  const { mentionId } = routed
  const bringing = given.firings.filter(({ brings = [] }) => brings.length > 0)
  if (row.isPlacedByHand) {
    const firings = bringing.map((firing) => ({ ...firing, did: [] }))
    return firings.length > 0 ? { before, after, firings, mentionId } : undefined
  }
  // That a rule fired and came too late is told once, where the conversation begins.
  const isNew = row.messageCount === (given.heardIn.get(row.id) ?? []).length
  const isTold = (isNew && given.firings.length > 0) || bringing.length > 0
  if (!isElsewhere(before, after) && !isTold) return undefined
  return { before, after, firings: given.firings, mentionId }
}
