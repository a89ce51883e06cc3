import type { z } from 'zod'
import type { accountShape, conversationShape, messageShape, replyShape, rowShape } from '#api/contract/shapes.ts'
import { type App, connectorsIn } from '#app.ts'
import { conversationKey } from '#domain/conversation.ts'
import { corrected } from '#domain/correction.ts'
import { joinSpans } from '#domain/span.ts'
import type { ConversationMessage, ReadConversation } from '#inbox/read-conversation.ts'
import type { PageRow } from '#inbox/read-page.ts'
import { presentAuthor } from './present-author.ts'
import { presentKeeping } from './present-keeping.ts'
import { presentMedia } from './present-media.ts'
import { presentContact } from './present-person.ts'
import { presentClock, presentPledge } from './present-promise.ts'

type RowAnswer = z.output<typeof rowShape>
type MessageAnswer = z.output<typeof messageShape>
type ConversationAnswer = z.output<typeof conversationShape>

export function presentRow(app: App, row: PageRow): RowAnswer {
  const { number, text, isDeleted, spans, sortKey: _, author, ...rest } = row
  return {
    ...rest,
    key: conversationKey(number),
    dueAt: moment(row.dueAt),
    waitUntil: moment(row.waitUntil),
    latestAt: new Date(row.latestAt),
    sentiment: row.sentiment as RowAnswer['sentiment'],
    intent: row.intent as RowAnswer['intent'],
    author: author && presentAuthor(app, author),
    excerpt: { text: text ?? '', spans: joinSpans(spans).map(([start, end]) => [start, end]), isDeleted },
    approval: row.approval && { ...row.approval, askedAt: new Date(row.approval.askedAt) },
    reply: row.reply && {
      state: row.reply.state as NonNullable<RowAnswer['reply']>['state'],
      dueAt: moment(row.reply.dueAt),
    },
  }
}

function moment(text: string | null): Date | null {
  return text ? new Date(text) : null
}

export function presentConversation(
  app: App,
  read: ReadConversation,
  mine: {
    replies: z.output<typeof replyShape>[]
    accounts: z.output<typeof accountShape>[]
    muted: ConversationAnswer['muted']
  },
): ConversationAnswer {
  const { row } = read
  const connector = connectorsIn(app, row.workspaceId).get(row.network)
  const idByNative = new Map(read.messages.map(({ mention }) => [mention.nativeId, mention.id]))
  const latest = read.messages.findLast(({ mention }) => !mention.isOwn)
  return {
    id: row.id,
    key: conversationKey(row.number),
    title: row.title,
    state: row.state,
    version: row.version,
    network: row.network,
    networkName: connector?.name ?? row.network,
    dueAt: row.dueAt,
    promisedMinutes: row.promisedMinutes,
    waitUntil: row.waitUntil,
    waitsFor: row.waitsFor,
    latestAt: row.latestAt,
    createdAt: row.createdAt,
    clocks: read.clocks.flatMap(presentClock),
    messageCount: row.messageCount,
    isUnread: read.isUnread,
    urgency: row.urgency,
    sentiment: row.sentiment,
    intent: row.intent,
    lang: row.lang,
    owner: read.owner,
    department: read.department,
    author: read.author && presentAuthor(app, read.author),
    hasMedia: read.messages.some(({ mention }) => mention.media.length > 0),
    rating: latest?.mention.rating ?? null,
    topics: read.topics,
    risk: { sum: row.risk, level: row.riskLevel, parts: row.riskParts },
    story: read.story,
    parties: read.parties,
    pledges: read.pledges.map(presentPledge),
    silence: read.silence,
    needsDecision: read.needsDecision,
    shares: read.shares,
    keeping: presentKeeping(read.keeping),
    merged: read.merged.map(({ id, number, title }) => ({ id, key: conversationKey(number), title })),
    noise: row.noise,
    messages: read.messages.map((message) => presentMessage(app, message, { idByNative, people: read.people })),
    ...mine,
    notes: read.notes,
    happenings: read.happenings.map((line) => ({
      id: line.id,
      at: line.at,
      by: personOf(line.actor, read.people),
      action: line.action,
      details: named(line.details, read.people),
    })),
    routings: read.routings,
    drafts: read.drafts,
    can: {
      reply: Boolean(connector?.reply),
      like: Boolean(connector?.like),
      removeReply: Boolean(connector?.reply?.remove),
      direct: connector?.reply?.canDirect === true,
    },
    earlier: read.earlier.map(presentContact),
  }
}

function presentMessage(
  app: App,
  { mention, author, assessment, corrections, spans, topics }: ConversationMessage,
  known: { idByNative: ReadonlyMap<string, string>; people: ReadonlyMap<string, string> },
): MessageAnswer {
  return {
    id: mention.id,
    parentId: (mention.parentId && known.idByNative.get(mention.parentId)) || null,
    kind: mention.kind,
    isOwn: mention.isOwn,
    author: presentAuthor(app, author),
    title: mention.title,
    text: mention.text,
    isCut: mention.isCut,
    isFoundLater: mention.isFoundLater,
    spans: spans.map(([start, end]) => [start, end]),
    lang: mention.lang,
    url: mention.url,
    publishedAt: mention.publishedAt,
    heardAt: mention.heardAt,
    editedAt: mention.editedAt,
    deletedAt: mention.deletedAt,
    media: presentMedia(app, mention.media),
    likes: mention.likes,
    reposts: mention.reposts,
    replies: mention.replies,
    rating: mention.rating,
    topics,
    assessment: assessment && corrected(assessment.said, assessment.correction),
    correction: assessment?.correction ?? null,
    correctedBy: assessment?.correctedBy ? personOf(assessment.correctedBy, known.people) : null,
    corrections: corrections.map(({ kind, label, value, reason, said, by, at, takenBackBy, takenBackAt }) => ({
      ...{ kind, label, value, reason, said, at, takenBackAt },
      by: by ? personOf(by, known.people) : null,
      takenBackBy: takenBackBy ? personOf(takenBackBy, known.people) : null,
    })),
  }
}

function personOf(actor: string, people: ReadonlyMap<string, string>): { id: string; name: string } | null {
  const name = people.get(actor)
  return name === undefined ? null : { id: actor, name }
}

/** The grey lines name people, not ids. */
function named(details: Record<string, unknown>, people: ReadonlyMap<string, string>): Record<string, unknown> {
  const { memberId, told } = details
  const names = Array.isArray(told) ? { toldNames: told.flatMap((id: string) => people.get(id) ?? []) } : {}
  return typeof memberId === 'string'
    ? { ...details, memberName: people.get(memberId) ?? '' }
    : { ...details, ...names }
}
