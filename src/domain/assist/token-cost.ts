import type { ModelMessage } from './assist-task.ts'

const utf8 = new TextEncoder()
/** What a server wraps around every message. */
const perMessage = 16
/** Two bytes to one is more than tokenisers need for what people write to each other. */
const bytesPerToken = 2

/** Tokens of a text before anybody has counted them: rather too many. */
export function tokensOf(text: string): number {
  return Math.ceil(utf8.encode(text).length / bytesPerToken)
}

export function tokensOfAll(messages: readonly ModelMessage[]): number {
  return messages.reduce((sum, { content }) => sum + tokensOf(content) + perMessage, 0)
}

/** In the money of the prices, which are for a million. */
export function costOf(prices: { priceIn: number; priceOut: number }, tokens: { in: number; out: number }): number {
  return (tokens.in * prices.priceIn + tokens.out * prices.priceOut) / 1_000_000
}

/**
 * What the server says it counted, where that can be: it may count otherwise than we do, and neither below nothing nor more tokens than
 * there were bytes.
 */
export function plausibleTokens(said: unknown, text: string): number | undefined {
  const most = utf8.encode(text).length + 2_000
  return typeof said === 'number' && Number.isSafeInteger(said) && said >= 0 && said <= most ? said : undefined
}

/** When the calendar month began, in UTC, as bills have it. */
export function billMonth(now: Date): string {
  return now.toISOString().slice(0, 7)
}
