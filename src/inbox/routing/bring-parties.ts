import { inArray, sql } from 'drizzle-orm'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { parties } from '#db/tables/inbox.ts'
import { routings } from '#db/tables/routing.ts'
import { departments } from '#db/tables/team.ts'
import type { PartyKind } from '#domain/party.ts'
import type { RoutingFiring } from '#domain/routing.ts'

/** A conversation about which rules fired, and the department in which it stands now. */
export type Bringing = { id: string; departmentId: string | null; firings: readonly RoutingFiring[] }
export type Brought = { conversationId: string; departmentId: string; kind: PartyKind }

/**
 * Asks and informs the departments that rules bring in. Each is brought once in the life of a conversation: what a colleague took back does
 * not come back with the next message, and who was asked by a colleague keeps that question. Answers the firings with only those that were
 * really brought, and who they are.
 */
export async function bringParties(
  tx: Tx,
  { workspaceId, bringings, at }: { workspaceId: string; bringings: readonly Bringing[]; at: Date },
): Promise<{ firingsOf: (id: string) => RoutingFiring[] | undefined; brought: Brought[] }> {
  const asking = bringings.filter(({ firings }) => firings.some(({ brings = [] }) => brings.length > 0))
  if (asking.length === 0) return { firingsOf: () => undefined, brought: [] }
  const before = await broughtBefore(
    tx,
    asking.map(({ id }) => id),
  )
  const here = new Set((await tx.select({ id: departments.id }).from(departments)).map(({ id }) => id))
  const wanted = asking.flatMap(({ id, departmentId, firings }) =>
    firings.flatMap(({ name, brings = [] }) =>
      brings
        .filter((one) => here.has(one.departmentId) && one.departmentId !== departmentId)
        .filter((one) => !before.has(keyOf({ conversationId: id, ...one })))
        .map((one) => ({ conversationId: id, ruleName: name, ...one })),
    ),
  )
  // Two rules may ask the same department: the first asks, and one that asks comes before one that informs.
  const first = new Map(
    wanted
      .toReversed()
      .toSorted((a, b) => (a.kind === b.kind ? 0 : a.kind === 'informed' ? -1 : 1))
      .map((one) => [keyOf(one), one]),
  )
  const rows = [...first.values()].map((one) => ({ id: newId(), workspaceId, ...one, askedAt: at }))
  const written =
    rows.length === 0
      ? []
      : await tx
          .insert(parties)
          .values(rows)
          .onConflictDoNothing({ target: [parties.conversationId, parties.askedId] })
          .returning({ id: parties.id })
  const writtenIds = new Set(written.map(({ id }) => id))
  const brought = rows.filter(({ id }) => writtenIds.has(id))
  const isBrought = new Map(brought.map((one) => [keyOf(one), one]))
  const firingsById = new Map(
    asking.map(({ id, firings }) => [
      id,
      firings.map(({ brings = [], ...firing }) => {
        const really = brings.filter((one) => {
          const found = isBrought.get(keyOf({ conversationId: id, ...one }))
          return found?.ruleName === firing.name && found.kind === one.kind
        })
        return really.length > 0 ? { ...firing, brings: really } : firing
      }),
    ]),
  )
  return { firingsOf: (id) => firingsById.get(id), brought }
}

function keyOf({ conversationId, departmentId }: { conversationId: string; departmentId: string }): string {
  return `${conversationId} ${departmentId}`
}

async function broughtBefore(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.execute<{ conversationId: string; departmentId: string }>(sql`
    select r.conversation_id as "conversationId", b ->> 'departmentId' as "departmentId"
      from ${routings} r, jsonb_array_elements(r.firings) f, jsonb_array_elements(f -> 'brings') b
     where ${inArray(sql`r.conversation_id`, [...ids])} and r.firings @? '$[*].brings[*]'`)
  return new Set(rows.map(keyOf))
}
