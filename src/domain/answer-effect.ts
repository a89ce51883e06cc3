import type { Assessment, Sentiment } from './assessment.ts'
import { type Bounds, countBounds } from './doubt.ts'

/** What was seen after an answer, the one that says most; `waiting` while the window is open and nothing was. */
export const effectOutcomes = [
  'waiting',
  'thanked',
  'complained',
  'replied',
  'elsewhere',
  'deleted',
  'edited',
  'quiet',
] as const
export type EffectOutcome = (typeof effectOutcomes)[number]

export const toneChanges = ['better', 'same', 'worse', 'unclear'] as const
export type ToneChange = (typeof toneChanges)[number]

export const spreadChanges = ['less', 'more', 'unclear'] as const
export type SpreadChange = (typeof spreadChanges)[number]

export const effectDaysDefault = 14
export const effectDaysMax = 90
/** Of one kind so many messages are named. */
export const effectMessagesMax = 20
/** How long before and after an answer the messages of its thread are counted. */
export const spreadHours = 24

/** How sure one must be of a tone, and of both together, before a change is told. */
const toneFloor = 0.5
/** With fewer messages in a thread nothing can be said of how it spreads. */
const spreadFloor = 6
const hourMs = 3_600_000

export type SaidTone = { mentionId: string; class: Exclude<Sentiment, 'unsure'>; p: number }
export type ToneMove = { before: SaidTone; after: SaidTone; change: ToneChange; p: number }
export type ThreadSpread = {
  before: number
  after: number
  hoursBefore: number
  hoursAfter: number
  change: SpreadChange
}

/** Ids and figures; the words stay where they are. */
export type AnswerEffect = {
  outcome: EffectOutcome
  thanked: string[]
  complained: string[]
  /** All they said in the thread after it, what is named above included. */
  replied: string[]
  /** What they said of us in other threads. */
  elsewhere: string[]
  deletedAt: string | null
  editedAt: string | null
  /** Null where one of both is not known. */
  tone: ToneMove | null
  /** Null where too little was said in the thread. */
  spread: ThreadSpread | null
}

/** A message of whoever was answered, with what is said of it, corrections laid over. */
export type EffectMessage = {
  id: string
  isInThread: boolean
  at: Date
  deletedAt: Date | null
  editedAt: Date | null
  /** Do its words thank us? */
  isThanks: boolean
  assessment: Assessment | null
}
export type EffectInput = {
  sentAt: Date
  untilAt: Date
  now: Date
  answeredId: string
  /** The person's messages under all their names, before and after, in any order. */
  messages: readonly EffectMessage[]
  /** What others and they said in the thread, without ours: its first moment, and how many in the hours around the answer. */
  thread: { firstAt: Date | null; before: number; after: number }
}

/**
 * What was seen after an answer. Nothing here says that it was because of it: who thanks us may have been helped elsewhere. A message counts
 * as after it when it was published between the answer and the end of the window.
 */
export function answerEffect(input: EffectInput): AnswerEffect {
  const { sentAt, untilAt, now } = input
  const inOrder = input.messages.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const before = inOrder.filter(({ at }) => at <= sentAt)
  const after = inOrder.filter(({ at }) => at > sentAt && at <= untilAt)
  const touched = before.filter(({ isInThread }) => isInThread)
  const named = {
    thanked: after.filter((one) => one.isInThread && one.isThanks),
    complained: after.filter((one) => isComplaint(one.assessment)),
    replied: after.filter((one) => one.isInThread),
    elsewhere: after.filter((one) => !one.isInThread),
  }
  const within = (at: Date | null): at is Date => at !== null && at > sentAt && at <= untilAt
  const deletedAt = touched.map((one) => one.deletedAt).findLast(within)
  const edited = touched.filter((one) => one.deletedAt === null)
  const editedAt = edited.map((one) => one.editedAt).findLast(within)
  const seen = { ...named, isDeleted: deletedAt !== undefined, isEdited: editedAt !== undefined }
  return {
    outcome: outcomeOf(seen, now >= untilAt),
    thanked: idsOf(named.thanked),
    complained: idsOf(named.complained),
    replied: idsOf(named.replied),
    elsewhere: idsOf(named.elsewhere),
    deletedAt: deletedAt?.toISOString() ?? null,
    editedAt: editedAt?.toISOString() ?? null,
    tone: toneMove(toneBefore(touched, input.answeredId), after.map(toneOf).findLast((one) => one !== null) ?? null),
    spread: spreadOf(input),
  }
}

