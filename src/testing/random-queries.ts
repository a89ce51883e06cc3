import type { PostInput } from '#match/post-input.ts'
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
const hosts = ['ah.nl', 'shop.ah.nl', 'nrc.nl', 'www.KLM.com', 'booking.com']
const languages = ['nl', 'en', 'nl-BE', 'de']
const sources = ['bluesky', 'mastodon', 'feeds']
const gaps = [' ', ' ', ' ', ' ', ' ', ', ', '. ', ' - ', '! ', '\n', ' (', ') ', ' "', '" ', '/', '-', '…', '']

export function randomPost(random: Random): PostInput {
  const { next, pick } = random
  return {
    text: randomText(random, 2 + random.below(22)),
    ...(next() < 0.2 ? { title: randomText(random, 1 + random.below(5)) } : {}),
    ...(next() < 0.8 ? { lang: pick(languages) } : {}),
    ...(next() < 0.5 ? { network: pick(sources) } : {}),
    ...(next() < 0.5 ? { source: pick(sources) } : {}),
    ...(next() < 0.7
      ? { author: { handle: pick([...users, 'jan@mastodon.nl']), name: pick(['Jan Jansen', 'KLM', 'Zoë']) } }
      : {}),
    ...(next() < 0.3 ? { url: `https://${pick(hosts)}/a/b` } : {}),
    ...(next() < 0.2 ? { links: [`https://${pick(hosts)}:8080/x?y=z`] } : {}),
    ...(next() < 0.3 ? { tags: [pick(names)] } : {}),
    ...(next() < 0.3 ? { mentions: [pick([...users, 'klm@mastodon.nl'])] } : {}),
  }
}

function randomText(random: Random, pieces: number): string {
  let text = ''
  for (let i = 0; i < pieces; i++) {
    const piece = randomPiece(random)
    // Words that touch make other words; that is good, but a link takes all that touches it.
    const isApart =
      /[/@#]|www/.test(piece) ||
      /[@#/.'’\d_]$|www\S*$|https?:\S*$/.test(text) ||
      /[@#]\S*$/.test(text) ||
      /\/\S*$/.test(text)
    text += (isApart ? ' ' : random.pick(gaps)) + piece
  }
  return text
}

function randomPiece({ next, pick }: Random): string {
  const dice = next()
  if (dice < 0.76) return next() < 0.1 ? pick(words).toUpperCase() : pick(words)
  if (dice < 0.84) return `#${pick(names)}`
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
  if (dice < 0.85) return `(${parts.join(random.pick([' ', ' AND ']))})`
  return random.next() < 0.5 ? `(${parts[0]} AND NOT ${parts[1]})` : `(${parts[0]} -${parts[1]})`
}

function randomLeaf(random: Random): string {
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
