import type { Answer } from '#api/contract/contract.ts'
import { plainRules } from '#domain/promotion/community.ts'
import { plainPromotion } from '#domain/promotion/promotion-settings.ts'
import { conversation } from './conversation.ts'
import { inMinutes } from './moments.ts'
import { joost, sanne } from './people.ts'

const bluesky = { network: 'bluesky', place: '', name: 'Bluesky' }
const spoor = { network: 'feed', place: 'forum.spoorliefhebbers.example', name: 'forum.spoorliefhebbers.example' }
const home = { network: 'mastodon', place: 'mastodon.example', name: 'mastodon.example' }
const news = { network: 'hackernews', place: '', name: 'Hacker News' }

export const promotion: Answer<'GET /api/promotion'> = {
  settings: {
    ...plainPromotion,
    ownDomains: ['zilvermeeuw.example'],
    servicePages: ['zilvermeeuw.example/help'],
  },
  communities: [
    {
      community: spoor,
      networkName: 'RSS',
      rules: {
        ...plainRules,
        links: 'none',
        disclosure: 'always',
        perDay: 3,
        oneIn: 20,
        note: '“Bedrijven mogen meepraten, maar niet venten.” – de beheerders',
      },
      isOwn: true,
      network: null,
    },
    { community: bluesky, networkName: 'Bluesky', rules: plainRules, isOwn: false, network: null },
    { community: home, networkName: 'Mastodon', rules: plainRules, isOwn: false, network: null },
    {
      community: news,
      networkName: 'Hacker News',
      rules: plainRules,
      isOwn: false,
      network: {
        source: 'https://news.ycombinator.com/newsguidelines.html',
        says: {
          en: 'Hacker News is not there for promotion: something of your own now and then is fine, as long as curiosity comes first.',
          nl: 'Hacker News is er niet voor reclame: af en toe iets van jezelf mag, zolang nieuwsgierigheid voorop staat.',
        },
      },
    },
  ],
  accounts: [
    {
      id: 'a1',
      handle: 'zilvermeeuw.example',
      name: 'Zilvermeeuw',
      networkName: 'Bluesky',
      voice: 'organisation',
      isGuessed: true,
    },
    {
      id: 'a2',
      handle: 'noor.bakker',
      name: 'Noor Bakker',
      networkName: 'Mastodon',
      voice: 'person',
      isGuessed: false,
    },
  ],
}

export const shares: Answer<'GET /api/promotion/shares'> = {
  total: { answers: 1_284, promotions: 61, unasked: 402, overridden: 3 },
  communities: [
    {
      community: home,
      networkName: 'Mastodon',
      answers: 120,
      promotions: 31,
      unasked: 60,
      overridden: 2,
      oneIn: 10,
      isOver: true,
    },
    {
      community: bluesky,
      networkName: 'Bluesky',
      answers: 1_102,
      promotions: 29,
      unasked: 310,
      overridden: 1,
      oneIn: 10,
      isOver: false,
    },
    {
      community: spoor,
      networkName: 'RSS',
      answers: 62,
      promotions: 1,
      unasked: 32,
      overridden: 0,
      oneIn: 20,
      isOver: false,
    },
  ],
  departments: [
    { department: { id: 'd1', name: 'Marketing' }, answers: 140, promotions: 52, unasked: 90, overridden: 3 },
    { department: { id: 'd2', name: 'Reizigersservice' }, answers: 1_104, promotions: 9, unasked: 300, overridden: 0 },
    { department: null, answers: 40, promotions: 0, unasked: 12, overridden: 0 },
  ],
}
export const noShares: Answer<'GET /api/promotion/shares'> = {
  total: { answers: 0, promotions: 0, unasked: 0, overridden: 0 },
  communities: [],
  departments: [],
}

const by = ({ id, name }: { id: string; name: string }) => ({ id, name })
export const promoted: Answer<'GET /api/promotion/answers'> = [
  {
    id: 'p1',
    conversation: { id: 'c1', key: 'WH-4120' },
    text: 'Leuk dat je naar Lissabon gaat. Bestel nu je zitplaats vooraf, met 20% korting tot zondag.',
    at: inMinutes(-90),
    by: by(joost),
    community: home,
    isPromotional: true,
    isUnasked: true,
    override: { rules: ['share'], reason: 'Afgesproken met de beheerder van deze server.' },
  },
  {
    id: 'p2',
    conversation: { id: 'c2', key: 'WH-4101' },
    text: 'Met code ZEEBENEN vlieg je in november voor de halve prijs naar Faro.',
    at: inMinutes(-3_000),
    by: by(sanne),
    community: home,
    isPromotional: true,
    isUnasked: true,
    override: null,
  },
]

/** What is known around an answer to somebody who did not ask, where enough was promoted already. */
export const gate: Answer<'GET /api/conversations/{id}/gate'> = {
  settings: promotion.settings,
  brands: ['Zilvermeeuw'],
  community: bluesky,
  rules: plainRules,
  isAsked: false,
  asks: '',
  isFirstContact: true,
  unaskedContacts: 0,
  answers: 84,
  promotions: 11,
  answersToday: 6,
  recent: [],
  voices: Object.fromEntries(conversation.accounts.map(({ id }) => [id, 'organisation' as const])),
}
/** To whoever asked nothing of all this stands in the way. */
export const openGate: typeof gate = { ...gate, isAsked: true, isFirstContact: false, promotions: 0 }
export const pushyAnswer = 'Bestel nu een extra koffer, met 20% korting: https://zilvermeeuw.example/koffers'
export const overridden = {
  rules: ['share' as const, 'first_link' as const],
  reason: 'Ze vroeg er in een privébericht om.',
}
