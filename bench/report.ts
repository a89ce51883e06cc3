// Milliseconds for a whole report of a year over 300,000 mentions (--mentions=N, promised for 10,000,000), its figures counted by rebuild-figures.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ask } from '#api/contract/contract.ts'
import { daysAfter } from '#report/report-period.ts'
import { bench, type House, openHouse, root, share, workFolder } from './house.part.ts'
import { anotherVisitor, firstVisitor, type Visitor } from './visitor.part.ts'
import { countByHand, type SeededYear, seedYear } from './year.part.ts'

/**
 * What is measured: the running product over HTTP on loopback, one question after the other, from the question until the last byte of the whole report: session,
 * permission, wall, SQL, figures, their doubt, and JSON are in it. Cold is the first question of its kind after the house and its database were started anew (what the
 * operating system keeps of the files stays). The rows are written straight into the database; the figures are counted from them by the command of the product.
 */
const mentions = Number(/--mentions=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 300_000)
/** With `--folder=/path` what was written stays there, and whoever names it again measures it again: to write and count ten millions takes half an hour. */
const folder = /--folder=(\S+)/.exec(process.argv.join(' '))?.[1]
const rounds = Number(/--rounds=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 8)

type Query = NonNullable<Ask<'GET /api/reports/reputation'>['query']>
type Kind = { name: string; query: Query }

type Year = { dataFolder: string; visitor: Visitor; seeded: SeededYear; seedS: number; rebuildS: number }

await bench(async () => {
  const { dataFolder, visitor, seeded, seedS, rebuildS } = (await keptYear()) ?? (await makeYear())
  const kinds = kindsOf(seeded)
  const times = await measure({ dataFolder, visitor, kinds })
  console.log('     p10     p50     p95')
  for (const { name } of kinds) print(name, times.warm.get(name) ?? [])
  const warm = [...times.warm.values()].flat()
  print('cold, each once', times.cold)
  const all = [...times.cold, ...warm]
  print('all', all)
  return {
    mentions,
    seedS,
    rebuildS,
    reportP10Ms: share(all, 0.1),
    reportP50Ms: share(all, 0.5),
    reportP95Ms: share(all, 0.95),
    reportP99Ms: share(all, 0.99),
    coldP95Ms: share(times.cold, 0.95),
  }
})

async function makeYear(): Promise<Year> {
  const dataFolder = join(folder ?? (await workFolder('report')), 'data')
  const first = await openHouse({ by: 'main', dataFolder })
  const visitor = await firstVisitor(first)
  await first.stop()
  const { ms, answer: seeded } = await took(() => seedYear({ dataFolder, workspaceId: visitor.workspaceId, mentions }))
  const seedS = ms / 1_000
  console.log(`${mentions} mentions with all that hangs on them written in ${seedS.toFixed(0)} s`)
  const rebuildS = (await took(() => rebuild(dataFolder))).ms / 1_000
  console.log(`counted by rebuild-figures in ${rebuildS.toFixed(0)} s`)
  await agrees(dataFolder, visitor, seeded)
  const year = { dataFolder, visitor, seeded, seedS, rebuildS }
  if (folder) await writeFile(join(folder, 'year.json'), JSON.stringify({ ...year, mentions }))
  return year
}

/** What an earlier run left in the folder that was named, held against its rows. */
async function keptYear(): Promise<Year | undefined> {
  if (!folder || !existsSync(join(folder, 'year.json'))) return undefined
  const kept = JSON.parse(await readFile(join(folder, 'year.json'), 'utf8')) as Year & { mentions: number }
  if (kept.mentions !== mentions) throw new Error(`${folder} holds ${kept.mentions} mentions.`)
  const visitor = Object.assign(anotherVisitor({ url: '' }), kept.visitor)
  await agrees(kept.dataFolder, visitor, kept.seeded)
  return { ...kept, visitor }
}

function kindsOf({ lastDay, departmentIds, networks }: SeededYear): Kind[] {
  const [department] = departmentIds
  const [network] = networks
  const kinds: Kind[] = []
  for (const days of [7, 28, 90, 365])
    for (const against of ['before', 'year'] as const) {
      const of = (name: string, more: Partial<Query>) =>
        kinds.push({
          name: `${days} days against the ${against === 'year' ? 'year' : 'time'} before${name}`,
          query: { from: daysAfter(lastDay, 1 - days), to: lastDay, against, ...more },
        })
      of('', {})
      of(', largest network', { network })
      of(', largest department', { departmentId: department })
      of(', both', { network, departmentId: department })
    }
  return kinds
}

type Measuring = { dataFolder: string; visitor: Visitor; kinds: readonly Kind[] }

/** Kind after kind, again and again, so that whatever else the machine does is shared out evenly. */
async function measure({ dataFolder, visitor, kinds }: Measuring) {
  const warm = new Map<string, number[]>(kinds.map(({ name }) => [name, []]))
  const cold: number[] = []
  await inHouse(dataFolder, visitor, async (ask) => {
    for (let round = 0; round <= rounds; round += 1)
      for (const { name, query } of kinds) {
        const { ms } = await took(() => ask(query))
        if (round === 0) cold.push(ms)
        else warm.get(name)?.push(ms)
      }
  })
  return { warm, cold }
}

/** The report against a count of the rows that shares no statement with the house. */
async function agrees(dataFolder: string, visitor: Visitor, seeded: SeededYear): Promise<void> {
  const range = { from: daysAfter(seeded.lastDay, -364), to: seeded.lastDay }
  const byHand = await countByHand({ dataFolder, workspaceId: visitor.workspaceId, ...range })
  await inHouse(dataFolder, visitor, async (ask) => {
    const { messages, days, waits, score } = await ask({ ...range, against: 'before' })
    const shown = {
      messages: messages.now.value,
      negative: days.reduce((sum, { negative }) => sum + negative, 0),
      assessed: score.sample,
      waits: waits.answerRate.sample,
      answered: Math.round((waits.answerRate.value ?? 0) * waits.answerRate.sample),
      median: waits.median.value,
    }
    console.log(`by hand   ${JSON.stringify(byHand)}\nreported  ${JSON.stringify(shown)}`)
    if (JSON.stringify(byHand) !== JSON.stringify(shown)) throw new Error('The report is not what the rows say.')
  })
}

type AskReport = (query: Query) => ReturnType<typeof report>

function report(visitor: Visitor, query: Query) {
  return visitor.ask('GET /api/reports/reputation', { query })
}

async function inHouse(dataFolder: string, visitor: Visitor, work: (ask: AskReport) => Promise<void>): Promise<void> {
  const house: House = await openHouse({ by: 'main', dataFolder })
  try {
    await work((query) => report(visitor.at(house), query))
  } finally {
    await house.stop()
  }
}

async function rebuild(dataFolder: string): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'src/main.ts'), 'rebuild-figures', '--data', dataFolder], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error('rebuild-figures failed')
}

async function took<T>(work: () => Promise<T>): Promise<{ ms: number; answer: T }> {
  const startedAt = performance.now()
  const answer = await work()
  return { ms: performance.now() - startedAt, answer }
}

/** The quickest tenth is what it takes when the machine has nothing else to do. */
function print(name: string, timesMs: readonly number[]): void {
  const columns = [0.1, 0.5, 0.95].map((part) => share(timesMs, part).toFixed(1).padStart(8))
  console.log(`${columns.join('')} ms  ${name}`)
}
