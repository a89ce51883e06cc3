import type { WordWeight } from '#domain/learned.ts'
import { type Delta, explainDelta } from '#triage/delta.ts'
import { columnOf, type Head, heads } from '#triage/heads.ts'
import type { Weighable } from '#triage/weigh.ts'

const wordsMax = 6
/** A word of one post alone is nobody's business, and no pattern. */
const postsLeast = 2
const weightLeast = 0.02

/** The words that pull hardest towards each class, the strongest first. Weights are hashed, so their words come from the posts themselves. */
export function wordsOf(delta: Delta, posts: readonly Weighable[], wanted: readonly Head[]): WordWeight[] {
  return wanted.flatMap((head) =>
    heads[head].flatMap((name, at) => {
      const found = gather(delta, posts, columnOf[head] + at)
      return found
        .filter((one) => one.posts >= postsLeast && one.weight >= weightLeast)
        .toSorted((a, b) => strength(b) - strength(a) || (a.word < b.word ? -1 : 1))
        .slice(0, wordsMax)
        .map((one) => ({ head, class: name, ...one }))
    }),
  )
}

type Found = Pick<WordWeight, 'word' | 'weight' | 'posts'>

/** A little more where a word stands often. */
function strength({ weight, posts }: Found): number {
  return weight * Math.log2(1 + posts)
}

function gather(delta: Delta, posts: readonly Weighable[], column: number): Found[] {
  const byWord = new Map<string, { sum: number; posts: number }>()
  for (const post of posts) {
    const here = new Map<string, number>()
    for (const { code, weight, places } of explainDelta(delta, post, { [column]: 1 })) {
      const token = post.read.tokens[places[0] ?? -1]
      if (code !== 'corrected' || (token?.kind !== 'word' && token?.kind !== 'emoji')) continue
      here.set(token.folded, (here.get(token.folded) ?? 0) + weight)
    }
    for (const [word, weight] of here) {
      const before = byWord.get(word) ?? { sum: 0, posts: 0 }
      byWord.set(word, { sum: before.sum + weight, posts: before.posts + 1 })
    }
  }
  return [...byWord].map(([word, { sum, posts: count }]) => ({ word, weight: sum / count, posts: count }))
}
