import { AppError } from '#base/errors.ts'
import { joinSpans, type Span } from '#domain/span.ts'
import { compactIndex } from './compact-index.ts'
import { parseQuery } from './parse-query.ts'
import type { PostInput } from './post-input.ts'
import { printQuery } from './print-query.ts'
import { QueryIndex } from './query-index.ts'
import type { QueryTree } from './query-tree.ts'
import { readPost } from './read-post.ts'
import { Scanner } from './scanner.ts'

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
  /** Of the index itself, without the texts of the queries. */
  bytes: number
}

/**
 * Which topics does this post match? Topics are standing queries; they may come and go between any two posts.
 * The time a post takes depends on its length and on the topics that share a rare word with it, not on how many there are.
 */
export type Engine = {
  /** Throws `bad_input` for a query with errors (`details.errors`), `taken` for an id that is in use. */
  add(id: string, query: QueryTree | string): void
  /** Like `add`, for an id that may be in use. After an error the old query stands. */
  replace(id: string, query: QueryTree | string): void
  /** False when there is no such topic. */
  remove(id: string): boolean
  match(post: PostInput): Match[]
  /** As `match`, without the spans: for counting and for filters. */
  matchIds(post: PostInput): string[]
  /**
   * Lays everything out anew, by what was learned from the posts so far. Worth it after many topics were added and a few
   * thousand posts were seen. It takes some 0.2 s for a thousand topics, in one go.
   */
  compact(): void
  readonly size: number
  statistics(): EngineStatistics
}

/** Removed topics are forgotten for good when they are this many, and more than those that are left. */
const removedMax = 1_000

export function openEngine(): Engine {
  return new TopicEngine()
}

class TopicEngine implements Engine {
  readonly #scanner = new Scanner()
  #index = new QueryIndex(this.#scanner)
  /** By number in the index. */
  #ids: string[] = []
  /** By id: number and canonical text, from which compaction plans anew. */
  readonly #topics = new Map<string, { number: number; text: string }>()
  #removed = 0

  get size(): number {
    return this.#topics.size
  }

  add(id: string, query: QueryTree | string): void {
    if (this.#topics.has(id)) throw new AppError('taken', `There is a topic with the id ${id} already. Replace it.`)
    this.#put(id, treeOf(query))
  }

  replace(id: string, query: QueryTree | string): void {
    const tree = treeOf(query)
    this.remove(id)
    this.#put(id, tree)
  }

  remove(id: string): boolean {
    const topic = this.#topics.get(id)
    if (!topic) return false
    this.#index.remove(topic.number)
    this.#topics.delete(id)
    if (++this.#removed > removedMax && this.#removed > this.size) this.compact()
    return true
  }

  match(post: PostInput): Match[] {
    const titleEntries = readPost(this.#scanner, post)
    const count = this.#index.find()
    const matches: Match[] = []
    for (let i = 0; i < count; i++) matches.push(this.#matchOf(this.#index.matches[i] ?? 0, titleEntries))
    this.#index.presence.clear()
    return matches
  }

  matchIds(post: PostInput): string[] {
    readPost(this.#scanner, post)
    const count = this.#index.find()
    const ids: string[] = []
    for (let i = 0; i < count; i++) ids.push(this.#ids[this.#index.matches[i] ?? 0] ?? '')
    this.#index.presence.clear()
    return ids
  }

  compact(): void {
    const topics = [...this.#topics]
    const trees = topics.map(([, { text }]) => treeOf(text))
    const { index, numbers } = compactIndex(this.#index, trees, this.#scanner)
    this.#index = index
    this.#ids = []
    this.#removed = 0
    topics.forEach(([id, topic], i) => {
      topic.number = numbers[i] ?? 0
      this.#ids[topic.number] = id
    })
  }

  statistics(): EngineStatistics {
    const { work, literals, postingCount, bytes } = this.#index
    return {
      topics: this.size,
      literals: literals.count - 1,
      postings: postingCount,
      posts: work.posts,
      postingsRead: work.postings,
      programsRun: work.programs,
      matches: work.matches,
      bytes,
    }
  }

  #put(id: string, tree: QueryTree): void {
    const number = this.#index.add(tree)
    this.#ids[number] = id
    this.#topics.set(id, { number, text: printQuery(tree) })
  }

  #matchOf(query: number, titleEntries: number): Match {
    const { textStart, textEnd } = this.#scanner.entries
    const spans: Span[] = []
    const titleSpans: Span[] = []
    this.#index.eachHit(query, (first, last) => {
      const start = textStart[first] ?? -1
      if (start >= 0) (first < titleEntries ? titleSpans : spans).push([start, textEnd[last] ?? start])
    })
    return { id: this.#ids[query] ?? '', spans: joinSpans(spans), titleSpans: joinSpans(titleSpans) }
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
