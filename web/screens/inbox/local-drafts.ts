import { useState } from 'react'
import { offlineNow, openOffline } from '#web/offline/door.ts'

type Kind = 'reply' | 'note'

/** In this page, at once: what the browser keeps takes a moment to open, and one may come back to a conversation sooner. */
const typedHere = new Map<string, { text: string; isSaved: boolean }>()

/** The words being written about one conversation as this browser keeps them, from the first letter on. */
export function useLocalDrafts(conversationId: string, memberId: string | undefined) {
  const [drafts] = useState(() => {
    const place = (kind: Kind) => ({ memberId: memberId ?? '', conversationId, kind })
    return {
      /** What the server may not have. Without a connection also what it has: the kept conversation may be older. */
      of: (kind: Kind): string | undefined => {
        const draft = typedHere.get(keyOf(place(kind))) ?? offlineNow()?.drafts.of(place(kind))
        return draft && (!draft.isSaved || !navigator.onLine) ? draft.text : undefined
      },
      keep: (kind: Kind, draft: { text: string; isSaved: boolean }): void => {
        const key = keyOf(place(kind))
        // Typed on while those words were on their way to the server: the newest are the ones to keep.
        if (draft.isSaved && typedHere.get(key)?.text !== draft.text) return
        typedHere.set(key, draft)
        void openOffline().then((offline) => offline?.drafts.keep(place(kind), draft))
      },
      drop: (kind: Kind): void => {
        typedHere.delete(keyOf(place(kind)))
        void openOffline().then((offline) => offline?.drafts.drop(place(kind)))
      },
    }
  })
  return drafts
}

function keyOf({ memberId, conversationId, kind }: { memberId: string; conversationId: string; kind: Kind }): string {
  return `${memberId} ${conversationId} ${kind}`
}
