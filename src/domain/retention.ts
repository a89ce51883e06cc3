/** How long what was said is kept, counted from the last that happened in its conversation. Null is "until somebody removes it". */
export type Retention = { unansweredDays: number | null; answeredDays: number | null }

/** What new workspaces begin with. */
export const advisedRetention = { unansweredDays: 90, answeredDays: 365 } as const satisfies Retention

export const retentionDaysMin = 30
/** Five years. */
export const retentionDaysMax = 1826

/** What can be chosen on the screen; anything between can be asked for. */
export const retentionChoices = [30, 60, 90, 180, 365, 730, 1095, 1826] as const

export const holdReasonMax = 500

/** What was answered never goes before what was not. */
export function areInOrder({ unansweredDays, answeredDays }: Retention): boolean {
  if (answeredDays === null) return true
  return unansweredDays !== null && answeredDays >= unansweredDays
}

/** How much would go, or went. */
export type ErasedCounts = { conversations: number; messages: number }
