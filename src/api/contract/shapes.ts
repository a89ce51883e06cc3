import { z } from 'zod'
import { assessmentSchema, intents, labels, sentiments } from '#domain/assessment.ts'
import { conversationStates, conversationViews } from '#domain/conversation.ts'
import { correctionSchema, saidKinds, struckReasonSchema } from '#domain/correction.ts'
import { distributions } from '#domain/distribution.ts'
import { roleSchema } from '#domain/member.ts'
import { noiseReasonSchema } from '#domain/noise.ts'
import { partyKinds } from '#domain/party.ts'
import { postMediaSchema } from '#domain/post.ts'
import { postKinds } from '#domain/post-kind.ts'
import { afterReply, replyStates, visibilities } from '#domain/reply.ts'
import { waitKinds } from '#domain/wait.ts'
import { replyApprovalShape } from './approval-shapes.ts'
import { myAssistShape } from './assist-shapes.ts'
import { at, id, limitShape, namedShape, personShape, span, type Wire, words } from './basic-shapes.ts'
import { draftShape } from './draft-shapes.ts'
import { effectShape } from './effect-shapes.ts'
import { openingHoursShape } from './hours-shapes.ts'
import { houseStyleShape } from './house-style-shapes.ts'
import { riskShape } from './noise-shapes.ts'
import { clockShape, pledgeShape, promiseRuleShape } from './promise-shapes.ts'
import { overrideShape } from './promotion-shapes.ts'
import { keepingShape } from './retention-shapes.ts'
import { routingLineShape } from './routing-shapes.ts'
import { silenceReasonShape, silenceShape } from './silence-shapes.ts'
import { userShape } from './user-shapes.ts'

export * from './basic-shapes.ts'
export * from './listening-shapes.ts'
export * from './noise-shapes.ts'
export * from './promise-shapes.ts'
export * from './promotion-shapes.ts'
export * from './routing-shapes.ts'
export * from './user-shapes.ts'

export const memberShape = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  /** Nothing is given to them. */
  isAway: z.boolean(),
  departmentIds: z.array(id),
})

export const workspaceShape = z.object({
  id,
  name: z.string(),
  /** Its name in the addresses of the pages. */
  slug: z.string(),
  brands: z.array(z.string()),
  undoSeconds: z.int(),
  /** One author who goes on within so many minutes goes on in the same conversation; null never. */
  joinMinutes: z.int().nullable(),
  /** For how many days after an answer what happens is counted as after it. */
  effectDays: z.int(),
  /** Minutes to a first answer by urgency "0" to "3"; null is no promise. */
  promiseMinutes: z.record(z.enum(['0', '1', '2', '3']), z.int().positive().nullable()),
  /** When promises are counted; null is day and night. */
  openingHours: openingHoursShape.nullable(),
  /** Decides about what two departments keep handing each other. */
  coordinatorId: id.nullable(),
  /** Promises for messages of some kind, above those by urgency. */
  promiseRules: z.array(promiseRuleShape),
  houseStyle: houseStyleShape,
  /** Why a conversation may be closed without an answer; retired ones are for what was decided by them. */
  silenceReasons: z.array(silenceReasonShape),
  /** Whether the welcome was finished: a source and a topic exist. */
  isWelcomed: z.boolean(),
  /** A demo company: nothing of it leaves the machine. */
  isDemo: z.boolean(),
})

export const sessionShape = z.object({
  /** Nobody has an account here yet: the first visitor becomes the owner. */
  isFirstRun: z.boolean(),
  /** True when the server listens on this machine only; the first run asks less then. */
  user: userShape.nullable(),
  member: memberShape.nullable(),
  workspace: workspaceShape.nullable(),
  /** What a model may help this member with; absent where it is off. */
  assist: myAssistShape.optional(),
  workspaces: z.array(namedShape.extend({ slug: z.string(), isDemo: z.boolean() })),
  /** The program was started with --demo: whoever comes in is led to the demo company. */
  isDemoWanted: z.boolean(),
  /** The newest event of the workspace when this was read: the live line begins after it, so that nothing falls between. */
  eventId: z.int(),
})

export const authorShape = z.object({
  id,
  network: z.string(),
  handle: z.string(),
  name: z.string(),
  url: z.string().nullable(),
  /** Through our own media proxy. */
  avatarUrl: z.string().nullable(),
  bio: z.string().nullable(),
  followers: z.int().nullable(),
})

