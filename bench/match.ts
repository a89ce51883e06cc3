// Posts a second against 1,000 and 10,000 topics (--topics=N adds one), beside the obvious design in the same run.
import { type Engine, openEngine } from '#match/open-engine.ts'
import type { PostInput } from '#match/post-input.ts'
import { type Corpus, makeCorpus } from './match.corpus.ts'
import { type ObviousMatcher, openObviousMatcher } from './match.obvious.ts'

const seed = 1
const postsCount = 20_000
/** What the frequencies are learned from, on both sides; measured are all. */
const sampleCount = 5_000
const rounds = 5
const roundMs = 600

type Figures = {
  topics: number
  postsPerSecond: number
  obviousPostsPerSecond: number
  ratio: number
  matchesPerPost: number
  spansPostsPerSecond: number
  addUs: number
  removeUs: number
  compactMs: number
  indexMb: number
  p99Us: number
}

const more = process.argv
  .map((argument) => /^--topics=(\d+)$/.exec(argument)?.[1])
  .filter((found) => found !== undefined)
const sizes = [1_000, 10_000, ...more.map(Number)]
const corpus = makeCorpus({ posts: postsCount, queries: Math.max(...sizes), seed })
const figures = sizes.map((topics) => measure(corpus, topics))
for (const figure of figures) print(figure)
if (process.argv.includes('--json')) printJson()

function measure({ posts, queries }: Corpus, topics: number): Figures {
  const asked = queries.slice(0, topics)
  const engine = openEngine()
  const addMs = time(() => {
    for (const [i, query] of asked.entries()) engine.add(String(i), query)
  })
  for (const post of posts.slice(0, sampleCount)) engine.matchIds(post)
  const compactMs = time(() => engine.compact())
  const obvious = openObviousMatcher(asked, posts.slice(0, sampleCount))
  const matches = compare(engine, obvious, posts.slice(0, topics > 20_000 ? 300 : 2_000))
  const rates = { engine: [] as number[], obvious: [] as number[], spans: [] as number[] }
  // In turns, so that whatever else the machine does is shared out evenly.
  for (let round = 0; round < rounds; round++) {
    rates.engine.push(rate(posts, (post) => engine.matchIds(post)))
    rates.obvious.push(rate(posts, (post) => obvious.match(post)))
    rates.spans.push(rate(posts, (post) => engine.match(post)))
  }
  const p99Us = slowest(posts, engine)
  const { bytes } = engine.statistics()
  const removed = topics >> 1
  const removeMs = time(() => {
    for (let i = 0; i < removed; i++) engine.remove(String(i))
  })
  return {
    topics,
    postsPerSecond: median(rates.engine),
    obviousPostsPerSecond: median(rates.obvious),
    ratio: median(rates.engine) / median(rates.obvious),
    matchesPerPost: matches,
    spansPostsPerSecond: median(rates.spans),
    addUs: (1_000 * addMs) / topics,
    removeUs: (1_000 * removeMs) / removed,
    compactMs,
    indexMb: bytes / 2 ** 20,
    p99Us,
  }
}

/** Both must find the same. Returns the matches a post. */
function compare(engine: Engine, obvious: ObviousMatcher, posts: PostInput[]): number {
  let matches = 0
  for (const post of posts) {
    const ours = engine
      .matchIds(post)
      .map(Number)
      .sort((a, b) => a - b)
    const theirs = obvious.match(post).sort((a, b) => a - b)
    if (ours.join() !== theirs.join())
      throw new Error(`different matches on ${JSON.stringify(post)}: ${ours} and ${theirs}`)
    matches += ours.length
  }
  return matches / posts.length
}

/** Posts per second of processor time: what one core does, whatever else the machine is busy with. */
function rate(posts: PostInput[], match: (post: PostInput) => unknown): number {
  const start = process.cpuUsage()
  let count = 0
  for (;;) {
    for (const post of posts) {
      match(post)
      if (++count % 200 !== 0) continue
      const { user, system } = process.cpuUsage(start)
      if (user + system > 1_000 * roundMs) return (1e6 * count) / (user + system)
    }
  }
}

function slowest(posts: PostInput[], engine: Engine): number {
  const timesUs = posts.map((post) => {
    const start = performance.now()
    engine.matchIds(post)
    return 1_000 * (performance.now() - start)
  })
  timesUs.sort((a, b) => a - b)
  return timesUs[Math.floor(0.99 * timesUs.length)] ?? 0
}

/** Processor milliseconds. */
function time(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0
}

function print(figure: Figures): void {
  const round = (number: number): string => Math.round(number).toLocaleString('en')
  console.log(
    `${round(figure.topics)} topics: ${round(figure.postsPerSecond)} posts/s (with spans ${round(figure.spansPostsPerSecond)}), ` +
      `the obvious design ${round(figure.obviousPostsPerSecond)}: ${figure.ratio.toFixed(1)} times; ` +
      `${figure.matchesPerPost.toFixed(2)} matches a post; p99 ${figure.p99Us.toFixed(1)} µs; ` +
      `add ${figure.addUs.toFixed(1)} µs, remove ${figure.removeUs.toFixed(2)} µs, compact ${round(figure.compactMs)} ms, index ${figure.indexMb.toFixed(1)} MB`,
  )
}

function printJson(): void {
  const bySize = (value: (figure: Figures) => number): Record<string, number> =>
    Object.fromEntries(figures.map((figure) => [`q${figure.topics}`, Number(value(figure).toPrecision(4))]))
  console.log(
    JSON.stringify({
      postsPerSecond: bySize((figure) => figure.postsPerSecond),
      obviousPostsPerSecond: bySize((figure) => figure.obviousPostsPerSecond),
      ratioToObvious: bySize((figure) => figure.ratio),
      spansPostsPerSecond: bySize((figure) => figure.spansPostsPerSecond),
      matchesPerPost: bySize((figure) => figure.matchesPerPost),
      postP99Us: bySize((figure) => figure.p99Us),
      addUs: bySize((figure) => figure.addUs),
      removeUs: bySize((figure) => figure.removeUs),
      compactMs: bySize((figure) => figure.compactMs),
      indexMb: bySize((figure) => figure.indexMb),
    }),
  )
}
