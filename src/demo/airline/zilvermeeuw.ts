import type { Company } from '#demo/story.ts'
import { crisis } from './crisis.ts'
import { firstWeeks } from './first-weeks.ts'
import { lastWeeks } from './last-weeks.ts'
import { middleWeeks } from './middle-weeks.ts'
import { murmur } from './murmur.ts'
import { murmurAgain } from './murmur-again.ts'
import { today } from './today.ts'
import { tomorrow } from './tomorrow.ts'

/** Zilvermeeuw Airlines: a regional airline that nobody can book with. The bird of that name is called so too. */
export const zilvermeeuw: Company = {
  key: 'zilvermeeuw',
  name: 'Zilvermeeuw Airlines',
  brands: ['Zilvermeeuw', 'zilvermeeuw', 'Zilvermeeuw Airlines'],
  promiseMinutes: { '0': 480, '1': 120, '2': 60, '3': 30 },
  departments: {
    contact: { en: 'Customer contact', nl: 'Klantcontact' },
    baggage: { en: 'Baggage', nl: 'Bagage' },
    refunds: { en: 'Refunds', nl: 'Terugbetalen' },
    pr: { en: 'Press & PR', nl: 'Pers en voorlichting' },
  },
  colleagues: [
    { key: 'sanne', name: 'Sanne Dijkstra', role: 'lead', department: 'contact' },
    { key: 'lieve', name: 'Lieve Peeters', role: 'member', department: 'contact' },
    { key: 'jeroen', name: 'Jeroen Bakker', role: 'member', department: 'baggage' },
    { key: 'fatima', name: 'Fatima Ouali', role: 'member', department: 'refunds' },
    { key: 'daan', name: 'Daan Visser', role: 'lead', department: 'pr' },
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
    feed('forum', 'Vliegtafel (forum)', 'https://vliegtafel.example/nieuw.rss'),
    feed('weblog', 'Reisblogs', 'https://reisblogs.example/alles.atom'),
    feed('reviews', 'Reiskeur (beoordelingen)', 'https://reiskeur.example/zilvermeeuw.rss'),
    feed('press', 'Luchtnieuws en streekpers', 'https://luchtnieuws.example/feed.json'),
  ],
  accounts: [
    { connector: 'bluesky', handle: 'zilvermeeuw' },
    { connector: 'mastodon', handle: 'zilvermeeuw' },
  ],
  topics: [
    {
      name: { en: 'Assistance', nl: 'Assistentie' },
      query:
        'zilvermeeuw (rolstoel* OR rolstoelassistentie OR wheelchair* OR assistentie OR gips OR krukken OR slechtziend)',
      department: 'contact',
    },
    {
      name: { en: 'Baggage', nl: 'Bagage' },
      query:
        'zilvermeeuw (koffer* OR valies OR valiezen OR bagage* OR handbagage OR luggage OR bag OR bags OR belt OR band OR bagageband* OR "band 14" OR kinderwagen*)',
      department: 'baggage',
    },
    {
      name: { en: 'Refunds', nl: 'Terugbetalen' },
      query:
        'zilvermeeuw (terugbeta* OR terugbetaling OR refund* OR claim* OR vergoed* OR "geld terug" OR afschrijving)',
      department: 'refunds',
    },
    {
      name: { en: 'Delays', nl: 'Vertraging' },
      query: 'zilvermeeuw (vertrag* OR geannuleerd OR delay* OR "te laat" OR staking* OR staakt OR staken)',
      department: 'contact',
    },
    {
      name: { en: 'Crew', nl: 'Bemanning' },
      query:
        'zilvermeeuw (purser OR steward* OR bemanning OR crew OR piloot OR piloten OR gezagvoerder OR cabinepersoneel)',
    },
    {
      name: { en: 'App and site', nl: 'App en site' },
      query: 'zilvermeeuw (app OR site OR website OR inloggen OR api)',
    },
    { name: { en: 'Zilvermeeuw', nl: 'Zilvermeeuw' }, query: 'zilvermeeuw OR @zilvermeeuw OR #zilvermeeuw' },
  ],
  cast: {
    'Marieke van der Ploeg': {
      handle: 'marieke.fietst.nl',
      followers: 12_400,
      bio: 'Docent Frans in Rotterdam. Fietsen, vliegen (te vaak), vertalen.',
    },
    'Peter Rijswijk': { handle: 'p_rijswijk', followers: 310 },
    'Greet Willems': { handle: 'oma.greet', followers: 96, bio: 'Mechelen. Kleinkinderen, moestuin, koor.' },
    'Priya Raman': {
      handle: 'priya_raman',
      followers: 84_200,
      bio: 'Slow travel on a small budget. London and everywhere.',
    },
    'Ruben Achterberg': {
      handle: 'rubenachterberg',
      followers: 31_900,
      bio: 'Journalist, schrijft over luchtvaart en wie erin werken.',
    },
    'Ellis Bakhuizen': { handle: 'ellis.b', followers: 420 },
    throwaway_refund: { handle: 'throwaway_refund', followers: 0 },
    'Henk Terpstra': { handle: 'henk.terpstra55', followers: 640 },
    'Iris Mertens': { handle: 'irismertens', followers: 22_700, bio: 'Radio, brood, te veel tabbladen.' },
    'Mila Groot': { handle: 'milagroot', followers: 5_300, bio: 'Cabaret. Meestal onderweg.' },
    'Amy Castellanos': { handle: 'amycast', followers: 9_800, bio: 'Disability rights, jazz, London.' },
    'Sarah Mitchell': { handle: 'sarahm', followers: 2_100 },
    'Stille Nacht Schiebroek': { handle: 'stillenacht', followers: 1_450, bio: 'Bewoners voor een rustige ochtend.' },
    'Esra Kaya': { handle: 'esrakaya', followers: 3_400 },
    'WinstNu Trading': { handle: 'winstnu24', followers: 11 },
    'Maikel Versteeg': { handle: 'maikelgratis', followers: 3 },
  },
  chapters: [firstWeeks, middleWeeks, lastWeeks, murmur, murmurAgain, crisis, today],
  tomorrow: [tomorrow],
}

function feed(key: string, name: string, url: string): Company['sources'][number] {
  return { key, connector: 'feed', name, settings: { url }, delaySeconds: [60, 280] }
}
