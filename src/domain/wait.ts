/** Until a moment; until they write again; or quiet until it grows: then what they write is heard, and only growth brings it back. */
export const waitKinds = ['time', 'answer', 'growth'] as const
export type WaitKind = (typeof waitKinds)[number]

const grownBy = 2
/** From one message to two is no growth that anybody means. */
const grownLeast = 2

/**
 * How far a conversation has spread: its messages, how often those were passed on, and the other conversations that tell of the same.
 */
export type Spread = { messages: number; reposts: number; alike: number }

export function spreadSum({ messages, reposts, alike }: Spread): number {
  return messages + reposts + alike
}

/** From how far on what had spread so far has grown: twice as far, and by two at least. */
export function grownFrom(spreadThen: number): number {
  return Math.max(spreadThen * grownBy, spreadThen + grownLeast)
}
