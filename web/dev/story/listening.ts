import type {
  BackfillView,
  ConnectorView,
  DearTopicView,
  Sample,
  SetView,
  SourceView,
  TopicView,
} from '#api/contract/shapes.ts'
import { day, hour, inMinutes } from './moments.ts'
import { baggage, care } from './people.ts'
import { spansOf } from './rows.ts'

function source(id: string, rest: Partial<SourceView>): SourceView {
  return {
    id,
    connector: 'bluesky',
    connectorName: 'Bluesky',
    name: 'Bluesky, heel de wereld',
    settings: {},
    listensTo: 'settings',
    state: 'on',
    health: 'live',
    failure: null,
    lastHeardAt: inMinutes(-1),
    lastSuccessAt: inMinutes(0),
    delayMs: 900,
    nextAt: null,
    isStream: true,
    heardCount: 214_311,
    keptCount: 902,
    gaps: [],
    unreadables: [],
    createdAt: inMinutes(-60 * day),
    ...rest,
  }
}

const late = { en: 'more hits at once than can be read', nl: 'meer treffers in één keer dan te lezen zijn' }

export const sources: SourceView[] = [
  source('bluesky', {}),
  source('mastodon', {
    connector: 'mastodon',
    connectorName: 'Mastodon',
    name: 'mastodon.nl',
    isStream: false,
    nextAt: inMinutes(0.5),
    delayMs: 41_000,
    keptCount: 118,
  }),
  source('nieuws', {
    connector: 'feed',
    connectorName: 'RSS',
    name: 'De Ochtendbode, luchtvaart',
    isStream: false,
    health: 'quiet',
    lastHeardAt: null,
    keptCount: 0,
    heardCount: 31,
    nextAt: inMinutes(4),
  }),
]

/** Two of five could not be asked; the rest goes on. */
export const troubledSources: SourceView[] = [
  ...sources,
  source('hn', {
    connector: 'hackernews',
    connectorName: 'Hacker News',
    name: 'Hacker News',
    isStream: false,
    health: 'failing',
    lastSuccessAt: inMinutes(-38),
    nextAt: inMinutes(2),
    failure: {
      kind: 'retry',
      why: {
        en: 'The network did not answer in time. It is tried again by itself.',
        nl: 'Het netwerk antwoordde niet op tijd. Het wordt vanzelf opnieuw geprobeerd.',
      },
      since: inMinutes(-38),
      until: inMinutes(2),
    },
    gaps: [{ fromAt: inMinutes(-38), toAt: inMinutes(-2), why: late, filledAt: null }],
  }),
  source('own', {
    name: '@zilvermeeuw.example',
    listensTo: 'account',
    health: 'reconnect',
    lastSuccessAt: inMinutes(-3 * hour),
    failure: {
      kind: 'reconnect',
      why: {
        en: 'Bluesky wants you to sign in again. Nothing is lost: what was missed is fetched.',
        nl: 'Bluesky wil dat je opnieuw inlogt. Er gaat niets verloren: we halen het in.',
      },
      since: inMinutes(-3 * hour),
      until: null,
    },
  }),
]

export const sets: SetView[] = [
  {
    id: 'pers',
    name: 'kranten',
    entries: ['nrc.nl', 'volkskrant.nl', 'nos.nl', 'author:anp'],
    usedBy: [{ id: 'flying', name: 'Zilvermeeuw' }],
    changedAt: inMinutes(-9 * day),
  },
  { id: 'vogels', name: 'vogels', entries: ['meeuw', 'sternen'], usedBy: [], changedAt: inMinutes(-2 * day) },
]

const lookedBack: BackfillView = {
  state: 'done',
  since: inMinutes(-90 * day),
  stored: { of: 1_204, tried: 1_204, isDone: true },
  found: 48,
  backTo: inMinutes(-85 * day),
  sources: [
    {
      network: 'mastodon',
      name: 'Mastodon',
      state: 'done',
      found: 6,
      backTo: inMinutes(-70 * day),
      why: { en: 'Mastodon shows the past of hashtags only.', nl: 'Mastodon toont alleen het verleden van hashtags.' },
    },
  ],
  finishedAt: inMinutes(-59 * day),
}

export const topics: TopicView[] = [
  {
    id: 'flying',
    name: 'Zilvermeeuw',
    query: 'zilvermeeuw -vogel',
    says: {
      en: 'messages with *zilvermeeuw* but not *vogel*',
      nl: 'berichten met *zilvermeeuw* maar niet *vogel*',
    },
    state: 'on',
    department: care,
    purpose: 'customer_care',
    legalBasis: 'legitimate_interest',
    reviewAt: inMinutes(200 * day),
    perDay: [31, 44, 28, 52, 61, 38, 47],
    mentionCount: 2_340,
    triedPerThousand: 184,
    backfill: lookedBack,
    createdAt: inMinutes(-60 * day),
  },
  {
    id: 'belts',
    name: 'Bagage op Schiphol',
    query: '(koffer OR bagage) AND zilvermeeuw',
    says: {
      en: 'messages with *koffer* or *bagage*, and with *zilvermeeuw*',
      nl: 'berichten met *koffer* of *bagage*, en met *zilvermeeuw*',
    },
    state: 'paused',
    department: baggage,
    purpose: 'customer_care',
    legalBasis: 'legitimate_interest',
    reviewAt: inMinutes(12 * day),
    perDay: [0, 0, 3, 9, 2, 0, 0],
    mentionCount: 118,
    triedPerThousand: null,
    backfill: null,
    createdAt: inMinutes(-40 * day),
  },
]