function isComplaint(assessment: Assessment | null): boolean {
  if (!assessment) return false
  const { intent, sentiment } = assessment
  return (
    (intent.top === 'complaint' && (intent.p.complaint ?? 0) >= toneFloor) ||
    (sentiment.class === 'negative' && sentiment.p >= toneFloor)
  )
}

type Seen = Record<'thanked' | 'complained' | 'replied' | 'elsewhere', readonly EffectMessage[]> & {
  isDeleted: boolean
  isEdited: boolean
}

/** Where somebody thanked and complained, the later of both says how it stands. */
function outcomeOf(seen: Seen, isOver: boolean): EffectOutcome {
  const [thanks, complaint] = [seen.thanked.at(-1), seen.complained.at(-1)]
  if (thanks && (!complaint || thanks.at >= complaint.at)) return 'thanked'
  if (complaint) return 'complained'
  if (seen.replied.length > 0) return 'replied'
  if (seen.isDeleted) return 'deleted'
  if (seen.elsewhere.length > 0) return 'elsewhere'
  if (seen.isEdited) return 'edited'
  return isOver ? 'quiet' : 'waiting'
}

function idsOf(messages: readonly EffectMessage[]): string[] {
  return messages.slice(-effectMessagesMax).map(({ id }) => id)
}

/** Of the message that was answered; where that says nothing, of the one before it. */
function toneBefore(messages: readonly EffectMessage[], answeredId: string): SaidTone | null {
  const answered = messages.find(({ id }) => id === answeredId)
  return (answered && toneOf(answered)) ?? messages.map(toneOf).findLast((one) => one !== null) ?? null
}

function toneOf({ id, assessment }: EffectMessage): SaidTone | null {
  if (!assessment?.isAssessed && assessment?.sentiment.p !== 1) return null
  const { class: tone, p } = assessment.sentiment
  return tone === 'unsure' ? null : { mentionId: id, class: tone, p }
}

const rank = { negative: -1, mixed: 0, neutral: 0, positive: 1 } as const

/** `p`: how sure it is that both tones are what triage took them for. */
function toneMove(before: SaidTone | null, after: SaidTone | null): ToneMove | null {
  if (!before || !after) return null
  const p = before.p * after.p
  const step = rank[after.class] - rank[before.class]
  const isClear = before.p >= toneFloor && after.p >= toneFloor && p >= toneFloor
  const change = !isClear ? 'unclear' : step > 0 ? 'better' : step < 0 ? 'worse' : 'same'
  return { before, after, change, p }
}

/** Messages an hour before and after; more or less only where chance does not explain it. */
function spreadOf({ sentAt, now, thread }: EffectInput): ThreadSpread | null {
  const { firstAt, before, after } = thread
  if (!firstAt || before + after < spreadFloor) return null
  const hoursBefore = hoursBetween(firstAt, sentAt)
  const hoursAfter = hoursBetween(sentAt, now)
  if (hoursBefore < 1 || hoursAfter < 1) return null
  const [then, since] = [perHour(before, hoursBefore), perHour(after, hoursAfter)]
  const change = since.high < then.low ? 'less' : since.low > then.high ? 'more' : 'unclear'
  return { before, after, hoursBefore, hoursAfter, change }
}

function hoursBetween(from: Date, to: Date): number {
  return Math.min(spreadHours, (to.getTime() - from.getTime()) / hourMs)
}

function perHour(count: number, hours: number): Bounds {
  const { low, high } = countBounds(count)
  return { low: low / hours, high: high / hours }
}

/** What is left of it when the person is forgotten: that it was so, and not which messages said so. */
export function withoutIds(effect: AnswerEffect): AnswerEffect {
  const nameless = (tone: SaidTone): SaidTone => ({ ...tone, mentionId: '' })
  const tone = effect.tone && {
    ...effect.tone,
    before: nameless(effect.tone.before),
    after: nameless(effect.tone.after),
  }
  return { ...effect, thanked: [], complained: [], replied: [], elsewhere: [], tone }
}
