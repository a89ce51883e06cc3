/**
 * How likely a count is, when so many are expected and counts spread more than chance alone would have it.
 *
 * A count is negative binomial: a Poisson count whose rate is itself uncertain by a gamma of that shape. Its variance is
 * `mean + mean²/shape`; a shape without bound is Poisson. (Noufaily et al., Statistics in Medicine 32 (2013), for why surveillance of small counts
 * asks for its quantiles rather than for standard deviations.)
 */
export type Expected = {
  /** Messages. */
  mean: number
  /** Large: as regular as chance. Small: bursts are usual. */
  shape: number
}

const termsMax = 20_000
const shapeMax = 1e9
const smallestShare = 1e-12

/** The base-10 logarithm of the chance of this many or more; 0 for what is no more than expected. Never below -300. */
export function logTail(count: number, { mean, shape }: Expected): number {
  // Below the mean the sum from above would be long, and its answer would be "nothing unusual" all the same.
  if (count <= 0 || count <= mean) return 0
  if (mean <= 0) return -300
  const r = Math.min(shape, shapeMax)
  const first = logChance(count, mean, r)
  const step = mean / (r + mean)
  let [sum, term] = [1, 1]
  for (let k = count; k < count + termsMax; k += 1) {
    term *= ((k + r) / (k + 1)) * step
    sum += term
    if (term < sum * smallestShare) break
  }
  return Math.min(0, Math.max(-300, (first + Math.log(sum)) / Math.LN10))
}

/** The smallest count that is exceeded with no more than this chance. */
export function countExceeded({ mean, shape }: Expected, chance: number): number {
  if (mean <= 0) return 0
  const r = Math.min(shape, shapeMax)
  let below = 0
  for (let count = 0; count < termsMax; count += 1) {
    below += Math.exp(logChance(count, mean, r))
    if (1 - below <= chance) return count
  }
  return termsMax
}

/** The natural logarithm of the chance of exactly this many. */
function logChance(count: number, mean: number, r: number): number {
  const some = count === 0 ? 0 : count * Math.log(mean / (r + mean))
  return logGammaRatio(r, count) - logGamma(count + 1) + some - r * Math.log1p(mean / r)
}

/** ln Γ(r + n) − ln Γ(r). For a large r the difference of two large numbers would lose all digits: there it is a sum of logarithms. */
function logGammaRatio(r: number, n: number): number {
  if (r < 1e6 || n > termsMax) return logGamma(r + n) - logGamma(r)
  let sum = 0
  for (let k = 0; k < n; k += 1) sum += Math.log(r + k)
  return sum
}

const stirlingFrom = 12

/** ln Γ(x) for x > 0: Stirling's series (Abramowitz and Stegun 6.1.41), reached by Γ(x + 1) = x Γ(x). Exact to 1e-10. */
export function logGamma(x: number): number {
  let [shifted, before] = [x, 0]
  while (shifted < stirlingFrom) {
    before += Math.log(shifted)
    shifted += 1
  }
  const [inverse, square] = [1 / shifted, 1 / (shifted * shifted)]
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)))
  return (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - before
}

/**
 * The base-10 logarithm of the chance that this many or more of all are of a kind, whose usual share is `mean` with a doubt that is worth
 * `weight` messages (beta-binomial). 0 when it is no more than usual.
 */
export function logShareTail(some: number, all: number, { mean, weight }: { mean: number; weight: number }): number {
  if (all <= 0 || some / all <= mean) return 0
  const [a, b] = [Math.max(mean * weight, 1e-3), Math.max((1 - mean) * weight, 1e-3)]
  let log = Number.NEGATIVE_INFINITY
  for (let k = some; k <= all; k += 1) {
    const term = logChoose(all, k) + logBeta(k + a, all - k + b) - logBeta(a, b)
    const high = Math.max(log, term)
    log = high + Math.log(Math.exp(log - high) + Math.exp(term - high))
    if (term < log - 30) break
  }
  return Math.min(0, Math.max(-300, log / Math.LN10))
}

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b)
const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
