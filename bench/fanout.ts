// Milliseconds until a decision of one member stands in the live line of 200 open inboxes.
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bench, type House, openHouse, share, workFolder } from './house.part.ts'
import { seed } from './seed.part.ts'
import { inviteTeam } from './team.part.ts'
import { firstVisitor, until, type Visitor } from './visitor.part.ts'

/**
 * What is measured: the running product (a process of its own, its own PostgreSQL). Two hundred live lines of twenty members are open, as
 * their screens hold them; one member decides (mine, not mine, mine …) twice a second. From the question until the event has been read
 * from each line: the decision itself, its commit, the notice of the database, and the writing of two hundred lines are in it.
 */
const [members, lines, decisions, everyMs] = [20, 200, 60, 500]

await bench(async () => {
  const dataFolder = join(await workFolder('fanout'), 'data')
  const house = await openHouse({ by: 'main', dataFolder })
  const first = await firstVisitor(house)
  const { workspaceId, memberId } = first
  await seed({ dataFolder, workspaceId, memberId, conversations: 400 })
  const team = await inviteTeam(house, first, members)
  const [open] = (await first.ask('GET /api/conversations', { query: { view: 'unowned', limit: 1 } })).items
  if (!open) throw new Error('nothing is open')
  const stopped = new AbortController()
  const heard: number[][] = []
  const hellos: Promise<void>[] = []
  for (let line = 0; line < lines; line += 1)
    hellos.push(listen(house, team[line % members] as Visitor, { id: open.id, heard, signal: stopped.signal }))
  await Promise.all(hellos)
  const delaysMs: number[] = []
  let isLost = 0
  for (let turn = 0; turn < decisions; turn += 1) {
    const name = turn % 2 === 0 ? 'POST /api/conversations/{id}/claim' : 'POST /api/conversations/{id}/release'
    const times: number[] = []
    heard.unshift(times)
    const startedAt = performance.now()
    await first.ask(name, { params: { id: open.id }, body: {} })
    await until(() => times.length >= lines, 5_000, 'every line has heard').catch(() => undefined)
    isLost += lines - times.length
    delaysMs.push(...times.map((atMs) => atMs - startedAt))
    await pause(everyMs)
  }
  stopped.abort()
  if (isLost > 0) throw new Error(`${isLost} events did not arrive within five seconds`)
  const figures = { p50Ms: share(delaysMs, 0.5), p95Ms: share(delaysMs, 0.95), maxMs: share(delaysMs, 1) }
  console.log(
    `${decisions} decisions to ${lines} open inboxes of ${members} members: p50 ${figures.p50Ms.toFixed(0)} ms, ` +
      `p95 ${figures.p95Ms.toFixed(0)} ms, slowest ${figures.maxMs.toFixed(0)} ms`,
  )
  return figures
})

type Listening = { id: string; heard: number[][]; signal: AbortSignal }

/** Holds a live line open; resolves when it says hello. When the conversation changes, the moment is noted with the newest decision. */
async function listen(house: House, member: Visitor, { id, heard, signal }: Listening): Promise<void> {
  const cookie = member.cookies.map((one) => `${one.name}=${one.value}`).join('; ')
  const answer = await fetch(`${house.url}/api/live`, { headers: { cookie, origin: house.url }, signal })
  if (!answer.ok || !answer.body) throw new Error(`the live line: ${answer.status} ${await answer.text()}`)
  const hello = Promise.withResolvers<void>()
  const read = async (body: AsyncIterable<Uint8Array>): Promise<void> => {
    const decoder = new TextDecoder()
    let text = ''
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true })
      const events = text.split('\n\n')
      text = events.pop() ?? ''
      for (const event of events) {
        if (event.includes('event: hello')) hello.resolve()
        else if (event.includes('conversation.changed') && event.includes(id)) heard[0]?.push(performance.now())
      }
    }
  }
  read(answer.body).catch((error) => (signal.aborted ? undefined : hello.reject(error)))
  await hello.promise
}
