/** What the screens are told. Past tense, ids only: whoever may see the thing asks for it. */
export const eventKinds = [
  'conversation.opened',
  'conversation.changed',
  'mention.heard',
  'mention.changed',
  'reply.changed',
  'note.written',
  'draft.changed',
  'source.changed',
  'topic.changed',
  'backfill.changed',
  'account.changed',
  'sending.changed',
  'team.changed',
  'presence.changed',
  'learned.changed',
  'view.changed',
  'person.changed',
  'routing.changed',
  'policy.changed',
  'words.changed',
  'snippet.changed',
  'knowledge.changed',
  'approval.changed',
  'rumour.changed',
  'incident.changed',
  'alert.changed',
  'report.changed',
  'notice.given',
] as const
export type EventKind = (typeof eventKinds)[number]

export type LiveEvent = {
  /** Counts up within the house; 0 for what is told and not kept. */
  id: number
  kind: EventKind
  /** The conversation it is about, where there is one: what the inbox looks for. */
  conversationId: string | null
  subjectId: string
  /** The member who did it; null when the program did. */
  by: string | null
  at: string
}
