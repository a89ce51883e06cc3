import type { Visibility } from '#domain/reply.ts'
import type { KeptDraft, Store } from './store.ts'

export type DraftKind = 'reply' | 'note'
type Words = { text: string; isSaved: boolean; visibility?: Visibility }
type Place = { memberId: string; conversationId: string; kind: DraftKind }

/** Words being written, kept here as they are typed: the server hears of them a moment later, or when it is back. */
export function openKeptDrafts(store: Pick<Store, 'putDraft' | 'dropDraft'>, known: readonly KeptDraft[]) {
  const drafts = new Map(known.map((draft) => [draft.key, draft]))
  return {
    of: (place: Place): KeptDraft | undefined => drafts.get(keyOf(place)),
    keep: (place: Place, { text, isSaved, visibility = 'public' }: Words): Promise<void> => {
      const draft = { key: keyOf(place), text, isSaved, visibility, at: Date.now() }
      // What is empty and known to the server needs no keeping; what was emptied here and is not, does.
      if (text === '' && isSaved) {
        drafts.delete(draft.key)
        return store.dropDraft(draft.key)
      }
      drafts.set(draft.key, draft)
      return store.putDraft(draft)
    },
    drop: (place: Place): Promise<void> => {
      drafts.delete(keyOf(place))
      return store.dropDraft(keyOf(place))
    },
    clear: (): void => drafts.clear(),
  }
}

function keyOf({ memberId, conversationId, kind }: Place): string {
  return `${memberId} ${conversationId} ${kind}`
}
