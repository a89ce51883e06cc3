import { assert } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import { joinSpans, type Span } from '#domain/span.ts'
import { compactIndex } from './compact-index.ts'
import { rowShift } from './entries.ts'
import { estimateShare } from './estimate-share.ts'
import type { Learned } from './frequencies.ts'
import { parseQuery } from './parse-query.ts'
import type { PostInput } from './post-input.ts'
import { QueryIndex } from './query-index.ts'
import type { QueryTree } from './query-tree.ts'
import { readPost } from './read-post.ts'
import { Scanner } from './scanner.ts'
import { type SharedTopics, shareIndex } from './shared-engine.ts'
import { grownTo } from './typed-arrays.ts'

/** A topic that a post matches, with the places in its text and title that say so. */
export type Match = { id: string; spans: Span[]; titleSpans: Span[] }

export type EngineStatistics = {
  topics: number
  /** Distinct strings that the topics ask for. */
  literals: number
  /** Places in the index where a topic hangs on one of its anchors. */
  postings: number
  posts: number
  /** Over all posts: postings read, programs run and matches found. The first two are what matching costs. */
  postingsRead: number
  programsRun: number
  matches: number
  /** Of the index itself. */
  bytes: number
}

/**
 * Which topics does this post match? Topics are standing queries; they may come and go between any two posts.
 * The time a post takes depends on its length and on the topics that share a rare word with it, not on how many there are.
 */
export type Engine = {
  /**
   * Throws `bad_input` for a query with errors (`details.errors`), `taken` for an id that is in use. With a `scope` the topic is
   * matched with the posts of that scope only: many workspaces share one engine and nothing else.
   */
  add(id: string, query: QueryTree | string, options?: TopicOptions): void
  /** Like `add`, for an id that may be in use. After an error the old query stands. */
  replace(id: string, query: QueryTree | string, options?: TopicOptions): void
  /** False when there is no such topic. */
  remove(id: string): boolean
  match(post: PostInput): Match[]
  /** As `match`, without the spans: for counting and for filters. */
  matchIds(post: PostInput): string[]
  /** How many topics the post matches; until the next post `foundId` names them. Makes no objects at all. */
  find(post: PostInput): number
  foundId(i: number): string
  /**
   * Lays everything out anew, by what was learned from the posts so far. Worth it after many topics were added and a few
   * thousand posts were seen. It takes seconds for a hundred thousand topics, in one go.
   */
  compact(): void
  /** The same in pieces of a few milliseconds, between which posts are matched and topics come and go. One at a time. */
  compactMeanwhile(): Promise<void>
  readonly size: number
  statistics(): EngineStatistics
  /** The share of all posts that a query would match, by what was counted so far: 0 to 1. Rough; see `estimateShare`. */
  estimate(query: QueryTree | string): number
  /** Lays out what is not yet, and gives what `openSharedEngine` needs to find the same in other threads. */
  share(): SharedTopics
  /** How often the commonest words of the topics stand in a post, to be kept for the next run. */
  learned(wordsMax: number): Learned
  /** What an earlier run has learned, before the first topic: so that no topic is placed by a guess that we know better. */
  learn(learned: Learned): void
  /** The topics that cost most, the dearest first: of a thousand posts so many made us look at it, on average. */
  dearest(count: number): { id: string; triedPerThousand: number }[]
  /** The same of one topic; undefined when there is none. */
  costOf(id: string): number | undefined
}
export type TopicOptions = { scope?: string | undefined }

/** Removed topics are forgotten for good when they are this many, and more than those that are left. */
const removedMax = 1_000

export function openEngine(): Engine {
  return new TopicEngine()
}

/** What has changed since the last compaction is worth another at this many, and at this share of all. */
const changesMin = 2_000
const changesShare = 0.1
const learnedPostsMin = 2_000

/** A piece of a compaction takes no longer; then whoever waits for the thread has a turn. */
const pieceMs = 2

