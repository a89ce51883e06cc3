import { homePath } from '#web/place.ts'
import type { PileDraft } from './pile-plan.ts'

const place = (conversation: string): string => `wederhoor pile ${homePath()}${conversation}`

export type KeptWords = Pick<PileDraft, 'wordings' | 'own'>
const nothing: KeptWords = { wordings: [''], own: {} }

/** Words typed for a pile stay in this window until they are sent, also when the page is left or loaded again. */
export function keptWords(conversation: string): KeptWords {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place(conversation)) ?? '') as Partial<KeptWords>
    if (Array.isArray(kept.wordings) && kept.wordings.length > 0) return { ...nothing, ...kept }
  } catch {
    // A browser that keeps nothing, or something we did not write.
  }
  return nothing
}

export function keepWords(conversation: string, { wordings, own }: KeptWords): void {
  const isEmpty = wordings.every((one) => one.trim() === '') && Object.keys(own).length === 0
  try {
    if (isEmpty) sessionStorage.removeItem(place(conversation))
    else sessionStorage.setItem(place(conversation), JSON.stringify({ wordings, own }))
  } catch {
    // A browser that keeps nothing: the words stand on the screen, as everywhere.
  }
}
