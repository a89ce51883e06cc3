import type { Conversation, Message, ReplyView, RoutingLineView } from '#api/contract/shapes.ts'

export type Note = Conversation['notes'][number]
export type Happening = Conversation['happenings'][number]

export type ThreadItem =
  | { kind: 'message'; key: string; at: string; message: Message }
  | { kind: 'reply'; key: string; at: string; reply: ReplyView }
  | { kind: 'note'; key: string; at: string; note: Note }
  | { kind: 'happenings'; key: string; at: string; happenings: readonly Happening[] }
  | { kind: 'routed'; key: string; at: string; line: RoutingLineView }

export type Thread = {
  /** Our own post that people reacted to, where that is how it began. */
  before: readonly Message[]
  /** The words it is about: the first message that is not ours. */
  lead: Message | undefined
  after: readonly ThreadItem[]
}

/** What is told in grey. Everything else the audit knows is already visible as a message, a note or a reply. */
export const toldActions = [
  'conversation.claim',
  'conversation.release',
  'conversation.finish',
  'conversation.reopen',
  'conversation.wait',
  'conversation.hand_over',
  'conversation.ask',
  'conversation.unask',
  'conversation.merge',
  'conversation.split',
  'conversation.rename',
  'conversation.noise',
  'conversation.hold',
  'conversation.unhold',
  'story.join',
  'story.leave',
  'mention.join',
  'mention.correct',
  'reply.undo',
  'reply.settle',
  'reply.remove',
  'promise.break',
  'promise.act',
] as const
export type ToldAction = (typeof toldActions)[number]

export function isTold(action: string): action is ToldAction {
  return (toldActions as readonly string[]).includes(action)
}

/** What a browser kept before there were rules has no lines of them. */
type Told = Pick<Conversation, 'messages' | 'replies' | 'notes' | 'happenings'> &
  Partial<Pick<Conversation, 'routings'>>

/** One conversation in the order it happened. */
export function buildThread(conversation: Told): Thread {
  const messages = conversation.messages
    .filter((message) => !isShownAsReply(message, conversation.replies))
    .toSorted((a, b) => a.publishedAt.localeCompare(b.publishedAt))
  const leadAt = Math.max(
    messages.findIndex((message) => !message.isOwn),
    0,
  )
  const items: ThreadItem[] = [
    ...messages.slice(leadAt + 1).map(messageItem),
    ...conversation.replies.filter(isShown).map(replyItem),
    ...conversation.notes.map(noteItem),
    ...(conversation.routings ?? []).map(routedItem),
    ...conversation.happenings.filter((happening) => isTold(happening.action)).map(happeningItem),
  ]
  const sorted = items.toSorted((a, b) => a.at.localeCompare(b.at))
  return { before: messages.slice(0, leadAt), lead: messages[leadAt], after: joinHappenings(sorted) }
}

/** Our answer comes back from the network as a message of our own: it is shown once, as the answer it is. */
function isShownAsReply(message: Message, replies: readonly ReplyView[]): boolean {
  if (!message.isOwn) return false
  return replies.some(
    (reply) =>
      (reply.url !== null && reply.url === message.url) ||
      (reply.isHeardBack && reply.text.trim() === message.text.trim()),
  )
}

function joinHappenings(items: readonly ThreadItem[]): ThreadItem[] {
  const joined: ThreadItem[] = []
  for (const item of items) {
    const last = joined.at(-1)
    if (item.kind === 'happenings' && last?.kind === 'happenings') {
      joined[joined.length - 1] = { ...last, happenings: [...last.happenings, ...item.happenings] }
    } else joined.push(item)
  }
  return joined
}

function messageItem(message: Message): ThreadItem {
  return { kind: 'message', key: message.id, at: message.publishedAt, message }
}
function replyItem(reply: ReplyView): ThreadItem {
  return { kind: 'reply', key: reply.id, at: reply.createdAt, reply }
}
function noteItem(note: Note): ThreadItem {
  return { kind: 'note', key: note.id, at: note.at, note }
}
function routedItem(line: RoutingLineView): ThreadItem {
  return { kind: 'routed', key: line.id, at: line.at, line }
}
function happeningItem(happening: Happening): ThreadItem {
  return { kind: 'happenings', key: `happening:${happening.id}`, at: happening.at, happenings: [happening] }
}

/** The message an answer goes under: the newest that is not ours and still stands; else the newest that is not ours. */
export function messageToAnswer(messages: readonly Message[]): Message | undefined {
  const theirs = messages
    .filter((message) => !message.isOwn)
    .toSorted((a, b) => a.publishedAt.localeCompare(b.publishedAt))
  return theirs.findLast((message) => message.deletedAt === null) ?? theirs.at(-1)
}

/** What its writer took back is gone; what somebody else sent back stands with what they said of it. */
function isShown({ state, approval }: Conversation['replies'][number]): boolean {
  return state !== 'undone' || approval?.outcome === 'changes' || approval?.outcome === 'rejected'
}