class TopicEngine implements Engine {
  readonly #scanner = new Scanner()
  #index = new QueryIndex(this.#scanner)
  /** A topic keeps its slot while it lives; its number in the index changes with every compaction. */
  readonly #slots = new Map<string, number>()
  readonly #ids: string[] = []
  readonly #freeSlots: number[] = []
  #queryOf = new Int32Array(1 << 8)
  /** By number in the index; −1 when it is removed. */
  #slotOf = new Int32Array(1 << 8)
  #removed = 0
  #changes = 0
  #isCompactionDue = false
  #compacting: Promise<void> | undefined
  /** Counts compactions in one go, which make one in pieces worthless. */
  #generation = 0

  get size(): number {
    return this.#slots.size
  }

  add(id: string, query: QueryTree | string, { scope }: TopicOptions = {}): void {
    if (this.#slots.has(id)) throw new AppError('taken', `There is a topic with the id ${id} already. Replace it.`)
    this.#put(id, treeOf(query), scope)
    this.#changed()
  }

  replace(id: string, query: QueryTree | string, { scope }: TopicOptions = {}): void {
    const tree = treeOf(query)
    this.#drop(id)
    this.#put(id, tree, scope)
    this.#changed()
  }

  remove(id: string): boolean {
    if (!this.#drop(id)) return false
    if (this.#removed > removedMax && this.#removed > this.size) this.compact()
    else this.#changed()
    return true
  }

  match(post: PostInput): Match[] {
    const { titleEntries, count } = this.#find(post)
    const matches: Match[] = []
    for (let i = 0; i < count; i++) matches.push(this.#matchOf(this.#index.matches[i] ?? 0, titleEntries))
    this.#index.presence.clear()
    return matches
  }

  matchIds(post: PostInput): string[] {
    const count = this.find(post)
    const ids: string[] = []
    for (let i = 0; i < count; i++) ids.push(this.foundId(i))
    return ids
  }

  find(post: PostInput): number {
    const { count } = this.#find(post)
    this.#index.presence.clear()
    return count
  }

  foundId(i: number): string {
    return this.#idOf(this.#index.matches[i] ?? 0)
  }

  compact(): void {
    this.#generation++
    this.#compacting = undefined
    this.#changes = 0
    this.#isCompactionDue = false
    const compaction = compactIndex(this.#index, this.#scanner)
    let step = compaction.next()
    while (!step.done) step = compaction.next()
    this.#swap(step.value)
  }

  compactMeanwhile(): Promise<void> {
    if (this.#compacting) return this.#compacting
    const compacting = this.#compactInPieces().finally(() => {
      if (this.#compacting === compacting) this.#compacting = undefined
    })
    this.#compacting = compacting
    return compacting
  }

  statistics(): EngineStatistics {
    const { work, words, postings, bytes } = this.#index
    return {
      topics: this.size,
      literals: words.literals.count - 1,
      postings: postings.count,
      posts: work.posts,
      postingsRead: work.postings,
      programsRun: work.programs,
      matches: work.matches,
      bytes,
    }
  }

  estimate(query: QueryTree | string): number {
    const { words } = this.#index
    return estimateShare(treeOf(query), (key) => words.shareOfKey(key))
  }

  share(): SharedTopics {
    if (this.#index.postings.hasAdded || this.#removed > 0) this.compact()
    const ids = Array.from({ length: this.#index.queryCount }, (_, query) => this.#idOf(query))
    return { ...shareIndex(this.#index), ids }
  }

  learned(wordsMax: number): Learned {
    return this.#index.words.learned(wordsMax)
  }

  learn(learned: Learned): void {
    assert(this.size === 0, 'an engine is told what was learned before its first topic')
    this.#index.words.frequencies.learn(learned)
  }

  dearest(count: number): { id: string; triedPerThousand: number }[] {
    const costs = [...this.#slots].map(([id, slot]) => ({ id, triedPerThousand: this.#triedPerThousand(slot) }))
    return costs.sort((a, b) => b.triedPerThousand - a.triedPerThousand).slice(0, count)
  }

  costOf(id: string): number | undefined {
    const slot = this.#slots.get(id)
    return slot === undefined ? undefined : this.#triedPerThousand(slot)
  }

  #triedPerThousand(slot: number): number {
    return Math.round(1_000 * this.#index.costOf(this.#queryOf[slot] ?? 0))
  }

  #find(post: PostInput): { titleEntries: number; count: number } {
    if (this.#isCompactionDue) this.#compactWhenLearned()
    const titleEntries = readPost(this.#scanner, post, this.#index.words.literals.namespaces)
    return { titleEntries, count: this.#index.find(post, titleEntries) }
  }

  #idOf(query: number): string {
    return this.#ids[this.#slotOf[query] ?? 0] ?? ''
  }

  #put(id: string, tree: QueryTree, scope: string | undefined): void {
    const query = this.#index.add(tree, scope)
    const slot = this.#freeSlots.pop() ?? this.#ids.length
    this.#ids[slot] = id
    this.#slots.set(id, slot)
    this.#queryOf = grownTo(this.#queryOf, slot + 1)
    this.#slotOf = grownTo(this.#slotOf, query + 1)
    this.#queryOf[slot] = query
    this.#slotOf[query] = slot
  }

  #drop(id: string): boolean {
    const slot = this.#slots.get(id)
    if (slot === undefined) return false
    const query = this.#queryOf[slot] ?? 0
    this.#index.remove(query)
    this.#slotOf[query] = -1
    this.#ids[slot] = ''
    this.#freeSlots.push(slot)
    this.#slots.delete(id)
    this.#removed++
    return true
  }

  #changed(): void {
    this.#changes++
    if (this.#changes >= changesMin && this.#changes >= changesShare * this.size) this.#isCompactionDue = true
  }

  /** Topics that were all added before the first post wait for some: laid out by guesses they would be laid out twice. */
  #compactWhenLearned(): void {
    if (this.#index.words.frequencies.countedPosts < learnedPostsMin) return
    this.#changes = 0
    this.#isCompactionDue = false
    void this.compactMeanwhile()
  }

  async #compactInPieces(): Promise<void> {
    const generation = this.#generation
    let compaction: ReturnType<typeof compactIndex> | undefined
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve))
      if (generation !== this.#generation) return
      compaction ??= compactIndex(this.#index, this.#scanner)
      const until = performance.now() + pieceMs
      do {
        const step = compaction.next()
        if (step.done) return this.#swap(step.value)
      } while (performance.now() < until)
    }
  }

  /** From now on the new index answers. What went while it was made goes there too. */
  #swap({ index, numberOf }: { index: QueryIndex; numberOf: Int32Array }): void {
    const slotOf = new Int32Array(index.queryCount + 64).fill(-1)
    for (let query = 0; query < numberOf.length; query++) {
      const number = numberOf[query] ?? -1
      if (number < 0) continue
      const slot = this.#slotOf[query] ?? -1
      slotOf[number] = slot
      if (slot < 0) index.remove(number)
      else this.#queryOf[slot] = number
    }
    this.#index = index
    this.#slotOf = slotOf
    this.#removed = 0
  }

  #matchOf(query: number, titleEntries: number): Match {
    const { rows } = this.#scanner.entries
    const spans: Span[] = []
    const titleSpans: Span[] = []
    this.#index.eachHit(query, (first, last) => {
      const start = rows[(first << rowShift) + 4] ?? -1
      if (start < 0) return
      const end = rows[(last << rowShift) + 5] ?? start
      if (first < titleEntries) titleSpans.push([start, end])
      else spans.push([start, end])
    })
    return { id: this.#idOf(query), spans: joinSpans(spans), titleSpans: joinSpans(titleSpans) }
  }
}

function treeOf(query: QueryTree | string): QueryTree {
  if (typeof query !== 'string') return query
  const parsed = parseQuery(query)
  if (parsed.ok) return parsed.tree
  const [first] = parsed.errors
  throw new AppError('bad_input', first?.words.en ?? 'The query cannot be read.', {
    details: { errors: parsed.errors },
  })
}
