// How many megabytes of posts a second go through `wederhoor match`, from one process's pipe to its output, with --topics=N topics (10,000).
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeCorpus } from './match.corpus.ts'

const topics = Number(/--topics=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 10_000)
const rounds = 3
/** Long enough that reading the topics is told apart by a second, short run. */
const [fewTimes, manyTimes] = [2, 90]

const { posts, queries } = makeCorpus({ posts: 20_000, queries: topics, seed: 1 })
const block = Buffer.from(posts.map((post, id) => `${JSON.stringify({ id, ...post })}\n`).join(''))
const folder = await mkdtemp(join(tmpdir(), 'wederhoor-filter-'))
const file = join(folder, 'topics.ndjson')
await writeFile(file, queries.map((query, id) => `${JSON.stringify({ id, query })}\n`).join(''))

const rates: number[] = []
try {
  for (let round = 0; round < rounds; round++) {
    const few = await run(fewTimes)
    const many = await run(manyTimes)
    if (few.lines !== fewTimes * posts.length || many.lines !== manyTimes * posts.length) throw new Error('lost lines')
    rates.push((((manyTimes - fewTimes) * block.length) / (many.ms - few.ms)) * 1e-3)
  }
} finally {
  await rm(folder, { recursive: true })
}
const [best = 0] = rates.toSorted((a, b) => b - a)
const mbPerSecond = rates.toSorted((a, b) => a - b)[rounds >> 1] ?? 0
console.log(
  `${topics.toLocaleString('en')} topics, ${availableParallelism()} processors, posts of ${Math.round(block.length / posts.length)} bytes: ` +
    `${mbPerSecond.toFixed(1)} MB/s (best of ${rounds}: ${best.toFixed(1)}), ${Math.round((mbPerSecond * 1e6 * posts.length) / block.length).toLocaleString('en')} posts/s`,
)
if (process.argv.includes('--json')) console.log(JSON.stringify({ mbPerSecond, bestMbPerSecond: best }))

/** Wall time from the first byte to the end of the output, and the lines that came out. */
async function run(times: number): Promise<{ ms: number; lines: number }> {
  const filter = spawn(process.execPath, ['run/wederhoor.mjs', 'match', '--topics', file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let lines = 0
  filter.stdout.on('data', (chunk: Buffer) => {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++
  })
  const ended = once(filter, 'close')
  const start = performance.now()
  for (let i = 0; i < times; i++) if (!filter.stdin.write(block)) await once(filter.stdin, 'drain')
  filter.stdin.end()
  await ended
  return { ms: performance.now() - start, lines }
}
