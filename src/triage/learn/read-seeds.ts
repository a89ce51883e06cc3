import { z } from 'zod'
import { type Intent, intents } from '#domain/assessment.ts'

/** What a person says of a post. `mixed`: both are strong. */
export type Labels = {
  sentiment: 'negative' | 'neutral' | 'positive' | 'mixed'
  intent: Exclude<Intent, 'unsure'>
  urgency: 0 | 1 | 2 | 3
  isAngry: boolean
  isSarcastic: boolean
}
export type Seed = { text: string; labels: Labels; brand?: string; id?: string }

const known = intents.filter((intent) => intent !== 'unsure')
const labelsPattern = new RegExp(
  `^(negative|neutral|positive|mixed) (${known.join('|')}) ([0-3])( angry)?( sarcastic)?$`,
  'u',
)
const seedSchema = z.looseObject({
  labels: z.string().regex(labelsPattern),
  text: z.string().min(1).max(1_000),
  brand: z.string().optional(),
  id: z.string().optional(),
})

/** Reads a file of the corpus: one JSON object a line. Throws with file and line where one is not as corpus/README.md says. */
export function readSeeds(jsonl: string, file: string): Seed[] {
  return jsonl.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return []
    const parsed = seedSchema.safeParse(parseJson(line))
    if (!parsed.success) throw new Error(`${file}:${at + 1}: ${z.prettifyError(parsed.error)}`)
    const { labels, ...seed } = parsed.data
    return [{ text: seed.text, brand: seed.brand, id: seed.id, labels: readLabels(labels) }]
  })
}

/** `negative complaint 1 angry` as labels. */
export function readLabels(words: string): Labels {
  const [, sentiment, intent, urgency, angry, sarcastic] = labelsPattern.exec(words) ?? []
  if (!sentiment || !intent) throw new Error(`“${words}” are no labels; see corpus/README.md.`)
  return {
    sentiment: sentiment as Labels['sentiment'],
    intent: intent as Labels['intent'],
    urgency: Number(urgency) as Labels['urgency'],
    isAngry: angry !== undefined,
    isSarcastic: sarcastic !== undefined,
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
