import type { Random } from './random.ts'

export type Fillers = Readonly<Record<string, readonly string[]>>

const alternatives = /\[([^[\]]*)\]/gu
const slot = /\{(\w+)\}/gu

/** One sentence of a seed: an alternative of each group and a filling for each slot, by chance. */
export function expandSeed(text: string, fillers: Fillers, random: Random): string {
  const chosen = text.replaceAll(alternatives, (_, group: string) => random.pick(group.split('|')))
  const filled = new Map<string, string>()
  return chosen.replaceAll(slot, (_, name: string) => {
    const before = filled.get(name)
    // One brand in one post; two numbers may differ.
    if (before !== undefined && (name === 'brand' || name === 'other')) return before
    const filling = random.pick(fillers[name] ?? [name])
    filled.set(name, filling)
    return filling
  })
}

/** In how many sentences a seed opens, not counting what fills its slots. */
export function variantsOf(text: string): number {
  return [...text.matchAll(alternatives)].reduce((product, [, group = '']) => product * group.split('|').length, 1)
}
