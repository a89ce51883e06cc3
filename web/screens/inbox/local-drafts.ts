import { useState } from 'react'
import type { Visibility } from '#domain/reply.ts'
import { offlineNow, openOffline } from '#web/offline/door.ts'

type Kind = 'reply' | 'note'
type LocalDraft = { text: string; isSaved: boolean; visibility?: Visibility }

/** In this page, at once: what the browser keeps takes a moment to open, and one may come back to a conversation sooner. */
const typedHere = new Map<string, LocalDraft>()

/** The words being written about one conversation as this browser keeps them, from the first letter on. */
export function useLocalDrafts(conversationId: string, memberId: string | undefined) {
  const [drafts] = useState(() => {
    const place = (kind: Kind) => ({ memberId: memberId ?? '', conversationId, kind })
    return {
      /** What the server may not have. Without a connection also what it has: the kept conversation may be older. */
      of: (kind: Kind): LocalDraft | undefined => {
        const draft = typedHere.get(keyOf(place(kind))) ?? offlineNow()?.drafts.of(place(kind))
        return draft && (!draft.isSaved || !navigator.onLine) ? draft : undefined
      },
      keep: (kind: Kind, draft: LocalDraft): void => {
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
