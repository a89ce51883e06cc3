import type { Conversation } from '#api/contract/shapes.ts'
import { queries } from '#web/api.ts'

/** Lays a change over the open conversation, before the server says so. */
export function patchConversation(id: string, change: Partial<Conversation>): void {
  queries.setQueriesData<Conversation>({ queryKey: ['GET /api/conversations/{id}'] }, (before) =>
    before?.id === id ? { ...before, ...change } : before,
  )
}

type Draft = Conversation['drafts'][number]

/**
 * The server has these words now; the conversation as it is known here has them too, for whoever comes back to it. An answer that
 * was given before them is let go.
 */
export function patchDraft(
  id: string,
  { kind, text, visibility, by }: Pick<Draft, 'kind' | 'text' | 'visibility' | 'by'>,
): void {
  const isAbout = ({ state }: { state: { data?: unknown } }): boolean =>
    (state.data as Conversation | undefined)?.id === id
  const which = { queryKey: ['GET /api/conversations/{id}'], predicate: isAbout }
  const isAsking = queries.isFetching(which) > 0
  void queries.cancelQueries(which)
  const mine: Draft[] = text === '' ? [] : [{ kind, text, visibility, by, updatedAt: new Date().toISOString() }]
  queries.setQueriesData<Conversation>(which, (before) => {
    const others = before?.drafts.filter((draft) => draft.kind !== kind || draft.by.id !== by.id) ?? []
    return before && { ...before, drafts: [...others, ...mine] }
  })
  void queries.invalidateQueries({ ...which, refetchType: isAsking ? 'active' : 'none' })
}

const refreshAfterMs = 120
let isRefreshing = false

/** What was decided is seen already: the server's own view of it may come when that was drawn, and once for several. */
export function refreshInbox(): void {
  if (isRefreshing) return
  isRefreshing = true
  setTimeout(refresh, refreshAfterMs)
}

function refresh(): void {
  isRefreshing = false
  for (const name of ['GET /api/conversations', 'GET /api/conversations/{id}', 'GET /api/views'] as const)
    void queries.invalidateQueries({ queryKey: [name] })
}

/** The same for one message, in whatever conversation it stands. */
export function patchMessage(id: string, change: Partial<Conversation['messages'][number]>): void {
  queries.setQueriesData<Conversation>({ queryKey: ['GET /api/conversations/{id}'] }, (before) =>
    before?.messages.some((message) => message.id === id)
      ? {
          ...before,
          messages: before.messages.map((message) => (message.id === id ? { ...message, ...change } : message)),
        }
      : before,
  )
}
