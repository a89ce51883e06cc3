/**
 * How long to wait before the next try: "full jitter" (M. Brooker, Exponential Backoff And Jitter, AWS Architecture Blog,
 * 2015): anywhere between zero and the doubled bound, so that those who failed together do not return together.
 * A floor keeps a lucky zero from hammering. Milliseconds.
 */
export function backOffMs(input: {
  failuresInRow: number
  firstMs: number
  mostMs: number
  random?: () => number
}): number {
  const { failuresInRow, firstMs, mostMs, random = Math.random } = input
  const boundMs = Math.min(mostMs, firstMs * 2 ** Math.min(failuresInRow, 30))
  return Math.max(firstMs / 2, Math.round(random() * boundMs))
}
