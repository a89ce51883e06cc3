import type { PostInput } from '#match/post-input.ts'
import { type QuerySets, readSet } from '#match/query-sets.ts'
import type { Random } from './seeded-random.ts'

/** Random posts and queries over a small vocabulary in many scripts, so that they often meet, and often nearly. */
const plainWords =
  'de het een vogel zilvermeeuw duurzaam duurzame duurzaamheid bonus albert heijn ah nl klm lekker nooit'.split(' ')
const words = [
  ...plainWords,
  ...'café CAFE cafe\u0301 Straße STRASSE smørrebrød Łódź IJsland ĳsland æon İstanbul ısırgan naïef reünie œuvre'.split(
    ' ',
  ),
  ...'Ελλάδα ελλαδα σοφός σοφος μουσική'.split(' '),
  ...'мой мои мои\u0306 ёлка елка Москва москва'.split(' '),
  ...'שלום עולם كتاب سَلام سلام می‌خواهم میخواهم'.split(' '),
  ...'हिन्दी नमस्ते किताब'.split(' '),
  ...'한국어 대한민국 서울 한국'.split(' '),
  ...'東京 東京タワー 京東 日本語 タワー サントリー ビール か が か\u3099 です ภาษาไทย ไทย'.split(' '),
  ...'ING ing Ing Action action ACTION'.split(' '),
  ...'😡 👍 👍🏽 ❤️ ❤ 🇳🇱 👩‍💻 🎉'.split(' '),
  ..."l'oréal l’Oréal heijn's oreal foto's don't rock'n'roll ah.nl coolblue.nl booking.com 3.14 1,000 12 iphone15 foo_bar _foo_".split(
    ' ',
  ),
]
const names = [
  'albertheijn',
  'AlbertHeijn',
  'KLMVlucht',
  'iPhone',
  'klm',
  'café',
  'duurzaam',
  'DuurzaamLeven',
  'lekker_weg',
  '日本語',
]
const users = ['klm', 'jan_', 'jan', 'ah.bsky.social', 'coolblue.nl', 'piet-jan']
const kinds = ['post', 'reply', 'review']
const countries = ['nl', 'be']
const paths = ['a/b', 'sport', 'sport/klm?x=1', 'Sport/klm/', '']
const hosts = ['ah.nl', 'shop.ah.nl', 'nrc.nl', 'www.KLM.com', 'booking.com']
const languages = ['nl', 'en', 'nl-BE', 'de']
const sources = ['bluesky', 'mastodon', 'feeds']
const gaps = [' ', ' ', ' ', ' ', ' ', ', ', '. ', ' - ', '! ', '\n', ' (', ') ', ' "', '" ', '/', '-', '…', '']

/** The named lists that random queries ask for; those that stand in no text cannot be near anything. */
const placedSets = { brands: ['klm', 'albert heijn', '#albertheijn', '@klm', 'lekk*', '=ING', '~vogel', '東京'] }
const otherSets = {
  places: ['nrc.nl', 'https://ah.nl/foto', 'author:"Jan Jansen"', 'title:vogel', 'bonus'],
  one: ['nl'],
}
export const randomSets: QuerySets = new Map(
  Object.entries({ ...placedSets, ...otherSets }).map(([name, lines]) => [name, readSet(lines).entries]),
)

export function randomPost(random: Random): PostInput {
  const { next, pick } = random
  return {
    text: randomText(random, 2 + random.below(22)),
    ...(next() < 0.2 ? { title: randomText(random, 1 + random.below(5)) } : {}),
    ...(next() < 0.8 ? { lang: pick(languages) } : {}),
    ...(next() < 0.5 ? { network: pick(sources) } : {}),
    ...(next() < 0.5 ? { source: pick(sources) } : {}),
    ...(next() < 0.7 ? { author: randomAuthor(random) } : {}),
    ...(next() < 0.3 ? { url: `https://${pick(hosts)}/${pick(paths)}` } : {}),
    ...(next() < 0.3 ? { kind: pick(kinds) } : {}),
    ...(next() < 0.2 ? { country: pick(countries) } : {}),
    ...(next() < 0.3 ? { rating: 1 + random.below(9) / 2 } : {}),
    ...(next() < 0.2 ? { has: [pick(['image', 'video'])] } : {}),
    ...(next() < 0.2 ? { is: [pick(['reply', 'edited'])] } : {}),
    ...(next() < 0.2 ? { links: [`https://${pick(hosts)}:8080/x?y=z`] } : {}),
    ...(next() < 0.3 ? { tags: [pick(names)] } : {}),
    ...(next() < 0.3 ? { mentions: [pick([...users, 'klm@mastodon.nl'])] } : {}),
  }
}

function randomAuthor({ next, pick, below }: Random): NonNullable<PostInput['author']> {
  return {
    handle: pick([...users, 'jan@mastodon.nl']),
    name: pick(['Jan Jansen', 'KLM', 'Zoë']),
    ...(next() < 0.5 ? { followers: below(2_000) } : {}),
  }
}

