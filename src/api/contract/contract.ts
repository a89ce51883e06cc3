import { z } from 'zod'
import { correctionSchema } from '#domain/assessment.ts'
import { conversationViews } from '#domain/conversation.ts'
import { interfaceLanguages, roleSchema } from '#domain/member.ts'
import { afterReply, replyTextMax, undoSecondsMax } from '#domain/reply.ts'
import { sourceStates } from '#domain/source.ts'
import { topicInputSchema, topicQueryMax, topicStates } from '#domain/topic.ts'
import * as shape from './shapes.ts'

/**
 * Everything the program can be asked over HTTP, in one table: the routes, the OpenAPI document, the handlers' types and
 * the browser's types all come from here. `who`: `anyone`, a signed-in `user`, or a `member` of the workspace that
 * the session is in. The workspace is never part of a question: it comes from the session.
 */
export type Route = {
  who: 'anyone' | 'user' | 'member'
  says: string
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  answer: z.ZodType
}

const byId = z.object({ id: shape.id })
const nothing = z.object({})
const name = z.string().trim().min(1).max(120)
const email = z.email().max(254)
const password = z.string().min(10).max(256)
const version = z.int().positive()
/** What changed, for the screen to lay over what it shows. */
const changed = z.object({ id: shape.id, version: z.int() })

