import { bucketCount, type Features } from '#triage/features.ts'
import { columnCount, columnOf, type Head, headNames } from '#triage/heads.ts'
import { signalCount } from '#triage/signals.ts'
import { addFeatures, addFindings, sharesOf } from '#triage/weigh.ts'
import { type Random, randomFrom } from './random.ts'

/** One sentence to learn from. `targets`: for each column how much it should be so; a head that is left out learns nothing from it. */
export type Example = {
  features: Features
  signals: Float64Array
  targets: Readonly<Partial<Record<Head, readonly number[]>>>
  weight: number
}
export type Weights = { hashed: Float32Array; signals: Float32Array; bias: Float64Array }

/** These five were chosen by what seeds say of seeds they were not learned from; nothing was chosen by the test set. */
const epochs = 10
const learningRate = 0.1
/** What is right to this much teaches nothing more. */
const errorLeast = 0.002
const pullToZero = 1e-4
/** How much a signal may be left out by chance, so that the words learn to do without it. */
const signalLoss = 0.1

/**
 * Learns the weights of all heads together: logistic regression (softmax for a head of several classes) by stochastic gradient
 * with the step of AdaGrad (J. Duchi, E. Hazan, Y. Singer, JMLR 2011) and a pull to zero. The order and every chance come from
 * `seed`: the same examples give the same weights to the last bit.
 */
export function trainHeads(examples: readonly Example[], seed: number): Weights {
  const trainer = new Trainer(randomFrom(seed))
  const order = Uint32Array.from(examples, (_, at) => at)
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    trainer.random.shuffle(order)
    for (const at of order) trainer.learn(examples[at] as Example)
  }
  return trainer.weights
}

class Trainer {
  readonly random: Random
  readonly weights: Weights = {
    hashed: new Float32Array(bucketCount * columnCount),
    signals: new Float32Array(signalCount * columnCount),
    bias: new Float64Array(columnCount),
  }
  readonly #seen = new Float32Array(bucketCount * columnCount)
  readonly #seenSignals = new Float32Array(signalCount * columnCount)
  readonly #seenBias = new Float64Array(columnCount)
  readonly #errors = new Float64Array(columnCount)

  constructor(random: Random) {
    this.random = random
  }

  learn(example: Example): void {
    const { features, weight } = example
    const signals = this.random.next() < signalLoss ? none : example.signals
    const logits = logitsOf(this.weights, features, signals)
    const errors = this.#errors
    errors.fill(0)
    for (const head of headNames) {
      const target = example.targets[head]
      if (target) errorsOf(errors, { logits, head, target, weight })
    }
    const { hashed, signals: ofSignals, bias } = this.weights
    for (let i = 0; i < features.buckets.length; i += 1) {
      const row = (features.buckets[i] as number) * columnCount
      const value = features.values[i] as number
      for (let column = 0; column < columnCount; column += 1) {
        const error = errors[column] as number
        if (error > errorLeast || error < -errorLeast) descend(hashed, this.#seen, row + column, error * value)
      }
    }
    for (let signal = 0; signal < signalCount; signal += 1) {
      const value = signals[signal] as number
      if (value === 0) continue
      for (let column = 0; column < columnCount; column += 1)
        descend(ofSignals, this.#seenSignals, signal * columnCount + column, (errors[column] as number) * value)
    }
    for (let column = 0; column < columnCount; column += 1)
      descend(bias, this.#seenBias, column, errors[column] as number)
  }
}

const none = new Float64Array(signalCount)

function descend(weights: Float32Array | Float64Array, seen: Float32Array | Float64Array, at: number, slope: number) {
  const weight = weights[at] as number
  const gradient = slope + pullToZero * weight
  const sum = (seen[at] as number) + gradient * gradient
  seen[at] = sum
  weights[at] = weight - (learningRate * gradient) / (Math.sqrt(sum) + 1e-6)
}

/** The logits of all columns, as `weigh` gives them of a finished model. */
export function logitsOf(weights: Weights, features: Features, signals: Float64Array): Float64Array {
  const logits = Float64Array.from(weights.bias)
  addFeatures(logits, weights.hashed, features)
  addFindings(logits, weights.signals, signals)
  return logits
}

type Told = { logits: Float64Array; head: Head; target: readonly number[]; weight: number }

function errorsOf(errors: Float64Array, { logits, head, target, weight }: Told): void {
  const shares = sharesOf(logits, head)
  const first = columnOf[head]
  for (let at = 0; at < target.length; at += 1)
    errors[first + at] = weight * ((shares[at] as number) - (target[at] as number))
}
