import { useState } from 'react'
import { offlineNow, openOffline } from '#web/offline/door.ts'

type Kind = 'reply' | 'note'

/** The words being written about one conversation as this browser keeps them, from the first letter on. */
export function useLocalDrafts(conversationId: string, memberId: string | undefined) {
  const [drafts] = useState(() => {
    const place = (kind: Kind) => ({ memberId: memberId ?? '', conversationId, kind })
    return {
      /** What the server may not have. Without a connection also what it has: the kept conversation may be older. */
      of: (kind: Kind): string | undefined => {
        const draft = offlineNow()?.drafts.of(place(kind))
        return draft && (!draft.isSaved || !navigator.onLine) ? draft.text : undefined
      },
      keep: (kind: Kind, draft: { text: string; isSaved: boolean }): void =>
        void openOffline().then((offline) => offline?.drafts.keep(place(kind), draft)),
      drop: (kind: Kind): void => void openOffline().then((offline) => offline?.drafts.drop(place(kind))),
    }
  })
  return drafts
}
