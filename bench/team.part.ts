import pg from 'pg'
import { silentLog } from '#base/log.ts'
import { openPostgres } from '#db/open-postgres.ts'
import type { House } from './house.part.ts'
import { anotherVisitor, type Visitor } from './visitor.part.ts'

/** How many come in by their invitation at the same time: passwords are costly to keep well. */
const atOnce = 8

/** So many colleagues, each invited by the first visitor and signed in. */
export async function inviteTeam(house: House, first: Visitor, count: number): Promise<Visitor[]> {
  const team: Visitor[] = []
  while (team.length < count) {
    const wanted = Math.min(atOnce, count - team.length)
    const joined = Array.from({ length: wanted }, (_, at) => inviteOne(house, first, team.length + at + 1))
    team.push(...(await Promise.all(joined)))
  }
  return team
}

async function inviteOne(house: House, first: Visitor, number: number): Promise<Visitor> {
  const { link } = await first.ask('POST /api/invitations', {
    body: { email: `colleague${number}@example.org`, role: 'member', departmentIds: [] },
  })
  const visitor = anotherVisitor(house)
  await visitor.ask('POST /api/invitations/{token}', {
    params: { token: link?.split('/').at(-1) ?? '' },
    body: { name: `Colleague ${number}`, password: `a long password ${number}`, lang: 'en' },
  })
  const session = await visitor.ask('GET /api/session')
  visitor.memberId = session.member?.id ?? ''
  visitor.workspaceId = session.workspace?.id ?? ''
  return visitor
}

/** Asks the product's own database, beside the product. */
export async function inDatabase<Result>(
  dataFolder: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const server = await openPostgres({ dataFolder, log: silentLog, ifRunning: 'join' })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
