import type { Conversation, Row } from '#api/contract/shapes.ts'
import type { QuestionName } from '#web/api.ts'
import { type Decision, type ListAsk, leavesView } from '#web/screens/inbox/filters.ts'
import { queuedNote } from '#web/screens/inbox/queued-note.ts'
import type { Queued } from './queue.ts'

type Page = { items: Row[]; next: string | null }
type Given = { query?: unknown }

/** An answer of the server, or a kept one, as it looks with what was decided here and has not been sent. */
export function layOver(
  queued: readonly Queued[],
  name: QuestionName,
  given: Given | undefined,
  answer: unknown,
): unknown {
  // What was refused, or waits for a word of its writer, must be seen as it is.
  const live = queued.filter((one) => one.state === 'waiting')
  if (live.length === 0) return answer
  // The contract says which answer goes with which name; the compiler cannot follow it through one.
  if (name === 'GET /api/conversations') return onPage(live, given?.query as ListAsk, answer as Page)
  if (name === 'GET /api/conversations/{id}') return onConversation(live, answer as Conversation)
  return answer
}

function onPage(queued: readonly Queued[], ask: ListAsk, page: Page): Page {
  const items = page.items.flatMap((row) => {
    const about = queued.filter((one) => one.conversation.id === row.id)
    if (about.length === 0) return [row]
    if (about.some((one) => isDecision(one.kind) && leavesView(ask, one.kind))) return []
    return [{ ...row, ...changeOf(about) }]
  })
  return { ...page, items }
}

function onConversation(queued: readonly Queued[], conversation: Conversation): Conversation {
  const about = queued.filter((one) => one.conversation.id === conversation.id)
  if (about.length === 0) return conversation
  const notes = about.filter((one) => one.kind === 'note').map(noteOf)
  return { ...conversation, ...changeOf(about), notes: [...conversation.notes, ...notes] }
}

/** A queued note as it stands in the thread; its id says that it has not been sent. */
function noteOf({ key, by, body, madeAt }: Queued): Conversation['notes'][number] {
  return { id: `${queuedNote}${key}`, by, text: String(body.text ?? ''), at: new Date(madeAt).toISOString() }
}

function changeOf(about: readonly Queued[]): Partial<Row> {
  return Object.assign({}, ...about.map((one) => one.change))
}

function isDecision(kind: Queued['kind']): kind is Decision {
  return kind !== 'note' && kind !== 'reply' && kind !== 'correct'
}
