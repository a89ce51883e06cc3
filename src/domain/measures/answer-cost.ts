import { type Measure, measureOf } from './measure.ts'

/** What a workspace says its work costs. Null where nobody said so: nothing is guessed. */
export type CostSettings = { currency: string; hourCost: number | null; sourceCosts: Record<string, number> }
export const plainCosts: CostSettings = { currency: 'EUR', hourCost: null, sourceCosts: {} }

/** Whoever took longer did something else in between, or their work began before we could see it. */
export const minutesMost = 30
/** What a source costs is said of a month: this many days. */
const monthDays = 365.25 / 12
const hourMinutes = 60
const z = 1.96

export type SourceWork = { id: string; name: string; network: string; mentions: number; answers: number }
export type CostGiven = {
  settings: CostSettings
  days: number
  /** How many answers left, and how many times one was written: an answer to a pile is written once. */
  answers: number
  written: number
  /** The minutes of those of which it can be told. */
  minutes: readonly number[]
  /** What helped writing cost, of the model. */
  assist: number
  sources: readonly SourceWork[]
}
export type SourceCost = SourceWork & { cost: number | null; perMention: number | null; perAnswer: number | null }
export type AnswerCost = {
  minutes: Measure
  /** All in the money of the settings; null where it cannot be told. */
  writing: number | null
  assist: number
  listening: number | null
  perAnswer: number | null
  sources: SourceCost[]
}

/** What answering cost in a time: the minutes of colleagues, the model that helped, and what was listened to. */
export function answerCost({ settings, days, answers, written, minutes, assist, sources }: CostGiven): AnswerCost {
  const each = minutesOf(minutes)
  const { hourCost, sourceCosts } = settings
  const writing =
    hourCost === null || (each.value === null && written > 0)
      ? null
      : (written * (each.value ?? 0) * hourCost) / hourMinutes
  const costs = sources.map((source): SourceCost => {
    const month = sourceCosts[source.id]
    const cost = month === undefined ? null : (month * days) / monthDays
    return { ...source, cost, perMention: shareOf(cost, source.mentions), perAnswer: shareOf(cost, source.answers) }
  })
  const known = costs.filter(({ cost }) => cost !== null)
  const listening = known.length === 0 ? null : known.reduce((sum, { cost }) => sum + (cost ?? 0), 0)
  const all = writing === null ? null : writing + assist + (listening ?? 0)
  return { ...{ minutes: each, writing, assist, listening, perAnswer: shareOf(all, answers) }, sources: costs }
}

function shareOf(cost: number | null, of: number): number | null {
  return cost === null || of === 0 ? null : cost / of
}

/** The mean, since that is what is paid; its doubt is that of chance. */
function minutesOf(minutes: readonly number[]): Measure {
  const sample = minutes.length
  if (sample === 0) return measureOf(null, { low: 0, high: minutesMost, sample })
  const mean = minutes.reduce((sum, one) => sum + one, 0) / sample
  const squares = minutes.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  const reach = sample > 1 ? z * Math.sqrt(squares / (sample - 1) / sample) : mean
  return measureOf(mean, { low: Math.max(0, mean - reach), high: mean + reach, sample })
}
