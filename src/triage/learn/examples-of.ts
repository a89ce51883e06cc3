import { type Head, heads } from '#triage/heads.ts'
import { type Reading, readPost } from '#triage/read-post.ts'
import { expandSeed, variantsOf } from './expand-seed.ts'
import { numberOf, randomFrom } from './random.ts'
import type { Corpus } from './read-corpus.ts'
import type { Labels, Seed } from './read-seeds.ts'
import type { Example } from './train-heads.ts'

/** A seed opens in at most so many sentences. */
const sentencesMost = 4
/** How often the name is not known as ours: nicknames and misspellings are everywhere. */
const nameLost = 0.12
/** How often the marks at the end are left out, and capitals with them. */
const marksLost = 0.1

/** The sentences of one seed, always the same ones, with a weight that lets a seed count once however many they are. */
export function examplesOf(seed: Seed, { fillers, ...reading }: Omit<Corpus, 'seeds' | 'whole'>): Example[] {
  const random = randomFrom(numberOf(seed.text))
  const count = Math.min(sentencesMost, variantsOf(seed.text) + 1)
  const targets = targetsOf(seed.labels)
  return Array.from({ length: count }, () => {
    const text = expandSeed(seed.text, fillers, random)
    const brands = random.next() < nameLost ? [] : seed.brand ? [seed.brand] : (fillers.brand ?? [])
    const written = random.next() < marksLost ? text.toLowerCase().replace(/[.!?…]+$/u, '') : text
    return exampleOf(written, { reading, brands, targets, weight: sentencesMost / count / 2 })
  })
}

type How = { reading: Reading; brands: readonly string[]; targets: Example['targets']; weight: number }

export function exampleOf(text: string, { reading, brands, targets, weight }: How): Example {
  const { features, signals } = readPost(text, brands, reading)
  return { features, signals, targets, weight }
}

/** How much each class should be so. Of two strong feelings each is a half. */
export function targetsOf({
  sentiment,
  intent,
  urgency,
  isAngry,
  isSarcastic,
}: Labels): Record<Head, readonly number[]> {
  return {
    sentiment: sentiment === 'mixed' ? [0.5, 0, 0.5] : only('sentiment', sentiment),
    intent: only('intent', intent),
    urgency: only('urgency', String(urgency)),
    anger: [isAngry ? 1 : 0],
    sarcasm: [isSarcastic ? 1 : 0],
  }
}

function only(head: Head, one: string): number[] {
  return heads[head].map((name) => (name === one ? 1 : 0))
}