function randomText(random: Random, pieces: number): string {
  let text = ''
  for (let i = 0; i < pieces; i++) {
    const piece = randomPiece(random)
    // Words that touch make other words; that is good, but a link takes all that touches it.
    const isApart =
      /[/@#$]|www/.test(piece) ||
      /[@#$/.'’\d_]$|www\S*$|https?:\S*$/.test(text) ||
      /[@#]\S*$/.test(text) ||
      /\/\S*$/.test(text)
    text += (isApart ? ' ' : random.pick(gaps)) + piece
  }
  return text
}

function randomPiece({ next, pick }: Random): string {
  const dice = next()
  if (dice < 0.76) return next() < 0.1 ? pick(words).toUpperCase() : pick(words)
  if (dice < 0.83) return `#${pick(names)}`
  if (dice < 0.84) return pick(['$KLM', '$AAPL', '$5'])
  if (dice < 0.92) return pick([`@${pick(users)}`, `@jan@mastodon.nl`, 'mail@klm.nl'])
  return pick([
    `https://${pick(hosts)}/foto/klm`,
    `http://${pick(hosts)}`,
    `www.${pick(hosts).replace('www.', '')}/vogel`,
    `${pick(hosts).replace('www.', '')}/nooit`,
  ])
}

/** May be refused for want of an anchor, and for nothing else. */
export function randomQuery(random: Random): string {
  return randomTree(random, 3)
}

function randomTree(random: Random, depth: number): string {
  const dice = random.next()
  if (depth === 0 || dice < 0.25) return randomLeaf(random)
  const parts = Array.from({ length: 2 + random.below(3) }, () => randomTree(random, depth - 1))
  if (dice < 0.55) return `(${parts.join(' OR ')})`
  if (dice < 0.8) return `(${parts.join(random.pick([' ', ' AND ']))})`
  if (dice < 0.88) return randomNear(random)
  return random.next() < 0.5 ? `(${parts[0]} AND NOT ${parts[1]})` : `(${parts[0]} -${parts[1]})`
}

function randomNear(random: Random): string {
  const side = (): string => {
    const leaves = Array.from({ length: 1 + random.below(3) }, () => randomPlacedLeaf(random))
    return leaves.length === 1 ? (leaves[0] ?? '') : `(${leaves.join(' OR ')})`
  }
  const operator = random.pick(['NEAR', 'NEAR/1', 'NEAR/3', 'NEAR/20', 'ONEAR/2', 'NEAR/4f'])
  const near = `${side()} ${operator} ${side()}`
  return random.next() < 0.8 ? `(${near})` : `(${pickWord(random)} -(${near}))`
}

/** A leaf that stands somewhere in the text. */
function randomPlacedLeaf(random: Random): string {
  const { next, pick } = random
  const dice = next()
  if (dice < 0.5) return pickWord(random)
  if (dice < 0.7) return `"${pick(words)} ${pick(words)}"`
  if (dice < 0.78) return `${pick(plainWords.filter((word) => word.length > 4)).slice(0, 4)}*`
  if (dice < 0.86) return `#${pick(names)}`
  if (dice < 0.92) return `@${pick(users.filter((user) => user !== 'jan_'))}`
  if (dice < 0.95) return 'set:brands'
  return `=${pick(['ING', 'Action', 'café'])}`
}

function pickWord({ pick }: Random): string {
  return pick(words).replace(/^\./, '')
}

function randomLeaf(random: Random): string {
  return random.next() < 0.75 ? randomCommonLeaf(random) : randomRareLeaf(random)
}

function randomRareLeaf(random: Random): string {
  const { next, pick } = random
  const dice = next()
  if (dice < 0.12) return `=${pick(['ING', 'ing', 'Action', 'café', 'Łódź', 'МОЙ'])}`
  if (dice < 0.2) return `="${pick(words)} ${pick(words)}"`
  if (dice < 0.36)
    return `"${pick(words)} ${pick(words)}${next() < 0.4 ? ` ${pick(words)}` : ''}"~${pick([1, 2, 5, 20])}`
  if (dice < 0.42) return `~${pick(['duurzaam', 'vogel', 'lekker', 'bonus'])}`
  if (dice < 0.48) return pick(['$KLM', '$aapl'])
  if (dice < 0.56) return `title:${pick(['vogel', '"albert heijn"', 'duurzaam', '(klm OR bonus)'])}`
  if (dice < 0.64) return `url:${pick(['ah.nl', 'nrc.nl/a/b', 'klm.com/sport', 'ah.nl/foto', 'booking.com/nooit'])}`
  if (dice < 0.7) return `kind:${pick(kinds)}`
  if (dice < 0.74) return `country:${pick(countries)}`
  if (dice < 0.8) return `has:${pick(['link', 'image', 'tags', 'mentions', '(video OR link)'])}`
  if (dice < 0.82) return pick(['set:brands', 'set:places', 'set:(one OR Places)'])
  if (dice < 0.84) return `is:${pick(['reply', 'edited'])}`
  if (dice < 0.92) return `followers:${pick(['>=1000', '<500', '100..900', '>1999', '<=0'])}`
  return `rating:${pick(['1', '1..2', '>=4.5', '<3', '(1 OR 5)'])}`
}

function randomCommonLeaf(random: Random): string {
  const { next, pick } = random
  const dice = next()
  if (dice < 0.46) return pick(words).replace(/^\./, '')
  if (dice < 0.62) return `"${pick(words)} ${pick(words)}"`
  if (dice < 0.68) return `${pick(plainWords.filter((word) => word.length > 4)).slice(0, 3 + random.below(4))}*`
  if (dice < 0.75) return `#${pick(names)}`
  if (dice < 0.77) return '#duurz*'
  if (dice < 0.83) return `@${pick([...users.filter((user) => user !== 'jan_'), 'jan@mastodon.nl'])}`
  if (dice < 0.88) return `site:${pick(['ah.nl', 'shop.ah.nl', 'klm.com', 'nrc.nl', '(ah.nl OR booking.com)'])}`
  if (dice < 0.93) return `lang:${pick(['nl', 'en', 'nl-BE', '(nl OR de)'])}`
  if (dice < 0.96) return `source:${pick(sources)}`
  return `author:${pick(['jan', 'klm', '"Jan Jansen"', 'Zoë', '(jan OR "KLM")'])}`
}
