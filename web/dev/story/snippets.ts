import type {
  FactView,
  KnowledgeView,
  SnippetsView,
  SnippetVersionView,
  SnippetView,
  SuggestedView,
} from '#api/contract/snippet-shapes.ts'
import { inMinutes } from './moments.ts'
import { noor, sanne } from './people.ts'

const day = 24 * 60
const snippet = (id: string, name: string, texts: string[], more: Partial<SnippetView> = {}): SnippetView => ({
  ...{ id, versionId: `${id}-1`, version: 1, name, tags: [], state: 'live', expiresAt: null },
  ...{ wordings: [{ lang: 'nl', network: null, texts }], owner: { id: noor.id, name: noor.name } },
  ...{ changedAt: inMinutes(-9 * day), uses: 12, lastUsedAt: inMinutes(-40) },
  ...more,
})
const lost = snippet(
  'lost',
  'Koffer kwijt',
  [
    'Dag {voornaam}, wat vervelend dat je koffer er niet is. Stuur ons je bagagenummer {bagagenummer} in een privébericht, dan zoeken we hem meteen.',
    'Hoi {voornaam}, dat is balen na een lange reis. Met je bagagenummer {bagagenummer} kijken we waar je koffer nu staat.',
  ],
  { tags: ['koffer', 'bagage', 'band'], version: 3 },
)
export const snippetsKnown: SnippetsView = {
  mayWrite: true,
  settings: { inARowMax: 3, writers: 'lead' },
  snippets: [
    snippet('thanks', 'Dank voor een compliment', ['Wat fijn om te horen, {voornaam}. We geven het door.'], {
      ...{ owner: null, uses: 31 },
    }),
    lost,
    snippet('storm', 'Storm op Schiphol', ['Door de storm vertrekken vluchten later.'], {
      ...{ expiresAt: inMinutes(-2 * day), owner: { id: sanne.id, name: sanne.name }, uses: 80 },
    }),
    snippet('refund', 'Vergoeding bij vertraging', ['Dag {naam}, over {gesprek}: vanaf drie uur heb je recht op …'], {
      ...{ state: 'draft', uses: 0, lastUsedAt: null },
    }),
  ],
}
export const noSnippets: SnippetsView = { ...snippetsKnown, snippets: [] }
export const snippetVersions: SnippetVersionView[] = [3, 2, 1].map((number) => ({
  ...{ id: `lost-${number}`, number, name: lost.name, tags: lost.tags, wordings: lost.wordings, fromNumber: null },
  ...{ by: number === 1 ? null : { id: noor.id, name: noor.name }, at: inMinutes(-number * day), uses: number * 4 },
}))
/** Three answers in a row began with the first wording. */
const worn = lost.wordings[0]?.texts.slice(0, 1) ?? []
export const snippetsSuggested: SuggestedView = {
  snippets: [{ id: 'lost', score: 4, because: ['koffer', 'band'] }],
  knowledge: [{ id: 'weight', score: 2, because: ['koffer'] }],
  recent: { here: [worn, worn, worn], everywhere: [worn, worn, worn] },
}

const fact = (id: string, text: string, source: string, more: Partial<FactView> = {}): FactView => ({
  ...{ id, statements: [{ lang: 'nl', text }], source, confirmedBy: 'Bagage', since: inMinutes(-90 * day) },
  ...{ validUntil: inMinutes(90 * day), owner: { id: sanne.id, name: sanne.name }, tags: ['koffer'], topicIds: [] },
  ...{ revision: 1, changedAt: inMinutes(-9 * day) },
  ...more,
})
export const factsKnown: KnowledgeView = {
  mayWrite: true,
  facts: [
    fact('weight', 'Een koffer mag 23 kilo wegen.', 'https://zilvermeeuw.example/voorwaarden'),
    fact('ontime', 'Van onze vluchten vertrekt 92% op tijd.', 'Jaarverslag 2025', { validUntil: inMinutes(-day) }),
  ],
}
export const noFacts: KnowledgeView = { ...factsKnown, facts: [] }