export const dearTopics: DearTopicView[] = [
  {
    topic: { id: 'flying', name: 'Zilvermeeuw' },
    owner: { id: 'noor', name: 'Noor Ooms' },
    perThousand: 184,
    words: [
      { text: 'meeuw', perThousand: 131 },
      { text: 'zm', perThousand: 53 },
    ],
  },
]

/** Still at it: what we have is tried, one network is asked, and one asked for patience. */
export const lookingBack: BackfillView = {
  ...lookedBack,
  state: 'running',
  since: inMinutes(-30 * day),
  found: 12,
  backTo: inMinutes(-20 * day),
  finishedAt: null,
  sources: [
    {
      network: 'hackernews',
      name: 'Hacker News',
      state: 'running',
      found: 7,
      backTo: inMinutes(-20 * day),
      why: { en: 'Hacker News asks us to slow down.', nl: 'Hacker News vraagt om het rustiger aan te doen.' },
    },
    {
      network: 'bluesky',
      name: 'Bluesky',
      state: 'cannot',
      found: 0,
      backTo: null,
      why: {
        en: 'Bluesky shows the past to its members only. Connect a Bluesky account and look back again.',
        nl: 'Bluesky toont het verleden alleen aan leden. Koppel een Bluesky-account en zoek opnieuw terug.',
      },
    },
  ],
}

/** The first batches of what we have. */
export const lookingAtStored: BackfillView = {
  ...lookingBack,
  stored: { of: 12_040, tried: 4_500, isDone: false },
  sources: [],
}

/** Done a while ago, with what each network could not tell. */
export const hasLookedBack: BackfillView = {
  ...lookingBack,
  state: 'done',
  found: 48,
  backTo: inMinutes(-25 * day),
  finishedAt: inMinutes(-60),
  sources: [...lookedBack.sources, ...lookingBack.sources.slice(1)],
}

function connector(id: string, name: string, about: ConnectorView['about']): ConnectorView {
  return {
    id,
    name,
    about,
    sourceForm: [],
    accountForm: null,
    can: { stream: false, reply: false, like: false, notifications: false, search: false },
    limits: null,
  }
}

export const connectors: ConnectorView[] = [
  {
    ...connector('bluesky', 'Bluesky', {
      en: 'Hears everybody at once, no account needed.',
      nl: 'Hoort iedereen meteen, zonder account.',
    }),
    accountForm: [
      {
        name: 'identifier',
        kind: 'text',
        label: { en: 'Name or e-mail', nl: 'Naam of e-mail' },
        help: null,
        example: 'zilvermeeuw.bsky.social',
        isRequired: true,
        choices: null,
        initial: '',
      },
      {
        name: 'appPassword',
        kind: 'secret',
        label: { en: 'App password', nl: 'App-wachtwoord' },
        help: { en: 'Made at Bluesky, under settings.', nl: 'Maak je bij Bluesky, onder instellingen.' },
        example: null,
        isRequired: true,
        choices: null,
        initial: '',
      },
    ],
    can: { stream: true, reply: true, like: true, notifications: true, search: true },
    limits: { max: 300, unit: 'grapheme' },
  },
  connector('mastodon', 'Mastodon', { en: 'Follows hashtags on a server.', nl: 'Volgt hashtags op een server.' }),
  connector('feed', 'RSS', { en: 'News sites, weblogs and reviews.', nl: 'Nieuwssites, weblogs en recensies.' }),
  connector('hackernews', 'Hacker News', { en: 'Stories and comments.', nl: 'Verhalen en reacties.' }),
]

export const samples: Sample[] = [
  ['mariekevdp', 'Marieke van der Ploeg', 'Al 2,5 uur bij band 14, koffer nergens. Wat nu, @zilvermeeuw?', 'negative'],
  ['dewitt', 'Samuel de Witt', 'Stille vlucht, vriendelijke crew. Zilvermeeuw doet het weer.', 'positive'],
  ['vogelaar', 'Teun de Vogelaar', 'Een zilvermeeuw met een ring uit Noorwegen, vanochtend op de pier.', 'neutral'],
].map(([handle = '', name = '', text = '', sentiment]) => ({
  network: 'bluesky',
  nativeId: handle,
  url: null,
  author: { name, handle: `${handle}.example`, avatarUrl: null },
  text,
  spans: spansOf(text),
  sentiment: sentiment as Sample['sentiment'],
  isSpam: false,
  lang: 'nl',
  publishedAt: inMinutes(-1),
}))
