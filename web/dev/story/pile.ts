import type { Answer } from '#api/contract/contract.ts'
import type { Row } from '#api/contract/shapes.ts'
import { reply } from './conversation.ts'
import { inMinutes } from './moments.ts'
import { sanne } from './people.ts'
import type { gate } from './promotion.ts'

type Pile = Answer<'GET /api/conversations/{id}/pile'>
type Line = Pile['rows'][number]

const nameOfNetwork: Readonly<Record<string, string>> = {
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  hackernews: 'Hacker News',
  feed: 'Weblogs',
}

/** The same morning at the same belt: to be answered, with a colleague, gone, and answered already. */
export function pileOf(rows: readonly Row[], more: (at: number) => Partial<Line> = () => ({})): Pile {
  const lines = rows.slice(0, 6).map((row, at): Line => {
    const { id, key, title, network, latestAt, author, lang, excerpt } = row
    const own = {
      id: `pile-${id}`,
      key,
      title,
      network,
      networkName: nameOfNetwork[network] ?? network,
      latestAt,
      author,
      lang,
      text: excerpt.text,
    }
    const stood: Line = { ...own, state: 'open', version: 1, owner: null, mentionId: `m-${id}`, reply: null }
    return { ...stood, ...special(at), ...more(at) }
  })
  return { title: 'Bij band 14', count: 15, rows: lines, incidents: [] }
}

function special(at: number): Partial<Line> {
  switch (at) {
    case 2:
      return { owner: { id: sanne.id, name: sanne.name } }
    case 4:
      return { mentionId: null, text: '' }
    case 5:
      return { state: 'done', reply: reply('sent') }
    default:
      return {}
  }
}

/** Nobody else is at any of them. */
export const free = (): Partial<Line> => ({ owner: null })

/** Both promoted what the gate stops. */
export const pileStopped = (rows: readonly Row[], mayOverride: boolean): Answer<'POST /api/piles'> => {
  const community = { network: 'bluesky', place: '', name: 'Bluesky' }
  const share = { rule: 'share', promotions: 12, answers: 85, oneIn: 10, found: '' }
  const same = { rule: 'same_text', threads: 3, found: '' }
  const refusedBy = (gate: object[]) => ({
    ...{ code: 'bad_input', message: 'Not sent.' },
    details: {
      ...{ gate, community, mayOverride, overrideFrom: 'lead' },
      words: {
        en: 'Not sent: it would be promotion 12 of 85 answers on Bluesky; the bound is 1 in 10.',
        nl: 'Niet verstuurd: het zou reclame 12 op 85 antwoorden zijn op Bluesky; de grens is 1 op 10.',
      },
    },
  })
  const refusals = [refusedBy([share]), refusedBy([share, same])]
  const lines = rows.slice(1, 3).map(({ id }, at) => ({
    ...{ conversationId: `pile-${id}`, reply: null },
    refused: refusals[at] ?? null,
  }))
  return { id: 'pile-1', lines }
}

/** On their way, each at a moment of its own. */
export const leaving = (at: number): Partial<Line> => ({
  state: 'done',
  reply: reply('ready', { pileId: 'pile-1', dueAt: inMinutes(2 + at * 4), text: 'We zoeken uit waar je koffer is.' }),
})

/** What is counted around them: they did not ask, and enough was promoted already, or nothing. */
export function pileGateOf(
  rows: readonly Row[],
  counted: typeof gate,
): Answer<'GET /api/conversations/{id}/pile/gate'> {
  const { settings, brands, recent, voices, isAsked, asks, isFirstContact, unaskedContacts, ...place } = counted
  const { community, rules, answers, promotions, answersToday } = place
  const known = { at: 0, isAsked, asks, isFirstContact, unaskedContacts }
  return {
    ...{ settings, brands, recent, voices },
    communities: [{ community, rules, answers, promotions, answersToday }],
    lines: rows.slice(0, 6).map(({ id }) => ({ conversationId: `pile-${id}`, ...known })),
  }
}
