import type { PostInput } from './post-input.ts'
import { QueryIndex } from './query-index.ts'
import { readPost } from './read-post.ts'
import { Scanner } from './scanner.ts'
import { sharedCopy } from './typed-arrays.ts'

/** Finds topics in posts, and can do nothing else. */
export type Finder = {
  /** How many topics the post matches; until the next post `foundId` names them. */
  find(post: PostInput): number
  foundId(i: number): string
}

/** Everything of a laid-out engine that other threads need to find with it; what is large lies in memory that all of them read. */
export type SharedTopics = ReturnType<typeof shareIndex> & { ids: readonly string[] }

/** Of an index in which everything is laid out: nothing was added since its compaction. */
export function shareIndex({ words, postings, programs, queryCount }: QueryIndex) {
  const { literals, phrases, prefixes, places, narrowings, followers, ratings } = words
  return {
    queryCount,
    literals: literals.share(),
    phrases: phrases.share(),
    prefixes: prefixes.share(),
    places: places.share(),
    byBase: narrowings.byBase,
    followers: followers.list,
    ratings: ratings.list,
    rows: sharedCopy(postings.rows),
    rowOf: sharedCopy(postings.rowOf),
    programs: programs.share(),
  }
}

/** An engine over an index that another thread has made; it learns nothing and changes nothing in it. */
export function openSharedEngine(shared: SharedTopics): Finder {
  const scanner = new Scanner()
  const index = adopted(shared, scanner)
  const { namespaces } = index.words.literals
  return {
    find(post) {
      const count = index.find(post, readPost(scanner, post, namespaces))
      index.presence.clear()
      return count
    },
    foundId: (i) => shared.ids[index.matches[i] ?? 0] ?? '',
  }
}

function adopted(shared: SharedTopics, scanner: Scanner): QueryIndex {
  const index = new QueryIndex(scanner)
  const { words, postings, programs } = index
  Object.assign(words.literals, shared.literals)
  Object.assign(words.prefixes, shared.prefixes)
  words.phrases.adopt(shared.phrases)
  words.places.adopt(shared.places)
  words.narrowings.byBase = shared.byBase
  words.followers.list = shared.followers
  words.ratings.list = shared.ratings
  words.frequencies.isLearning = false
  postings.rows = shared.rows
  postings.rowOf = shared.rowOf
  programs.adopt(shared.programs)
  index.reserveQueries(shared.queryCount)
  return index
}
