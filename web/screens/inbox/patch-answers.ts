import type { Conversation } from '#api/contract/shapes.ts'
import { queries } from '#web/api.ts'

/** Lays a change over the open conversation, before the server says so. */
export function patchConversation(id: string, change: Partial<Conversation>): void {
  queries.setQueriesData<Conversation>({ queryKey: ['GET /api/conversations/{id}'] }, (before) =>
    before?.id === id ? { ...before, ...change } : before,
  )
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
