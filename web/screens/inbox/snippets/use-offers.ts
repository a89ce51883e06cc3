import { useLingui } from '@lingui/react/macro'
import type { FactView, SnippetView } from '#api/contract/snippet-shapes.ts'
import { citedFact, isKnown, statementFor } from '#domain/knowledge.ts'
import { fillSlots, type SlotValues } from '#domain/slots.ts'
import { inARowDefault, isOffered } from '#domain/snippet.ts'
import { chooseWording, type WordingChoice } from '#domain/snippet-choice.ts'
import { useAsk } from '#web/api.ts'
import type { Composer } from '#web/screens/inbox/use-composer.ts'
import { useSession } from '#web/session.ts'
import { type BegunOffer, fittingOffers } from './begun-offer.ts'
import { offersFreshMs } from './offers-fresh.ts'

export type Offer = {
  id: string
  name: string
  /** As it will stand in the field. */
  text: string
  lang: string
  /** Why it is suggested, and why in these words. */
  says: string[]
  use: { versionId: string; wording: string } | undefined
}

/** Where words are looked for. */
export type OfferPlace = {
  /** Whose words say what is likest. */
  conversationId: string
  /** Under which name it is remembered what an answer was begun with. */
  usedIn: string
  tab: Composer['tab']
  lang: string
  /** Empty where it goes to several: then only what may stand on any. */
  network: string
  /** What is known; the rest stays to be filled in. */
  values: SlotValues
}

/** What can be begun with here, the likest first; without a connection, as it was last heard. */
export function useOffers({ conversationId, tab, lang, network, values }: OfferPlace) {
  const { t } = useLingui()
  const { workspace } = useSession()
  const snippets = useAsk('GET /api/snippets', undefined, { staleTime: offersFreshMs })
  const knowledge = useAsk('GET /api/knowledge', undefined, { staleTime: offersFreshMs })
  const suggested = useAsk('GET /api/conversations/{id}/snippets', { params: { id: conversationId } }).data
  const inARowMax = snippets.data?.settings.inARowMax ?? inARowDefault
  const recent = suggested?.recent ?? { here: [], everywhere: [] }
  const becauseOf = (list: readonly { id: string; because: string[] }[] | undefined, id: string) => {
    const because = list?.find((one) => one.id === id)?.because.join(', ')
    return because ? [t`Suggested because of: ${because}`] : []
  }
  const whyThese = ({ insteadOf, isWorn, isOtherLang }: WordingChoice): string[] => {
    const said: string[] = []
    if (insteadOf?.where === 'here')
      said.push(t`Another wording: the first was used here too often in a row (${inARowMax}).`)
    if (insteadOf?.where === 'everywhere')
      said.push(t`Another wording: we used the first too often in a row (${inARowMax}).`)
    if (isWorn)
      said.push(t`We used this too often in a row (${inARowMax}), and there is no other wording. Change a few words.`)
    if (isOtherLang) said.push(t`Not written in the language of the message.`)
    return said
  }
  const ofSnippet = (snippet: SnippetView): Offer[] => {
    const choice = chooseWording(snippet.wordings, { lang, network, recent, inARowMax })
    if (!choice) return []
    const says = [...becauseOf(suggested?.snippets, snippet.id), ...whyThese(choice)]
    const use = { versionId: snippet.versionId, wording: choice.text }
    return [{ id: snippet.id, name: snippet.name, text: fillSlots(choice.text, values), lang: choice.lang, says, use }]
  }
  const ofFact = (fact: FactView): Offer[] => {
    const said = statementFor(fact.statements, lang)
    if (!said) return []
    const link = `${window.location.origin}/w/${workspace?.slug ?? ''}/settings/knowledge#${fact.id}`
    const text = tab === 'note' ? `“${said.text}” ${link}` : citedFact(said, fact.source, said.lang)
    const says = [...becauseOf(suggested?.knowledge, fact.id), fact.source]
    return [{ id: fact.id, name: said.text, text, lang: said.lang, says, use: undefined }]
  }
  const now = new Date()
  const live = (snippets.data?.snippets ?? []).filter(({ state, expiresAt }) =>
    isOffered({ state, expiresAt: expiresAt === null ? null : new Date(expiresAt) }, now),
  )
  const valid = (knowledge.data?.facts ?? []).filter(({ validUntil }) =>
    isKnown({ validUntil: validUntil === null ? null : new Date(validUntil) }, now),
  )
  const idsOf = (list: readonly { id: string }[] = []) => list.map(({ id }) => id)
  const offersFor = ({ kind, words }: BegunOffer): Offer[] =>
    kind === 'snippet'
      ? fittingOffers(live, { words, suggested: idsOf(suggested?.snippets), textOf: textOfSnippet }).flatMap(ofSnippet)
      : fittingOffers(valid, { words, suggested: idsOf(suggested?.knowledge), textOf: textOfFact }).flatMap(ofFact)
  return {
    offersFor,
    isLoading: snippets.isPending || knowledge.isPending,
    error: snippets.data && knowledge.data ? null : (snippets.error ?? knowledge.error),
    isEmpty: { snippet: live.length === 0, fact: valid.length === 0 },
  }
}

function textOfSnippet({ name, tags, wordings }: SnippetView): string {
  return [name, ...tags, ...wordings.flatMap(({ texts }) => texts)].join(' ')
}

function textOfFact({ statements, tags, source }: FactView): string {
  return [...statements.map(({ text }) => text), ...tags, source].join(' ')
}