export const rowShape = z.object({
  id,
  key: z.string(),
  title: z.string(),
  state: z.enum(conversationStates),
  version: z.int(),
  network: z.string(),
  dueAt: at.nullable(),
  promisedMinutes: z.int().nullable(),
  waitUntil: at.nullable(),
  /** What it waits for; means nothing unless it is waiting. */
  waitsFor: z.enum(waitKinds).nullable(),
  latestAt: at,
  messageCount: z.int(),
  isUnread: z.boolean(),
  urgency: z.int(),
  sentiment: z.enum(sentiments),
  intent: z.enum(intents),
  lang: z.string(),
  owner: personShape.nullable(),
  department: namedShape.nullable(),
  author: authorShape.nullable(),
  /** The newest message that is not ours: its first 300 characters, and the matched words in them. */
  excerpt: z.object({ text: z.string(), spans: z.array(span), isDeleted: z.boolean() }),
  hasMedia: z.boolean(),
  /** Nobody answered what they said last: closing it asks for a reason. */
  needsDecision: z.boolean(),
  rating: z.number().nullable(),
  topics: z.array(namedShape),
  /** The newest answer that is not settled yet. */
  reply: z.object({ state: z.enum(replyStates), dueAt: at.nullable() }).nullable(),
  /** An answer that waits for approval: whose, since when, and whether it is mine to decide. */
  approval: z.object({ by: personShape.nullable(), askedAt: at, mayDecide: z.boolean() }).nullable(),
  /** A colleague who has words in the composer. */
  draftBy: personShape.nullable(),
  risk: riskShape,
  /** The same event in so many conversations, this one included. */
  story: z.object({ id, count: z.int() }).nullable(),
  /** Why it is noise, or was taken for it. */
  noise: noiseReasonSchema.nullable(),
})

export const pageShape = z.object({
  items: z.array(rowShape),
  /** Give it back as `after`; null at the end. */
  next: z.string().nullable(),
})

/** What somebody said of one label, and what triage had said of it. */
export const saidShape = z.object({
  kind: z.enum(saidKinds),
  label: z.enum(labels),
  value: z.string().nullable(),
  reason: struckReasonSchema.nullable(),
  said: z.string(),
  by: personShape.nullable(),
  at,
  takenBackBy: personShape.nullable(),
  takenBackAt: at.nullable(),
})

export const messageShape = z.object({
  id,
  /** The message it answers, when we have that one too. */
  parentId: id.nullable(),
  kind: z.enum(postKinds),
  isOwn: z.boolean(),
  author: authorShape,
  title: z.string().nullable(),
  text: z.string(),
  isCut: z.boolean(),
  /** It came by looking back, after the search that asked for it was made. */
  isFoundLater: z.boolean(),
  spans: z.array(span),
  lang: z.string(),
  url: z.string().nullable(),
  publishedAt: at,
  heardAt: at,
  editedAt: at.nullable(),
  deletedAt: at.nullable(),
  media: z.array(postMediaSchema),
  likes: z.int().nullable(),
  reposts: z.int().nullable(),
  replies: z.int().nullable(),
  rating: z.number().nullable(),
  topics: z.array(namedShape),
  /** What triage said, corrections laid over it. */
  assessment: assessmentSchema.nullable(),
  correction: correctionSchema.nullable(),
  correctedBy: personShape.nullable(),
  /** The history of what people said of its labels, the oldest first. */
  corrections: z.array(saidShape),
})

export const replyShape = z.object({
  id,
  mentionId: id,
  account: z.object({ id, handle: z.string(), name: z.string(), network: z.string() }).nullable(),
  text: z.string(),
  by: personShape,
  state: z.enum(replyStates),
  thenDo: z.enum(afterReply),
  /** When it leaves (ready, waiting), or when the outbox looks again (unknown). */
  dueAt: at.nullable(),
  /** The moment its writer chose; null is as soon as it may. */
  scheduledFor: at.nullable(),
  visibility: z.enum(visibilities),
  pileId: id.optional(),
  url: z.string().nullable(),
  /** True once we heard it back from the network: the proof that it stands. */
  isHeardBack: z.boolean(),
  problem: z.object({ kind: z.string(), why: words }).nullable(),
  /** Sent although the promotion gate stopped it. */
  override: overrideShape.nullable(),
  ...{ settledAt: at.nullable(), createdAt: at },
  /** What was seen after it; null where it does not stand. */
  effect: effectShape.nullable(),
  /** The models that helped to write it; absent where none did. */
  helpedBy: z.array(z.string()).optional(),
  /** The newest asking; only where approval was asked. */
  approval: replyApprovalShape.optional(),
})

export const noteShape = z.object({ id, by: personShape, text: z.string(), at })

/** One grey line in the thread: who did what, from the audit. */
export const happeningShape = z.object({
  id: z.int(),
  at,
  by: personShape.nullable(),
  action: z.string(),
  details: z.record(z.string(), z.unknown()),
})

export const accountShape = z.object({
  id,
  network: z.string(),
  networkName: z.string(),
  handle: z.string(),
  name: z.string(),
  avatarUrl: z.string().nullable(),
  url: z.string().nullable(),
  state: z.enum(['connected', 'reconnect', 'removed']),
  problem: z.object({ kind: z.string(), why: words }).nullable(),
  limits: limitShape.nullable(),
})

/** A conversation as a line in what we had with one author. */
export const contactShape = z.object({
  id,
  key: z.string(),
  title: z.string(),
  network: z.string(),
  state: z.enum(conversationStates),
  createdAt: at,
  latestAt: at,
  owner: personShape.nullable(),
  /** The tone of this author's first and of their newest message there. */
  firstSentiment: z.enum(sentiments),
  sentiment: z.enum(sentiments),
  /** Their own messages in it. */
  messageCount: z.int(),
  isAnswered: z.boolean(),
  /** The reason by which it was closed without an answer. */
  silence: z.string().nullable(),
})

