// Posts a second against 1,000, 10,000 and 100,000 topics (--topics=N: that many alone), beside the obvious design in the same run.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Literals } from '#match/literals.ts'
import { type Engine, openEngine } from '#match/open-engine.ts'
import { parseQuery } from '#match/parse-query.ts'
import type { PostInput } from '#match/post-input.ts'
import type { QueryTree } from '#match/query-tree.ts'
import { readPost } from '#match/read-post.ts'
import { Scanner } from '#match/scanner.ts'
import { type Corpus, makeCorpus } from './match.corpus.ts'
import { type ObviousMatcher, openObviousMatcher } from './match.obvious.ts'

const seed = 1
const postsCount = 20_000
/** What the frequencies are learned from, on both sides; measured are all. */
const sampleCount = 5_000
const rounds = 5
const roundMs = 500
/** Topics added and removed one by one beside those that are there. */
const changedCount = 1_000

type Figures = {
  topics: number
  postsPerSecond: number
  obviousPostsPerSecond: number
  preparedPostsPerSecond: number
  everyPostsPerSecond: number
  spansPostsPerSecond: number
  /** Words, names and links read and hashed, and nothing asked. */
  scannerPostsPerSecond: number
  matchesPerPost: number
  p50Us: number
  p99Us: number
  garbageBytes: number
  engineMb: number
  indexMb: number
  parseUs: number
  addUs: number
  removeUs: number
  compactMs: number
  pauseMs: number
  pauseWorstMs: number
}

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const asked = process.argv
  .map((argument) => /^--topics=(\d+)$/.exec(argument)?.[1])
  .filter((found) => found !== undefined)
const sizes = asked.length > 0 ? asked.map(Number) : [1_000, 10_000, 100_000]
const corpus = makeCorpus({ posts: postsCount, queries: Math.max(...sizes) + changedCount, seed })
const figures: Figures[] = []
for (const topics of sizes) figures.push(await measure(corpus, topics))
for (const figure of figures) print(figure)
if (process.argv.includes('--json')) printJson()

