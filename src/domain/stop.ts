/** The stop switch: nothing goes out until somebody says that it may. */

export const stopReasonMax = 200

/** What becomes of that which waited: it goes out, is a draft again, or is looked at one by one. */
export const resumeWays = ['send', 'drafts', 'look'] as const
export type ResumeWay = (typeof resumeWays)[number]

/** What waited longer than this is looked at before it goes out: the world went on meanwhile. */
export const freshMinutesUsual = 15
export const freshMinutesMax = 120

export type Waited = { heldAt: Date | null; scheduledFor: Date | null }

/** May it go out without being looked at? What is not due yet was not kept from anybody. */
export function isFresh({ heldAt }: Waited, { now, freshMinutes }: { now: Date; freshMinutes: number }): boolean {
  return heldAt === null || now.getTime() - heldAt.getTime() <= freshMinutes * 60_000
}
