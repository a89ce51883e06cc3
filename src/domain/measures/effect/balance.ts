import type { WaitingMessage } from './waiting-message.ts'
import type { Side } from './weigh-pairs.ts'

/** How far those who were answered and the others are apart in one trait, in units of how much it differs: 0.1 and less is alike (Austin 2009). */
export type Balance = { trait: number; before: number; after: number }

type Given = { messages: readonly WaitingMessage[]; sides: readonly Side[]; windowMinutes: number }

/** Before: all who were answered beside all who were not. After: both sides of the pairs. Traits are on one scale already. */
export function balanceOf({ messages, sides }: Given): Balance[] {
  const width = messages[0]?.traits.length ?? 0
  const [ours, others] = [
    messages.filter(({ answeredAfter }) => answeredAfter !== null),
    messages.filter(({ answeredAfter }) => answeredAfter === null),
  ]
  return Array.from({ length: width }, (_, trait) => {
    const all = (of: readonly WaitingMessage[]) => mean(of.map(({ traits }) => [traits[trait] ?? 0, 1]))
    const side = (isAnswered: boolean) =>
      mean(sides.filter((one) => one.isAnswered === isAnswered).map(({ x, weight }) => [x[trait] ?? 0, weight]))
    return { trait, before: all(ours) - all(others), after: side(true) - side(false) }
  })
}

function mean(values: readonly (readonly [number, number])[]): number {
  const weight = values.reduce((sum, [, one]) => sum + one, 0)
  return weight === 0 ? 0 : values.reduce((sum, [value, one]) => sum + value * one, 0) / weight
}