export const contract = {
  // -- session
  'GET /api/health': {
    who: 'anyone',
    says: 'Is the program well?',
    answer: z.object({ status: z.literal('ok'), version: z.string() }),
  },
  'GET /api/session': { who: 'anyone', says: 'Who am I, and where?', answer: shape.sessionShape },
  'POST /api/first-run': {
    who: 'anyone',
    says: 'The first visitor becomes the owner. Refused (409) once anybody has an account.',
    body: z.object({ name, email, password, workspaceName: name, lang: z.enum(interfaceLanguages) }),
    answer: shape.sessionShape,
  },
  'POST /api/sign-in': {
    who: 'anyone',
    says: 'Sign in with e-mail address and password.',
    body: z.object({ email, password: z.string().max(256) }),
    answer: shape.sessionShape,
  },
  'POST /api/sign-out': { who: 'user', says: 'End this session.', body: nothing, answer: nothing },
  'PATCH /api/me': {
    who: 'user',
    says: 'My name, language, theme and password.',
    body: z.object({
      name: name.optional(),
      lang: z.enum(interfaceLanguages).optional(),
      theme: z.enum(['system', 'light', 'dark']).optional(),
      password: z.object({ current: z.string(), next: password }).optional(),
    }),
    answer: shape.sessionShape,
  },
  'POST /api/me/workspace': {
    who: 'user',
    says: 'Go to another workspace of mine.',
    body: z.object({ workspaceId: shape.id }),
    answer: shape.sessionShape,
  },
  'GET /api/invitations/{token}': {
    who: 'anyone',
    says: 'What an invitation offers.',
    params: z.object({ token: z.string().max(128) }),
    answer: z.object({ workspaceName: z.string(), email: z.string(), isKnown: z.boolean() }),
  },
  'POST /api/invitations/{token}': {
    who: 'anyone',
    says: 'Accept an invitation: a new account, or one that exists (its password is asked).',
    params: z.object({ token: z.string().max(128) }),
    body: z.object({ name, password, lang: z.enum(interfaceLanguages) }),
    answer: shape.sessionShape,
  },

  // -- the team
  'PATCH /api/workspace': {
    who: 'member',
    says: 'Settings of the workspace.',
    body: z.object({
      name: name.optional(),
      brands: z.array(name).max(50).optional(),
      undoSeconds: z.int().min(0).max(undoSecondsMax).optional(),
      promiseMinutes: shape.workspaceShape.shape.promiseMinutes.optional(),
    }),
    answer: shape.workspaceShape,
  },
  'GET /api/members': {
    who: 'member',
    says: 'Everybody here.',
    answer: z.object({ members: z.array(shape.memberShape), invitations: z.array(shape.invitationShape) }),
  },
  'PATCH /api/members/{id}': {
    who: 'member',
    says: 'Role and departments of a member.',
    params: byId,
    body: z.object({ role: roleSchema.optional(), departmentIds: z.array(shape.id).max(100).optional() }),
    answer: shape.memberShape,
  },
  'DELETE /api/members/{id}': {
    who: 'member',
    says: 'A member leaves. What they wrote stays; their open conversations go back to "no owner yet".',
    params: byId,
    answer: nothing,
  },
  'POST /api/invitations': {
    who: 'member',
    says: 'Invite a colleague; the link is in the answer, once.',
    body: z.object({ email, role: roleSchema, departmentIds: z.array(shape.id).max(100).default([]) }),
    answer: shape.invitationShape,
  },
  'DELETE /api/invitations/{id}': { who: 'member', says: 'Withdraw an invitation.', params: byId, answer: nothing },
  'GET /api/departments': { who: 'member', says: 'The departments.', answer: z.array(shape.departmentShape) },
  'POST /api/departments': {
    who: 'member',
    says: 'A new department.',
    body: z.object({ name, memberIds: z.array(shape.id).max(500).default([]) }),
    answer: shape.departmentShape,
  },
  'PATCH /api/departments/{id}': {
    who: 'member',
    says: 'Name and members of a department.',
    params: byId,
    body: z.object({ name: name.optional(), memberIds: z.array(shape.id).max(500).optional() }),
    answer: shape.departmentShape,
  },
  'DELETE /api/departments/{id}': {
    who: 'member',
    says: 'Remove a department; its conversations and topics stay, without one.',
    params: byId,
    answer: nothing,
  },

  // -- listening
  'GET /api/connectors': {
    who: 'member',
    says: 'The networks we know, what each can, and the forms to set them up.',
    answer: z.array(shape.connectorShape),
  },
  'GET /api/sources': {
    who: 'member',
    says: 'Where we listen, and how fresh it is.',
    answer: z.array(shape.sourceShape),
  },
  'POST /api/sources/try': {
    who: 'member',
    says: 'Look once without saving: what would be heard.',
    body: z.object({ connector: z.string().max(64), settings: z.unknown(), accountId: shape.id.optional() }),
    answer: shape.triedShape,
  },
  'POST /api/sources': {
    who: 'member',
    says: 'Listen to a new source.',
    body: z.object({
      connector: z.string().max(64),
      name: name.optional(),
      settings: z.unknown(),
      accountId: shape.id.optional(),
    }),
    answer: shape.sourceShape,
  },
  'PATCH /api/sources/{id}': {
    who: 'member',
    says: 'Rename, pause, resume, change the settings, or ask again now.',
    params: byId,
    body: z.object({
      name: name.optional(),
      state: z.enum(sourceStates).optional(),
      settings: z.unknown().optional(),
      askNow: z.boolean().optional(),
    }),
    answer: shape.sourceShape,
  },
  'DELETE /api/sources/{id}': {
    who: 'member',
    says: 'Stop listening to a source. What was heard stays.',
    params: byId,
    answer: nothing,
  },
  'GET /api/topics': { who: 'member', says: 'What we listen for.', answer: z.array(shape.topicShape) },
  'POST /api/topics/check': {
    who: 'member',
    says: 'Does this query read well, what does it say, and what would it have found?',
    body: z.object({ query: z.string().max(topicQueryMax) }),
    answer: shape.queryCheckShape,
  },
  'POST /api/topics': {
    who: 'member',
    says: 'Listen for a new topic.',
    body: topicInputSchema,
    answer: shape.topicShape,
  },
  'PATCH /api/topics/{id}': {
    who: 'member',
    says: 'Change a topic.',
    params: byId,
    body: topicInputSchema.partial().extend({ state: z.enum(topicStates).optional() }),
    answer: shape.topicShape,
  },
  'DELETE /api/topics/{id}': {
    who: 'member',
    says: 'Stop listening for a topic. Its mentions stay.',
    params: byId,
    answer: nothing,
  },
  'POST /api/welcome': {
    who: 'member',
    says: 'From "what do people call you?" to a topic and the sources that need no key.',
    body: z.object({ names: z.array(name).min(1).max(20), excluded: z.array(name).max(50).default([]) }),
    answer: z.object({ topic: shape.topicShape, sources: z.array(shape.sourceShape) }),
  },

  // -- the inbox
  'GET /api/views': {
    who: 'member',
    says: 'How many open conversations each view has.',
    answer: shape.viewCountsShape,
  },
  'GET /api/conversations': {
    who: 'member',
    says: 'A page of a view. `mine`, `unowned` and `all` are open ones, most pressing promise first; `waiting` by when; `done` newest first.',
    query: z.object({
      view: z.enum(conversationViews).default('all'),
      q: z.string().trim().max(500).optional(),
      network: z.string().max(64).optional(),
      sentiment: z.string().max(64).optional(),
      lang: z.string().max(35).optional(),
      topicId: shape.id.optional(),
      departmentId: shape.id.optional(),
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answer: shape.pageShape,
  },
  'GET /api/conversations/{id}': {
    who: 'member',
    says: 'One conversation, whole. The id, or its key (WH-4182).',
    params: z.object({ id: z.string().max(64) }),
    answer: shape.conversationShape,
  },
  'POST /api/conversations/{id}/claim': {
    who: 'member',
    says: 'Mine. Refused (409, with who) when somebody else has it, unless `takeOver`.',
    params: byId,
    body: z.object({ takeOver: z.boolean().default(false) }),
    answer: changed,
  },
  'POST /api/conversations/{id}/release': {
    who: 'member',
    says: 'Not mine any more.',
    params: byId,
    body: nothing,
    answer: changed,
  },
  'POST /api/conversations/{id}/finish': {
    who: 'member',
    says: 'Done. With a version: refused (409) when it changed since.',
    params: byId,
    body: z.object({ version: version.optional() }),
    answer: changed,
  },
  'POST /api/conversations/{id}/reopen': {
    who: 'member',
    says: 'Open again; also the undo of done and wait.',
    params: byId,
    body: nothing,
    answer: changed,
  },
  'POST /api/conversations/{id}/wait': {
    who: 'member',
    says: 'Out of sight until then; a new message brings it back sooner.',
    params: byId,
    body: z.object({ until: z.iso.datetime({ offset: true }) }),
    answer: changed,
  },
  'POST /api/conversations/{id}/hand-over': {
    who: 'member',
    says: 'To a colleague or a department. The promise to the customer keeps running.',
    params: byId,
    body: z.object({
      memberId: shape.id.nullable().default(null),
      departmentId: shape.id.nullable().default(null),
      reason: z.string().trim().max(1_000).default(''),
    }),
    answer: changed,
  },
  'PATCH /api/conversations/{id}': {
    who: 'member',
    says: 'A title in our own words.',
    params: byId,
    body: z.object({ title: z.string().trim().min(1).max(200) }),
    answer: changed,
  },
  'PUT /api/conversations/{id}/read': {
    who: 'member',
    says: 'I have seen it, or (false) want to see it as new again.',
    params: byId,
    body: z.object({ isRead: z.boolean() }),
    answer: nothing,
  },
  'POST /api/conversations/{id}/notes': {
    who: 'member',
    says: 'For colleagues only; it never leaves the house.',
    params: byId,
    body: z.object({ text: z.string().trim().min(1).max(replyTextMax) }),
    answer: shape.noteShape,
  },
  'PUT /api/mentions/{id}/correction': {
    who: 'member',
    says: 'What triage should have said. Wins at once and is kept.',
    params: byId,
    body: correctionSchema,
    answer: nothing,
  },
  'POST /api/mentions/{id}/like': {
    who: 'member',
    says: 'Like it, as one of our accounts.',
    params: byId,
    body: z.object({ accountId: shape.id }),
    answer: nothing,
  },

  // -- answering
  'GET /api/accounts': { who: 'member', says: 'As whom we can speak.', answer: z.array(shape.accountShape) },
  'POST /api/accounts': {
    who: 'member',
    says: 'Connect an account, or connect it again. Tried at once; its notifications become a source.',
    body: z.object({ connector: z.string().max(64), credentials: z.unknown() }),
    answer: shape.accountShape,
  },
  'DELETE /api/accounts/{id}': {
    who: 'member',
    says: 'Forget the credentials and stop. Replies that wait for it are stopped too.',
    params: byId,
    answer: nothing,
  },
  'PUT /api/conversations/{id}/draft': {
    who: 'member',
    says: 'Kept as one types. An empty text removes it.',
    params: byId,
    body: z.object({ kind: z.enum(['reply', 'note']), text: z.string().max(replyTextMax) }),
    answer: nothing,
  },
  'POST /api/conversations/{id}/replies': {
    who: 'member',
    says: 'Answer. It is held on the server for the undo time and then goes out. Refused (409, with who) when somebody was faster. Without an account: an assisted answer, posted by hand.',
    params: byId,
    body: z.object({
      mentionId: shape.id,
      accountId: shape.id.nullable(),
      text: z.string().trim().min(1).max(replyTextMax),
      thenDo: z.enum(afterReply).default('done'),
      waitUntil: z.iso.datetime({ offset: true }).optional(),
      version,
    }),
    answer: shape.replyShape,
  },
  'POST /api/replies/{id}/undo': {
    who: 'member',
    says: 'Take it back before it leaves; the text becomes the draft again. Refused (409) once it left.',
    params: byId,
    body: nothing,
    answer: shape.replyShape,
  },
  'POST /api/replies/{id}/settle': {
    who: 'member',
    says: 'A person says what happened: it stands there (with its link), it does not (send again), or let it go.',
    params: byId,
    body: z.discriminatedUnion('what', [
      z.object({ what: z.literal('stands'), url: z.url().optional() }),
      z.object({ what: z.literal('send_again') }),
      z.object({ what: z.literal('let_go') }),
    ]),
    answer: shape.replyShape,
  },
  'POST /api/replies/{id}/remove': {
    who: 'member',
    says: 'Delete a sent reply on the network.',
    params: byId,
    body: nothing,
    answer: shape.replyShape,
  },
} as const satisfies Record<string, Route>

export type Contract = typeof contract
export type RouteName = keyof Contract

type Part<R, K extends string> = R extends Record<K, infer S extends z.ZodType> ? S : never
type Input<R, K extends string> = [Part<R, K>] extends [never] ? unknown : { [P in K]: z.input<Part<R, K>> }

/** What the browser gives with a question: `params`, `query` and `body` where the route has them. */
export type Ask<N extends RouteName> = Input<Contract[N], 'params'> &
  Partial<Input<Contract[N], 'query'>> &
  Input<Contract[N], 'body'>
/** What it gets back: moments are ISO strings. */
export type Answer<N extends RouteName> = shape.Wire<z.infer<Contract[N]['answer']>>

/** Every refusal looks like this. `message` is for people; `code` is for programs. */
export type ApiProblem = { error: { code: string; message: string; details: Record<string, unknown> } }
