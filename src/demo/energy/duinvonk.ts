import type { Company } from '#demo/story.ts'
import { murmur } from './murmur.ts'
import { today } from './today.ts'
import { tomorrow } from './tomorrow.ts'
import { weeks } from './weeks.ts'

/** Duinvonk Energie: power, heat and wind from a dune that nobody can find. */
export const duinvonk: Company = {
  key: 'duinvonk',
  name: 'Duinvonk Energie',
  brands: ['Duinvonk', 'duinvonk', 'Duinvonk Energie'],
  promiseMinutes: { '0': 480, '1': 120, '2': 60, '3': 30 },
  departments: {
    service: { en: 'Customer service', nl: 'Klantenservice' },
    technics: { en: 'Heat and outages', nl: 'Warmte en storing' },
    advice: { en: 'Advice and sales', nl: 'Advies en verkoop' },
    pr: { en: 'Press & neighbours', nl: 'Pers en omgeving' },
  },
  colleagues: [
    { key: 'noortje', name: 'Noortje Claes', role: 'member', department: 'service' },
    { key: 'bram', name: 'Bram Hoekstra', role: 'lead', department: 'technics' },
    { key: 'youssef', name: 'Youssef El Idrissi', role: 'member', department: 'advice' },
    { key: 'anke', name: 'Anke de Smit', role: 'lead', department: 'pr' },
  ],
  sources: [
    { key: 'bluesky', connector: 'bluesky', name: 'Bluesky', settings: {}, delaySeconds: [1, 3] },
    {
      key: 'mastodon',
      connector: 'mastodon',
      name: 'Mastodon',
      settings: { server: 'https://mastodon.example' },
      delaySeconds: [2, 20],
    },
    { key: 'hn', connector: 'hackernews', name: 'Hacker News', settings: { terms: [] }, delaySeconds: [20, 50] },
    feed('forum', 'Stroomtafel (forum)', 'https://stroomtafel.example/nieuw.rss'),
    feed('weblog', 'Woonblogs', 'https://woonblogs.example/alles.atom'),
    feed('reviews', 'Keurmeester (beoordelingen)', 'https://keurmeester.example/duinvonk.rss'),
    feed('press', 'Regiokrant en vakpers', 'https://regiokrant.example/feed.json'),
  ],
  accounts: [
    { connector: 'bluesky', handle: 'duinvonk' },
    { connector: 'mastodon', handle: 'duinvonk' },
  ],
  topics: [
    {
      name: { en: 'Outage', nl: 'Storing' },
      query:
        'duinvonk (storing OR stroomstoring OR "geen stroom" OR "de stroom" OR E17 OR monteur OR verwarming OR laadpaal OR kapot)',
      department: 'technics',
    },
    {
      name: { en: 'Bills', nl: 'Rekening' },
      query:
        'duinvonk (rekening OR jaarnota OR voorschot OR eindafrekening OR afgeschreven OR incasso* OR betalen OR terugleverkosten OR prijs OR euro)',
      department: 'service',
    },
    {
      name: { en: 'Heat pump and sun', nl: 'Warmtepomp en zon' },
      query:
        'duinvonk (warmtepomp OR pomp OR zonnepanelen OR panelen OR omvormer OR thuisbatterij OR isoleren OR isolatie)',
      department: 'advice',
    },
    {
      name: { en: 'Wind', nl: 'Wind' },
      query: 'duinvonk (wind* OR molens OR molen OR windpark OR turbines)',
      department: 'pr',
    },
    { name: { en: 'Duinvonk', nl: 'Duinvonk' }, query: 'duinvonk OR @duinvonk OR #duinvonk' },
  ],
  cast: {
    'Wanda Kessels': { handle: 'kesselswanda', followers: 180 },
    'Duinen Zonder Draaien': { handle: 'duinenzonderdraaien', followers: 2_600, bio: 'Voor rust, licht en duin.' },
    'Gratis Stroom Actie': { handle: 'gratisstroom', followers: 4 },
    'Sam Whitaker': { handle: 'samthebaker', followers: 1_900, bio: 'Sourdough before sunrise.' },
    'Nellie Vermaas': { handle: 'nellievermaas', followers: 41, bio: 'Oma van zeven. Longfonds-vrijwilliger.' },
  },
  chapters: [weeks, murmur, today],
  tomorrow: [tomorrow],
}

function feed(key: string, name: string, url: string): Company['sources'][number] {
  return { key, connector: 'feed', name, settings: { url }, delaySeconds: [60, 280] }
}
