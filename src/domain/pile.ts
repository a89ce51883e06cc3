import { fillSlots, type SlotValues } from './slots.ts'

/** Answering many who say the same, without being one who says the same to many. */

/** One answer to more than so many is an announcement: that is a post of one's own. */
export const pileMax = 60
/** The very same words to more people than this is what networks take for spam, and people too. */
export const sameWordsMax = 3
export const spreadMinutesMax = 120
/** Even when all go at once: a person could not have pressed the button faster. */
const leastApartMs = 4_000
const minuteMs = 60_000

/**
 * How long after the first each of `count` answers leaves, in ms: spread evenly over `minutes`, each moved within half its room by `share` (0 to 1
 * each, asked once an answer), so that they do not tick like a clock. The first leaves at once; they keep their order.
 */
export function spreadOver(count: number, minutes: number, share: () => number): number[] {
  const room = count > 1 ? Math.max((minutes * minuteMs) / (count - 1), leastApartMs) : 0
  return Array.from({ length: count }, (_, at) => (at === 0 ? 0 : Math.round(room * at - (share() * room) / 2)))
}

/** The words for one of them, by what is known of whom it is for. */
export function fillWording(wording: string, known: SlotValues): string {
  return fillSlots(wording, known)
}

/** Texts that more people than `sameWordsMax` would get word for word, each with how many. */
export function wornOut(texts: readonly string[]): { text: string; count: number }[] {
  const groups = Map.groupBy(texts, (text) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().toLowerCase())
  return [...groups.values()]
    .filter((group) => group.length > sameWordsMax)
    .map((group) => ({ text: group[0] ?? '', count: group.length }))
}