/** Who is asked beside the owner: a colleague or a department. */
export const partyShape = z.object({
  id,
  kind: z.enum(partyKinds),
  member: personShape.nullable(),
  department: personShape.nullable(),
  reason: z.string(),
  askedBy: personShape.nullable(),
  /** The rule that asked, where no colleague did. */
  ruleName: z.string().nullable(),
  askedAt: at,
  answeredAt: at.nullable(),
})

export const conversationShape = rowShape.omit({ excerpt: true, draftBy: true, reply: true, approval: true }).extend({
  createdAt: at,
  parties: z.array(partyShape),
  /** The open ones first, the soonest on top. */
  pledges: z.array(pledgeShape),
  /** The newest decision not to answer, or that it was answered by another way; null where there is none. */
  silence: silenceShape.nullable(),
  /** What was merged into it and can be taken apart again. */
  merged: z.array(z.object({ id, key: z.string(), title: z.string() })),
  /** How long each department had it while the customer waited, longest first; null is the time at none. */
  shares: z.array(z.object({ department: personShape.nullable(), ms: z.number() })),
  /** What was promised: what runs, what is broken, and what was kept, the oldest first. */
  clocks: z.array(clockShape),
  messages: z.array(messageShape),
  replies: z.array(replyShape),
  notes: z.array(noteShape),
  happenings: z.array(happeningShape),
  /** I want to hear nothing of it until then; a null end is for good. */
  muted: z.object({ until: at.nullable() }).nullable(),
  /** When it goes if nothing more happens in it; null never. What is kept whatever its age says why. */
  keeping: keepingShape,
  /** Each time rules placed it, the oldest first. */
  routings: z.array(routingLineShape),
  drafts: z.array(draftShape),
  /** As whom an answer can be given here. Empty: connect an account, or answer by hand (assisted). */
  accounts: z.array(accountShape),
  can: z.object({
    /** The network has an interface for replies. When false, only an assisted answer is possible. */
    reply: z.boolean(),
    like: z.boolean(),
    removeReply: z.boolean(),
    /** It knows answers that only one person reads. */
    direct: z.boolean(),
  }),
  networkName: z.string(),
  /** Earlier conversations with the same author, newest first, at most 5. */
  earlier: z.array(contactShape),
})

export const presenceShape = z.object({
  conversationId: id,
  by: personShape,
  isTyping: z.boolean(),
  /** How much longer this holds without another sign. */
  leftMs: z.int(),
})

export const viewCountsShape = z.object({
  mine: z.int(),
  /** A colleague waits for my advice, or for that of a department I am in. */
  asked: z.int(),
  /** An answer of a colleague waits for my approval. */
  approve: z.int(),
  unowned: z.int(),
  waiting: z.int(),
  all: z.int(),
  noise: z.int(),
  /** Open conversations of each department. */
  departments: z.record(z.string(), z.int()),
  /** Replies that need a person: never hidden. */
  needsPerson: z.int(),
  /** Answers that wait for a moment of their own. */
  scheduled: z.int(),
})

/** A view under a name of its own, with what it is narrowed by. */
export const savedViewShape = z.object({
  id,
  name: z.string(),
  /** For everybody here; otherwise for whoever made it. */
  isShared: z.boolean(),
  isMine: z.boolean(),
  ask: z.object({
    view: z.enum(conversationViews),
    q: z.string().optional(),
    network: z.string().optional(),
    sentiment: z.string().optional(),
    lang: z.string().optional(),
    topicId: id.optional(),
    departmentId: id.optional(),
    silence: z.string().optional(),
    sort: z.literal('urgent').optional(),
  }),
})

export const departmentShape = z.object({
  id,
  name: z.string(),
  /** `in_turn`: what rules place in it is given to whoever's turn it is. */
  distribution: z.enum(distributions),
  memberIds: z.array(id),
  /** How many open conversations a member has at most before they are given another; without end for who is not named. */
  capacities: z.record(z.string(), z.int()),
})

export const invitationShape = z.object({
  id,
  email: z.string(),
  role: roleSchema,
  expiresAt: at,
  /** Only in the answer that makes it. */
  link: z.string().optional(),
})

export type Row = Wire<z.infer<typeof rowShape>>
export type Conversation = Wire<z.infer<typeof conversationShape>>
export type Message = Wire<z.infer<typeof messageShape>>
export type ReplyView = Wire<z.infer<typeof replyShape>>
export type Contact = Wire<z.infer<typeof contactShape>>
export type Presence = Wire<z.infer<typeof presenceShape>>
export type Session = Wire<z.infer<typeof sessionShape>>
export type Author = Wire<z.infer<typeof authorShape>>
export type AccountView = Wire<z.infer<typeof accountShape>>
export type MemberView = Wire<z.infer<typeof memberShape>>
export type DepartmentView = Wire<z.infer<typeof departmentShape>>
export type SavedView = Wire<z.infer<typeof savedViewShape>>
export type Party = Wire<z.infer<typeof partyShape>>
export type ViewCounts = Wire<z.infer<typeof viewCountsShape>>
