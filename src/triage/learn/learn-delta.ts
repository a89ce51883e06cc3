import { addRows, type PackedDelta } from '#triage/delta.ts'
import { bucketCount, type Features } from '#triage/features.ts'
import { columnCount, columnOf, type Head, headNames } from '#triage/heads.ts'
import { sharesOf } from '#triage/weigh.ts'
import { randomFrom } from './random.ts'

/** A post that people judged: what the model and the rules make of it, and what is right. A head nobody spoke of teaches nothing. */
export type Lesson = {
  features: Features
  /** With everything that counts, except what corrections taught. */
  logits: Float64Array
  targets: Readonly<Partial<Record<Head, Target>>>
}
/** How much each class should be so, and how much this lesson counts. */
export type Target = { shares: readonly number[]; weight: number }

/** These were chosen on the labelled tweets that `npm run triage:eval` measures lifts on when they are beside the project. */
const epochs = 12
const learningRate = 0.1
/** Thirty times that of the model itself: few lessons may not say much. */
const pullToZero = 0.003
/** What is right to this much teaches nothing more. */
const errorLeast = 0.002
/** The buckets with the largest weights; the others are let go, which is measured with the rest. */
const rowsMax = 8_000
const chance = 5

/**
 * Learns what must be added to the logits so that the lessons come out right, and as little as that takes: logistic regression from
 * zero, with the step of AdaGrad and a strong pull back to zero. The same lessons in the same order give the same weights to the last bit.
 */
export function learnDelta(lessons: readonly Lesson[], temperature: Readonly<Record<Head, number>>): PackedDelta {
  const learner = new Learner(temperature)
  const random = randomFrom(chance)
  const order = Uint32Array.from(lessons, (_, at) => at)
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    random.shuffle(order)
    for (const at of order) learner.learn(lessons[at] as Lesson)
  }
  return learner.pack()
}

class Learner {
  readonly #temperature: Readonly<Record<Head, number>>
  readonly #weights = new Float32Array(bucketCount * columnCount)
  readonly #seen = new Float32Array(bucketCount * columnCount)
  readonly #bias = new Float32Array(columnCount)
  readonly #seenBias = new Float32Array(columnCount)
  readonly #errors = new Float64Array(columnCount)
  readonly #logits = new Float64Array(columnCount)

  constructor(temperature: Readonly<Record<Head, number>>) {
    this.#temperature = temperature
  }

  learn(lesson: Lesson): void {
    this.#judge(lesson)
    const { buckets, values } = lesson.features
    for (let column = 0; column < columnCount; column += 1) {
      const error = this.#errors[column] as number
      if (error < errorLeast && error > -errorLeast) continue
      descend(this.#bias, this.#seenBias, column, error)
      for (let i = 0; i < buckets.length; i += 1)
        descend(this.#weights, this.#seen, (buckets[i] as number) * columnCount + column, error * (values[i] as number))
    }
  }

  /** How far each column is off. */
  #judge({ features, logits, targets }: Lesson): void {
    this.#logits.set(logits)
    addRows(this.#logits, features, { rowOf: undefined, weights: this.#weights, bias: this.#bias })
    this.#errors.fill(0)
    for (const head of headNames) {
      const target = targets[head]
      if (!target) continue
      const shares = sharesOf(this.#logits, head, this.#temperature[head])
      target.shares.forEach((share, at) => {
        this.#errors[columnOf[head] + at] = target.weight * ((shares[at] as number) - share)
      })
    }
  }

  pack(): PackedDelta {
    const rowFrom = (bucket: number) => this.#weights.subarray(bucket * columnCount, (bucket + 1) * columnCount)
    const sizes = Float32Array.from({ length: bucketCount }, (_, bucket) =>
      rowFrom(bucket).reduce((most, weight) => Math.max(most, Math.abs(weight)), 0),
    )
    const largest = Array.from(sizes.keys())
      .filter((bucket) => (sizes[bucket] as number) > 0)
      .toSorted((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b)
    const buckets = Uint16Array.from(largest.slice(0, rowsMax)).toSorted()
    const weights = new Float32Array(buckets.length * columnCount)
    buckets.forEach((bucket, row) => {
      weights.set(rowFrom(bucket), row * columnCount)
    })
    return { buckets, weights, bias: this.#bias }
  }
}

function descend(weights: Float32Array, seen: Float32Array, at: number, slope: number): void {
  const weight = weights[at] as number
  const gradient = slope + pullToZero * weight
  const sum = (seen[at] as number) + gradient * gradient
  seen[at] = sum
  weights[at] = weight - (learningRate * gradient) / (Math.sqrt(sum) + 1e-6)
}
