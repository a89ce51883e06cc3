/** What the writer did next: said something in another tone than before, in the same, in one that cannot be told, or took the message away. */
export const nextSigns = ['milder', 'same', 'harsher', 'unclear', 'deleted'] as const
export type NextSign = (typeof nextSigns)[number]

/**
 * A message of somebody else, from when it was published until they do the next thing. Everything after it is in minutes. It was answered when our answer came before
 * that next thing; who is answered after writing again was answered for the newer message, which is one of its own.
 */
export type WaitingMessage = {
  /** Who wrote it: what one person does is not several witnesses. */
  author: string
  /** Only messages that are the same in this are compared: network, tone, whether we answered in the thread before. */
  stratum: string
  /** What is known of it when it is published, in figures; the same places for every message. */
  traits: readonly number[]
  /** Of the week, by the clock on the wall: 0 is Monday at midnight. */
  publishedMinute: number
  answeredAfter: number | null
  /** Which cell of the table it belongs to, where it was answered. */
  cell: string | null
  nextAfter: number | null
  next: NextSign | null
  isThanks: boolean
  /** For how long it was watched. */
  seenFor: number
}

/** The clock on the wall: nobody answers at night, and fewer write. */
export const dayParts = ['office', 'evening', 'night'] as const
export type DayPart = (typeof dayParts)[number]

const dayMinutes = 1_440
const workdays = 5
const turns = [
  { at: 0, part: 'night' },
  { at: 7 * 60, part: 'evening' },
  { at: 8 * 60, part: 'office' },
  { at: 18 * 60, part: 'evening' },
  { at: 23 * 60, part: 'night' },
] as const

/** Which part of the day it is, and in how many minutes that ends. */
export function dayPartAt(minuteOfWeek: number): { part: DayPart; left: number } {
  const day = Math.floor(minuteOfWeek / dayMinutes) % 7
  const minute = minuteOfWeek - Math.floor(minuteOfWeek / dayMinutes) * dayMinutes
  const at = turns.findLastIndex((turn) => turn.at <= minute)
  const part = turns[at]?.part ?? 'night'
  const left = (turns[at + 1]?.at ?? dayMinutes) - minute
  return { part: part === 'office' && day >= workdays ? 'evening' : part, left }
}
