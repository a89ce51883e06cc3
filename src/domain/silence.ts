import type { PolicyStrategy } from './policy.ts'

/** Why nobody answers, in the words of this house. Retired: nobody chooses it any more, and what was decided by it stays readable. */
export type SilenceReason = {
  id: string
  name: string
  /** When it fits, in one sentence. */
  says: string
  /** Looked at again after so many days; null is never, unless whoever decides says when. */
  reviewDays: number | null
  /** It is no reason without a moment to look again. */
  isReviewNeeded: boolean
  /** Comes first where the policy advises this and no answer. */
  strategy: PolicyStrategy | null
  isRetired: boolean
}

export const silenceReasonsMax = 30
export const silenceNameMax = 60
export const silenceSaysMax = 200
export const silenceNoteMax = 300
export const reviewDaysMax = 730
/** The id of a reason stands in addresses and in decisions, for good. */
export const silenceIdPattern = /^[a-z0-9][a-z0-9-]{0,39}$/u

/** What came of it: it was answered by another way, or deliberately not at all. */
export const silenceKinds = ['elsewhere', 'silence'] as const
export type SilenceKind = (typeof silenceKinds)[number]

/**
 * Why it does not stand any more: its moment came, it spread, they wrote again, a colleague opened it, it was merged, or whoever decided took it
 * back at once, and then it was never one.
 */
export const silenceEnds = ['review', 'growth', 'author', 'hand', 'merged', 'taken_back'] as const
export type SilenceEnd = (typeof silenceEnds)[number]

/** What is said with a closing that nobody answered. */
export type SilenceChoice =
  | { kind: 'elsewhere'; note: string }
  | { kind: 'silence'; reasonId: string; note: string; reviewAt: Date | null; ownerId: string | null }

export type SilenceProblem = 'unknown' | 'retired' | 'no_review' | 'past' | 'too_far'

const dayMs = 86_400_000

/** What is wrong with a choice, or undefined. */
export function silenceProblem(
  { reasonId, reviewAt }: { reasonId: string; reviewAt: Date | null },
  { reasons, now }: { reasons: readonly SilenceReason[]; now: Date },
): SilenceProblem | undefined {
  const reason = reasons.find(({ id }) => id === reasonId)
  if (!reason) return 'unknown'
  if (reason.isRetired) return 'retired'
  if (reason.isReviewNeeded && !reviewAt) return 'no_review'
  if (reviewAt && reviewAt <= now) return 'past'
  if (reviewAt && reviewAt.getTime() > now.getTime() + reviewDaysMax * dayMs) return 'too_far'
  return undefined
}

/** The moment that stands ready for a reason: so many days on, at nine in the morning of whoever decides. */
export function reviewMoment({ reviewDays }: Pick<SilenceReason, 'reviewDays'>, now: Date): Date | null {
  if (reviewDays === null) return null
  const at = new Date(now)
  at.setDate(at.getDate() + reviewDays)
  at.setHours(9, 0, 0, 0)
  return at
}

type Advised = { answers: boolean; strategy: PolicyStrategy }
/** Those one can choose: what the policy advises first, then what was chosen last, then as they stand. */
export function reasonsInOrder(
  reasons: readonly SilenceReason[],
  { advised, lastId }: { advised: Advised | undefined; lastId: string | undefined },
): SilenceReason[] {
  const open = reasons.filter(({ isRetired }) => !isRetired)
  const first =
    (advised && !advised.answers ? open.find(({ strategy }) => strategy === advised.strategy) : undefined) ??
    open.find(({ id }) => id === lastId)
  return first ? [first, ...open.filter((one) => one !== first)] : open
}

/** What is saved, with what was there and is missing now: nothing that was decided by it may lose its name. */
export function withRetired(after: readonly SilenceReason[], before: readonly SilenceReason[]): SilenceReason[] {
  const missing = before.filter(({ id }) => !after.some((one) => one.id === id))
  return [...after, ...missing.map((one) => ({ ...one, isRetired: true }))]
}
