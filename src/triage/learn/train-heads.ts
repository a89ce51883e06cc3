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
/** Where learning begins, when not at zero. */
export type Prior = Pick<Weights, 'hashed' | 'signals'>
type Start = { seed: number; prior?: Prior | undefined }
export type Weights = { hashed: Float32Array; signals: Float32Array; bias: Float64Array }

/** These were chosen by what seeds say of seeds they were not learned from; nothing was chosen by the test set. */
const epochs = 10
/** The mean of so many turns, each in another order: which example came last moves the weights less. */
const turns = 3
const learningRate = 0.1
/** What is right to this much teaches nothing more. */
const errorLeast = 0.002
/** To zero, or to where a weight began. */
const pullBack = 1e-4
/** How much a signal may be left out by chance, so that the words learn to do without it. */
const signalLoss = 0.1

/**
 * Learns the weights of all heads together: logistic regression (softmax for a head of several classes) by stochastic gradient
 * with the step of AdaGrad (J. Duchi, E. Hazan, Y. Singer, JMLR 2011) and a pull back to where a weight began: to zero, or to
 * the prior. The order and every chance come from `seed`: the same examples give the same weights to the last bit.
 */
export function trainHeads(examples: readonly Example[], { seed, prior }: Start): Weights {
  const [first, ...others] = Array.from({ length: turns }, (_, turn) =>
    trainOnce(examples, { seed: seed + turn * 1_000, prior }),
  ) as [Weights, ...Weights[]]
  for (const part of ['hashed', 'signals', 'bias'] as const) {
    const mean = first[part]
    for (let at = 0; at < mean.length; at += 1)
      mean[at] = others.reduce((sum, other) => sum + (other[part][at] as number), mean[at] as number) / turns
  }
  return first
}

/** One turn of it. */
export function trainOnce(examples: readonly Example[], { seed, prior }: Start): Weights {
  const trainer = new Trainer(randomFrom(seed), prior)
  const order = Uint32Array.from(examples, (_, at) => at)
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    trainer.random.shuffle(order)
    for (const at of order) trainer.learn(examples[at] as Example)
  }
  return trainer.weights
}

/** Weights being learned, with what AdaGrad has seen of each, and where each began. */
type Learning = { weights: Float32Array | Float64Array; seen: Float32Array; start: Float32Array | undefined }

class Trainer {
  readonly random: Random
  readonly weights: Weights = {
    hashed: new Float32Array(bucketCount * columnCount),
    signals: new Float32Array(signalCount * columnCount),
    bias: new Float64Array(columnCount),
  }
  readonly #hashed: Learning
  readonly #signals: Learning
  readonly #bias: Learning
  readonly #errors = new Float64Array(columnCount)

  constructor(random: Random, prior: Prior | undefined) {
    this.random = random
    const { hashed, signals, bias } = this.weights
    if (prior) {
      hashed.set(prior.hashed)
      signals.set(prior.signals)
    }
    const learning = (weights: Float32Array | Float64Array, start?: Float32Array): Learning => {
      return { weights, seen: new Float32Array(weights.length), start }
    }
    this.#hashed = learning(hashed, prior?.hashed)
    this.#signals = learning(signals, prior?.signals)
    this.#bias = learning(bias)
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
    const wrong = this.#wrongColumns()
    for (let i = 0; i < features.buckets.length; i += 1)
      descendRow(this.#hashed, (features.buckets[i] as number) * columnCount, {
        wrong,
        errors,
        value: features.values[i] as number,
      })
    for (let signal = 0; signal < signalCount; signal += 1) {
      const value = signals[signal] as number
      if (value === 0) continue
      for (let column = 0; column < columnCount; column += 1)
        descend(this.#signals, signal * columnCount + column, (errors[column] as number) * value)
    }
    for (let column = 0; column < columnCount; column += 1) descend(this.#bias, column, errors[column] as number)
  }

  /** What an example teaches anything about: after a few turns that is little, and the rest need not be looked at for each word. */
  #wrongColumns(): number[] {
    const wrong: number[] = []
    this.#errors.forEach((error, column) => {
      if (error > errorLeast || error < -errorLeast) wrong.push(column)
    })
    return wrong
  }
}

const none = new Float64Array(signalCount)

function descend({ weights, seen, start }: Learning, at: number, slope: number): void {
  const weight = weights[at] as number
  const gradient = slope + pullBack * (weight - (start ? (start[at] as number) : 0))
  const sum = (seen[at] as number) + gradient * gradient
  seen[at] = sum
  weights[at] = weight - (learningRate * gradient) / (Math.sqrt(sum) + 1e-6)
}

type Slopes = { wrong: readonly number[]; errors: Float64Array; value: number }

/** The same for one row of the hashed weights, written out: nine tenths of learning are spent here. */
function descendRow({ weights, seen, start }: Learning, row: number, { wrong, errors, value }: Slopes): void {
  for (let i = 0; i < wrong.length; i += 1) {
    const column = wrong[i] as number
    const at = row + column
    const weight = weights[at] as number
    const gradient = (errors[column] as number) * value + pullBack * (weight - (start ? (start[at] as number) : 0))
    const sum = (seen[at] as number) + gradient * gradient
    seen[at] = sum
    weights[at] = weight - (learningRate * gradient) / (Math.sqrt(sum) + 1e-6)
  }
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
