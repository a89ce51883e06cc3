import type { Member } from './member.ts'
import { isAtLeast } from './role.ts'

/** What happened on a day, or from one day to another, in the words of a member. Days by the calendar of the workspace: `2026-11-30`. */
export type AnnotationInput = { day: string; untilDay: string | null; words: string }

export const annotationLimits = {
  words: 200,
  /** Of one workspace: more than that, and nobody knows any more what is noted. */
  kept: 2_000,
}

/** One's own, and those of everybody from a lead on. What was noted by somebody who left is a lead's. */
export function mayChangeAnnotation(madeBy: string | null, member: Pick<Member, 'id' | 'role'>): boolean {
  return madeBy === member.id || isAtLeast(member.role, 'lead')
}
