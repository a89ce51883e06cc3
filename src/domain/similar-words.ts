/** What is likest to a message, by the words they share. No model: it can say why. */

/** One thing that may fit. Words as the search of the database stems them. */
export type SimilarThing = {
  id: string
  /** Its name and its tags. */
  dear: ReadonlySet<string>
  words: ReadonlySet<string>
  /** The messages it answered before. */
  answered: readonly ReadonlySet<string>[]
}
/** `because`: the words that say so, as they stand in the message, the weightiest first. */
export type Similar = { id: string; score: number; because: string[] }

const dearWeight = 2
const answeredWeight = 1.5
const scoreLeast = 0.8
/** Beside the best one. */
const shareLeast = 0.3
const becauseMax = 3
const foundMax = 5
/** With so many things, one word of those that most of them have says nothing. */
const manyThings = 8
const commonShare = 0.34

/** `asked`: each stem of the message, and how it stands there. */
export function rankSimilar(asked: ReadonlyMap<string, string>, things: readonly SimilarThing[]): Similar[] {
  const rarity = rarityOf(asked, things)
  const found = things
    .map((thing): Similar => {
      const parts = [...asked].flatMap(([stem, word]) => {
        const weight = weightIn(thing, stem) * (rarity.get(stem) ?? 0)
        return weight > 0 ? [{ word, weight }] : []
      })
      const because = parts.toSorted((a, b) => b.weight - a.weight).map(({ word }) => word)
      return { id: thing.id, score: parts.reduce((sum, { weight }) => sum + weight, 0), because: [...new Set(because)] }
    })
    .filter(({ score }) => score >= scoreLeast)
    .toSorted((a, b) => b.score - a.score)
  const best = found[0]?.score ?? 0
  return found
    .filter(({ score }) => score >= best * shareLeast)
    .slice(0, foundMax)
    .map((one) => ({ ...one, because: one.because.slice(0, becauseMax) }))
}

function weightIn({ dear, words, answered }: SimilarThing, stem: string): number {
  const before = answered.filter((message) => message.has(stem)).length
  const ofBefore = answered.length === 0 ? 0 : (before / answered.length) * answeredWeight
  return (dear.has(stem) ? dearWeight : words.has(stem) ? 1 : 0) + ofBefore
}

/** A word that few of them have says more than one that many have. */
function rarityOf(asked: ReadonlyMap<string, string>, things: readonly SimilarThing[]): Map<string, number> {
  const rarity = new Map<string, number>()
  for (const stem of asked.keys()) {
    const count = things.filter((thing) => weightIn(thing, stem) > 0).length
    if (count === 0 || (things.length >= manyThings && count > things.length * commonShare)) continue
    rarity.set(stem, Math.log(1 + (things.length + 1) / (count + 0.5)))
  }
  return rarity
}
