// A team of 160 takes 800 conversations at once from the running server: how many got two owners, and how long "mine" took.
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { seededRandom } from '#testing/seeded-random.ts'
import { bench, openHouse, share, workFolder } from './house.part.ts'
import { seed } from './seed.part.ts'
import { inDatabase, inviteTeam } from './team.part.ts'
import { firstVisitor, Refusal, type Visitor } from './visitor.part.ts'

/**
 * What is measured: the running product (a process of its own, its own PostgreSQL) over HTTP on loopback. All members come in within a
 * second and see the same list. Each takes one of the uppermost that are free as far as their screen knows, waits a
 * moment as people do, and takes the next, until nothing is left. Who owns what is read from the database afterwards.
 */
const [membersCount, conversations] = [160, 800]
const thinkMs = 250
/** Until a screen shows that somebody else took it. */
const heardAfterMs = 300
/** People take from the top of the list, and not all of them the first. */
const lookedAt = 60

/** What every screen has heard by now; the live line is measured by `fanout`. */
const known = new Set<string>()

await bench(async () => {
  const dataFolder = join(await workFolder('claims'), 'data')
  const house = await openHouse({ by: 'main', dataFolder })
  const first = await firstVisitor(house)
  await seed({ dataFolder, workspaceId: first.workspaceId, memberId: first.memberId, conversations })
  const ids = await inDatabase(dataFolder, async (client) => {
    await client.query("update conversations set state = 'open', owner_id = null, done_at = null, wait_until = null")
    const found = await client.query('select id from conversations order by latest_at desc')
    return found.rows.map((row: { id: string }) => row.id)
  })
  const team = await inviteTeam(house, first, membersCount)
  const claims = await Promise.all(team.map((member, at) => takeAll(member, ids, at)))
  const all = claims.flat()
  const won = all.filter((claim) => claim.isMine)
  const winners = Map.groupBy(won, (claim) => claim.id)
  const owners = await inDatabase(dataFolder, async (client) => {
    const found = await client.query('select id, owner_id from conversations')
    return new Map(found.rows.map((row: { id: string; owner_id: string }) => [row.id, row.owner_id]))
  })
  const wrong = won.filter((claim) => owners.get(claim.id) !== claim.memberId).length
  const doubleOwners = [...winners.values()].filter((claimed) => {
    return new Set(claimed.map(({ memberId }) => memberId)).size > 1
  }).length
  const timesMs = all.map((claim) => claim.ms)
  const figures = {
    doubleOwners,
    withoutOwner: conversations - winners.size,
    clashes: all.length - won.length,
    claimP50Ms: share(timesMs, 0.5),
    claimP99Ms: share(timesMs, 0.99),
    claimMaxMs: share(timesMs, 1),
  }
  if (wrong > 0) throw new Error(`${wrong} claims were confirmed to somebody who is not the owner`)
  console.log(
    `${membersCount} members, ${all.length} claims, ${figures.clashes} of them refused because a colleague was first; ` +
      `${winners.size} of ${conversations} owned, ${doubleOwners} by two; a claim p50 ${figures.claimP50Ms.toFixed(0)} ms, ` +
      `p99 ${figures.claimP99Ms.toFixed(0)} ms, slowest ${figures.claimMaxMs.toFixed(0)} ms`,
  )
  return figures
})

type Claim = { id: string; memberId: string; isMine: boolean; ms: number }

async function takeAll(member: Visitor, ids: readonly string[], seedNumber: number): Promise<Claim[]> {
  const random = seededRandom(seedNumber + 1)
  const claims: Claim[] = []
  await pause(random.below(1_000))
  for (;;) {
    const free = ids.filter((id) => !known.has(id))
    const id = free[random.below(Math.min(lookedAt, free.length))]
    if (id === undefined) return claims
    const claim = await take(member, id)
    claims.push(claim)
    setTimeout(() => known.add(id), heardAfterMs)
    await pause(thinkMs + random.below(thinkMs))
  }
}

async function take(member: Visitor, id: string): Promise<Claim> {
  const startedAt = performance.now()
  const isMine = await member.ask('POST /api/conversations/{id}/claim', { params: { id }, body: {} }).then(
    () => true,
    (error) => {
      if (error instanceof Refusal && error.status === 409) return false
      throw error
    },
  )
  return { id, memberId: member.memberId, isMine, ms: performance.now() - startedAt }
}
