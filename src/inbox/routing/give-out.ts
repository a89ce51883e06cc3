import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { departmentTurns } from '#db/tables/routing.ts'
import { workspaces } from '#db/tables/team.ts'
import { type Hand, nextHand } from '#domain/distribution.ts'
import { isOpenAt } from '#inbox/open-time.ts'
import type { Placing } from './write-places.ts'

type Given = { workspaceId: string; placings: readonly Placing[]; at: Date }
type Seat = Hand & { departmentId: string }

/**
 * Gives what stands in a department that works in turn, and has no owner, to whoever's turn it is. Only under `lockStories`: nobody
 * else counts and gives at the same time, so that it is fair and nobody is given more than they have room for. What people take of
 * their own accord counts, and is not held back. While it is closed it waits for the morning: nobody would see it, and who is there all the same can take it.
 */
export async function giveOut(tx: Tx, { workspaceId, placings, at }: Given): Promise<Placing[]> {
  const waiting = new Set(placings.flatMap(({ after }) => (after.ownerId === null ? (after.departmentId ?? []) : [])))
  const seats = waiting.size > 0 ? await readSeats(tx, { workspaceId, departmentIds: waiting }) : []
  if (seats.length === 0 || !(await isOpenNow(tx, workspaceId, at))) return [...placings]
  const seatsIn = Map.groupBy(seats, ({ departmentId }) => departmentId)
  const count = (memberId: string) => {
    for (const seat of seats) if (seat.memberId === memberId) seat.open += 1
  }
  for (const { before, after } of placings)
    if (after.ownerId !== null && after.ownerId !== before.ownerId) count(after.ownerId)
  let turn = Math.max(...seats.map((seat) => seat.turn))
  const given = new Set<Seat>()
  const placed = placings.map((placing) => {
    const { after } = placing
    const seat = after.ownerId === null ? nextHand(seatsIn.get(after.departmentId ?? '') ?? []) : undefined
    if (!seat) return placing
    turn += 1
    seat.turn = turn
    given.add(seat)
    count(seat.memberId)
    return { ...placing, after: { ...after, ownerId: seat.memberId } }
  })
  await writeTurns(tx, workspaceId, [...given])
  return placed
}

async function isOpenNow(tx: Tx, workspaceId: string, at: Date): Promise<boolean> {
  const [row] = await tx
    .select({ hours: workspaces.openingHours })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
  return isOpenAt(at, row?.hours ?? null)
}

async function readSeats(
  tx: Tx,
  { workspaceId, departmentIds }: { workspaceId: string; departmentIds: ReadonlySet<string> },
): Promise<Seat[]> {
  const { rows } = await tx.execute<Omit<Seat, 'turn'> & { turn: string }>(sql`
    select dm.department_id as "departmentId", dm.member_id as "memberId", dm.capacity, coalesce(t.turn, 0) as turn,
           (select count(*)::int from conversations c where c.workspace_id = ${workspaceId} and c.owner_id = dm.member_id
              and c.state = 'open') as open
      from department_members dm
      join departments d on d.id = dm.department_id and d.distribution = 'in_turn'
      join members m on m.id = dm.member_id and m.left_at is null and not m.is_away and m.role <> 'observer'
      left join department_turns t on t.department_id = dm.department_id and t.member_id = dm.member_id
     where dm.workspace_id = ${workspaceId} and dm.department_id = any(${`{${[...departmentIds].join(',')}}`}::uuid[])`)
  return rows.map((row) => ({ ...row, turn: Number(row.turn) }))
}

async function writeTurns(tx: Tx, workspaceId: string, seats: readonly Seat[]): Promise<void> {
  if (seats.length === 0) return
  await tx
    .insert(departmentTurns)
    .values(seats.map(({ departmentId, memberId, turn }) => ({ workspaceId, departmentId, memberId, turn })))
    .onConflictDoUpdate({
      target: [departmentTurns.departmentId, departmentTurns.memberId],
      set: { turn: sql`excluded.turn` },
    })
}