async function measure({ posts, queries }: Corpus, topics: number): Promise<Figures> {
  const sample = posts.slice(0, sampleCount)
  const before = usedBytes()
  const engine = openEngine()
  for (let i = 0; i < topics; i++) engine.add(String(i), queries[i] ?? '')
  for (const post of sample) engine.find(post)
  const compactMs = time(() => engine.compact())
  const engineMb = (usedBytes() - before) / 2 ** 20
  const { bytes } = engine.statistics()
  // Before the obvious design fills the heap, and before garbage is collected by force, after which the collector comes
  // oftener than it would: neither is the engine's pause.
  const waits = await longestPauses(engine, posts)
  const times = postTimes(posts, engine)
  const garbageBytes = garbagePerPost(posts, engine)
  const [obvious, prepared] = [false, true].map((isPrepared) =>
    openObviousMatcher(queries.slice(0, topics), sample, { isPrepared }),
  ) as [ObviousMatcher, ObviousMatcher]
  const matches = compare(engine, obvious, posts.slice(0, topics > 20_000 ? 300 : 2_000))
  const few = posts.slice(0, 20)
  const [scanner, { namespaces }] = [new Scanner(), new Literals()]
  const rates: Record<'engine' | 'obvious' | 'prepared' | 'spans' | 'scanner', number[]> = {
    engine: [],
    obvious: [],
    prepared: [],
    spans: [],
    scanner: [],
  }
  // In turns, so that whatever else the machine does is shared out evenly.
  for (let round = 0; round < rounds; round++) {
    rates.engine.push(rate(posts, (post) => engine.find(post)))
    rates.obvious.push(rate(posts, (post) => obvious.match(post)))
    rates.prepared.push(rate(posts, (post) => prepared.match(post)))
    rates.spans.push(rate(posts, (post) => engine.match(post)))
    rates.scanner.push(rate(posts, (post) => readPost(scanner, post, namespaces)))
  }
  return {
    topics,
    postsPerSecond: median(rates.engine),
    obviousPostsPerSecond: median(rates.obvious),
    preparedPostsPerSecond: median(rates.prepared),
    everyPostsPerSecond:
      (1_000 * few.length) /
      time(() => {
        for (const post of few) obvious.matchEvery(post)
      }),
    spansPostsPerSecond: median(rates.spans),
    scannerPostsPerSecond: median(rates.scanner),
    matchesPerPost: matches,
    ...times,
    garbageBytes,
    engineMb,
    indexMb: bytes / 2 ** 20,
    ...changeTimes(engine, queries.slice(topics, topics + changedCount)),
    compactMs,
    ...waits,
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
  const start = process.threadCpuUsage()
  for (let count = 0; ; ) {
    const post = posts[count % posts.length]
    if (post) match(post)
    if (++count % 50 !== 0) continue
    const { user, system } = process.threadCpuUsage(start)
    if (user + system > 1_000 * roundMs) return (1e6 * count) / (user + system)
  }
}

/** Of each post the median of five, so that what is slow is the post and not a neighbour on this machine. */
function postTimes(posts: PostInput[], engine: Engine): { p50Us: number; p99Us: number } {
  const passes = Array.from({ length: 5 }, () =>
    posts.map((post) => {
      const start = performance.now()
      engine.find(post)
      return 1_000 * (performance.now() - start)
    }),
  )
  const timesUs = posts.map((_, i) => median(passes.map((pass) => pass[i] ?? 0))).sort((a, b) => a - b)
  const at = (share: number): number => timesUs[Math.floor(share * timesUs.length)] ?? 0
  return { p50Us: at(0.5), p99Us: at(0.99) }
}

/** Growth of the heap over a thousand posts, the least of several tries: whatever else grows is not ours. */
function garbagePerPost(posts: PostInput[], engine: Engine): number {
  const tries = Array.from({ length: 9 }, (_, i) => {
    const some = posts.slice(1_000 * i, 1_000 * (i + 1))
    collectGarbage()
    const { heapUsed } = process.memoryUsage()
    for (let k = 0; k < some.length; k++) engine.find(some[k] ?? { text: '' })
    return (process.memoryUsage().heapUsed - heapUsed) / some.length
  })
  return median(tries)
}

/** A change each, median: the query as a tree, as the product has it; what parsing it takes is told apart. */
function changeTimes(engine: Engine, queries: string[]): { parseUs: number; addUs: number; removeUs: number } {
  const trees: QueryTree[] = []
  const each = (work: (i: number) => void): number => median(queries.map((_, i) => 1_000 * wall(() => work(i))))
  const parseUs = each((i) => {
    const parsed = parseQuery(queries[i] ?? '')
    if (parsed.ok) trees.push(parsed.tree)
  })
  const addUs = each((i) => {
    const tree = trees[i]
    if (tree) engine.add(`added${i}`, tree)
  })
  const removeUs = each((i) => void engine.remove(`added${i}`))
  return { parseUs, addUs, removeUs }
}

/**
 * The longest that a post waits while everything is laid out anew in the background, of five times the median. Counted in
 * processor time of this thread, as everything here: a neighbour that takes the processor away looks the same on the clock. The
 * worst on the clock is told as well.
 */
async function longestPauses(engine: Engine, posts: PostInput[]): Promise<{ pauseMs: number; pauseWorstMs: number }> {
  const longest: Pause[] = []
  for (let i = 0; i < 5; i++) longest.push(await longestPause(engine, posts))
  return { pauseMs: median(longest.map(({ cpuMs }) => cpuMs)), pauseWorstMs: Math.max(...longest.map(({ ms }) => ms)) }
}

type Pause = { cpuMs: number; ms: number }

async function longestPause(engine: Engine, posts: PostInput[]): Promise<Pause> {
  let [cpuMs, ms, isDone] = [0, 0, false]
  const compacted = engine.compactMeanwhile().then(() => {
    isDone = true
  })
  for (let i = 0; !isDone; i++) {
    const [start, cpuStart] = [performance.now(), process.threadCpuUsage()]
    await new Promise((resolve) => setImmediate(resolve))
    const { user, system } = process.threadCpuUsage(cpuStart)
    cpuMs = Math.max(cpuMs, (user + system) / 1_000)
    ms = Math.max(ms, performance.now() - start)
    engine.find(posts[i % posts.length] ?? { text: '' })
  }
  await compacted
  return { cpuMs, ms }
}

function usedBytes(): number {
  collectGarbage()
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Processor milliseconds. */
function time(work: () => void): number {
  const start = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(start)
  return (user + system) / 1_000
}

function wall(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0
}

function print(figure: Figures): void {
  const round = (number: number): string => Math.round(number).toLocaleString('en')
  console.log(
    `${round(figure.topics)} topics: ${round(figure.postsPerSecond)} posts/s (with spans ${round(figure.spansPostsPerSecond)}, the scanner alone ${round(figure.scannerPostsPerSecond)}), ` +
      `the obvious design ${round(figure.obviousPostsPerSecond)}: ${ratio(figure).toFixed(1)} times, ` +
      `the same with queries prepared ${round(figure.preparedPostsPerSecond)}: ${preparedRatio(figure).toFixed(1)} times, ` +
      `every query on every post ${figure.everyPostsPerSecond.toFixed(1)}; ${figure.matchesPerPost.toFixed(2)} matches a post;\n` +
      `  a post p50 ${figure.p50Us.toFixed(1)} p99 ${figure.p99Us.toFixed(1)} µs, ${figure.garbageBytes.toFixed(0)} bytes of garbage; ` +
      `engine ${figure.engineMb.toFixed(1)} MB (index ${figure.indexMb.toFixed(1)});\n` +
      `  parse ${figure.parseUs.toFixed(1)}, add ${figure.addUs.toFixed(1)}, remove ${figure.removeUs.toFixed(2)} µs; ` +
      `compact ${round(figure.compactMs)} ms, in the background with pauses up to ${figure.pauseMs.toFixed(1)} ms ` +
      `(at worst ${figure.pauseWorstMs.toFixed(1)} ms on the clock, with what else the machine did)`,
  )
}

function ratio(figure: Figures): number {
  return figure.postsPerSecond / figure.obviousPostsPerSecond
}

function preparedRatio(figure: Figures): number {
  return figure.postsPerSecond / figure.preparedPostsPerSecond
}

function printJson(): void {
  const bySize = (value: (figure: Figures) => number): Record<string, number> =>
    Object.fromEntries(figures.map((figure) => [`q${figure.topics}`, Number(value(figure).toPrecision(4))]))
  const last = figures.at(-1)
  console.log(
    JSON.stringify({
      postsPerSecond: bySize((figure) => figure.postsPerSecond),
      obviousPostsPerSecond: bySize((figure) => figure.obviousPostsPerSecond),
      preparedPostsPerSecond: bySize((figure) => figure.preparedPostsPerSecond),
      ratioToObvious: bySize(ratio),
      ratioToPrepared: bySize(preparedRatio),
      everyPostsPerSecond: bySize((figure) => figure.everyPostsPerSecond),
      spansPostsPerSecond: bySize((figure) => figure.spansPostsPerSecond),
      scannerPostsPerSecond: bySize((figure) => figure.scannerPostsPerSecond),
      matchesPerPost: bySize((figure) => figure.matchesPerPost),
      postP99Us: bySize((figure) => figure.p99Us),
      garbageBytes: bySize((figure) => figure.garbageBytes),
      ...(last?.topics === 100_000 ? { mbAt100000: Number(last.engineMb.toPrecision(4)) } : {}),
      engineMb: bySize((figure) => figure.engineMb),
      addUs: bySize((figure) => figure.addUs),
      removeUs: bySize((figure) => figure.removeUs),
      compactMs: bySize((figure) => figure.compactMs),
      pauseMaxMs: bySize((figure) => figure.pauseMs),
    }),
  )
}
