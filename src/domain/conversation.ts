import type { Urgency } from './assessment.ts'

/** `merged`: its messages stand in another one, to which its key leads. No view shows it. */
export const conversationStates = ['open', 'waiting', 'done', 'noise', 'merged'] as const
export type ConversationState = (typeof conversationStates)[number]

export const conversationViews = ['mine', 'asked', 'approve', 'unowned', 'waiting', 'all', 'done', 'noise'] as const
export type ConversationView = (typeof conversationViews)[number]

/** What people say on the telephone: WH-4182. */
export function conversationKey(number: number): string {
  return `WH-${number}`
}

export function numberOfKey(key: string): number | undefined {
  const match = /^WH-(\d{1,9})$/iu.exec(key)
  return match ? Number(match[1]) : undefined
}

/** A day: what comes later is another talk. */
export const joinMinutesMax = 1_440

const titleMax = 72

/** A title until somebody gives a better one: the first sentence, cut at a word. */
export function titleFrom(text: string, title?: string): string {
  const line = (title?.trim() || text.trim().split(/(?<=[.!?…])\s|\n/u)[0] || '').replace(/\s+/gu, ' ').trim()
  if (line.length <= titleMax) return line
  const cut = line.slice(0, titleMax)
  const atWord = cut.slice(0, Math.max(cut.lastIndexOf(' '), titleMax / 2))
  return `${atWord.trimEnd()}…`
}

/** How long until a first answer was promised, by urgency; minutes. `null`: no promise. */
export type PromiseMinutes = Record<`${Urgency}`, number | null>

export const defaultPromiseMinutes: PromiseMinutes = { '0': null, '1': 480, '2': 120, '3': 30 }

/** Groups of the list, by what was promised. `noHurry` holds what has no promise. */
export type PromiseGroup = 'now' | 'withinHour' | 'today' | 'later' | 'noHurry'

const minuteMs = 60_000

/** `now` is under 15 minutes or past. `today` ends with the day of whoever reads it; a promise may fall after a weekend. */
export function promiseGroup(dueAt: Date | null, now: Date): PromiseGroup {
  if (!dueAt) return 'noHurry'
  const leftMs = dueAt.getTime() - now.getTime()
  if (leftMs < 15 * minuteMs) return 'now'
  if (leftMs < 60 * minuteMs) return 'withinHour'
  return dueAt.toDateString() === now.toDateString() ? 'today' : 'later'
}
