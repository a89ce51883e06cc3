import { asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { parties, stays } from '#db/tables/inbox.ts'
import { departments, members } from '#db/tables/team.ts'
import type { PartyKind } from '#domain/party.ts'
import { sharesOf } from '#domain/stay.ts'
import type { Context } from '#team/context.ts'
import type { ConversationRow } from './change-conversation.ts'

type Named = { id: string; name: string }
/** Who is asked beside the owner: a colleague or a department. */
export type Party = {
  id: string
  kind: PartyKind
  member: Named | null
  department: Named | null
  reason: string
  askedBy: Named | null
  ruleName: string | null
  askedAt: Date
  answeredAt: Date | null
}
/** How long a department had it while the customer waited; `null` is the time at none. */
export type Share = { department: Named | null; ms: number }

/** The conversations in which a colleague waits for this member's advice, or for that of a department they are in. */
export function askedOf(memberId: string): SQL {
  return sql`select p.conversation_id from parties p where p.kind = 'consulted' and p.answered_at is null
    and (p.member_id = ${memberId}
      or p.department_id in (select dm.department_id from department_members dm where dm.member_id = ${memberId}))`
}

export async function partiesIn(tx: Tx, conversationId: string): Promise<Party[]> {
  const rows = await tx
    .select()
    .from(parties)
    .where(eq(parties.conversationId, conversationId))
    .orderBy(asc(parties.askedAt), asc(parties.id))
  if (rows.length === 0) return []
  const people = await namesOf(
    tx,
    members,
    rows.flatMap(({ memberId, askedBy }) => [memberId, askedBy]),
  )
  const groups = await namesOf(
    tx,
    departments,
    rows.map(({ departmentId }) => departmentId),
  )
  return rows.map(({ id, kind, memberId, departmentId, reason, askedBy, askedAt, answeredAt, ruleName }) => ({
    ...{ id, kind, reason, askedAt, answeredAt, ruleName },
    member: people(memberId),
    department: groups(departmentId),
    askedBy: people(askedBy),
  }))
}

/** @throws AppError `not_found` */
export async function readParty(ctx: Context, id: string): Promise<Party> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const [row] = await tx.select({ of: parties.conversationId }).from(parties).where(eq(parties.id, id))
    const found = row && (await partiesIn(tx, row.of)).find((one) => one.id === id)
    if (!found) throw new AppError('not_found', 'This was taken back meanwhile.')
    return found
  })
}

/** What the customer's wait was made of: from the first message we heard until our first answer, or the end, or now. */
export async function sharesIn(tx: Tx, row: ConversationRow, now: Date): Promise<Share[]> {
  const been = await tx.select().from(stays).where(eq(stays.conversationId, row.id))
  if (been.length === 0) return []
  const until = row.answeredAt ?? row.doneAt ?? now
  const shares = sharesOf(
    been.map((one) => ({
      departmentId: one.departmentId,
      from: one.fromAt.getTime(),
      until: one.untilAt?.getTime() ?? null,
    })),
    { from: row.createdAt.getTime(), until: until.getTime() },
  )
  const groups = await namesOf(
    tx,
    departments,
    shares.map(({ departmentId }) => departmentId),
  )
  return shares.map(({ departmentId, ms }) => ({ department: groups(departmentId), ms }))
}

type NamedTable = typeof members | typeof departments

async function namesOf(
  tx: Tx,
  table: NamedTable,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => Named | null> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const rows =
    wanted.length === 0
      ? []
      : await tx.select({ id: table.id, name: table.name }).from(table).where(inArray(table.id, wanted))
  return (id) => rows.find((one) => one.id === id) ?? null
}
