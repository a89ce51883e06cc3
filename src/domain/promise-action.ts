import type { ClockKind } from './promise-clock.ts'

/** So long before the end of the time, a part of it before the end, or when it has passed. */
export type ActionWhen = { kind: 'before'; minutes: number } | { kind: 'share'; percent: number } | { kind: 'broken' }

/** Whom a notice is for. Nobody there to be told: then those who lead are. */
export const audiences = ['owner', 'department', 'leads', 'everybody'] as const
export type Audience = (typeof audiences)[number]

export type ActionDoes =
  | { kind: 'raise' }
  | { kind: 'release' }
  | { kind: 'to_department'; departmentId: string }
  | { kind: 'to_member'; memberId: string }
  | { kind: 'notify'; to: Audience }
  | { kind: 'notify_member'; memberId: string }

/** What is done by itself when a promise comes near its end, or is past it. `clock` null is every clock of the rule. */
export type PromiseAction = { id: string; clock: ClockKind | null; when: ActionWhen; does: ActionDoes }

export const warnMinutesMax = 10_080

/** With so many minutes left of the promised ones it is time. */
export function minutesLeftAt(when: ActionWhen, promisedMinutes: number): number {
  switch (when.kind) {
    case 'before':
      return Math.min(when.minutes, promisedMinutes)
    case 'share':
      return Math.round((promisedMinutes * when.percent) / 100)
    case 'broken':
      return 0
  }
}
