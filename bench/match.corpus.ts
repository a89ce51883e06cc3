import type { PostInput } from '#match/post-input.ts'
import { type Random, seededRandom } from '#testing/seeded-random.ts'

/**
 * Posts and brand queries as a listener meets them: words by Zipf's law in English and Dutch, Japanese and Korean; 40,000
 * brands of which few are spoken of often; queries from one phrase to long lists with exclusions, NEAR and fields. Everything follows from
 * the seed. The posts avoid what the obvious design would have to be taught (apostrophes, tags with capitals inside).
 */
export type Corpus = { posts: PostInput[]; queries: string[] }

const brandCount = 40_000
const sources = ['bluesky', 'bluesky', 'mastodon', 'reddit', 'feeds']

type Language = 'en' | 'nl' | 'ja' | 'ko'
type Brand = { words: string[]; handle: string; host: string; products: string[][] }
type World = {
  random: Random
  words: Record<Language, string[]>
  brands: Brand[]
  rank: { word: () => number; spoken: () => number; asked: () => number; context: () => number }
}

export function makeCorpus(options: { posts: number; queries: number; seed: number }): Corpus {
  const world = makeWorld(seededRandom(options.seed))
  const posts = Array.from({ length: options.posts }, () => makePost(world))
  const queries = Array.from({ length: options.queries }, () => makeQuery(world))
  // As what came over a line: texts in one piece each, not the trees of pieces that they were made as.
  return JSON.parse(JSON.stringify({ posts, queries }))
}

const functionWords = {
  en: 'the i to and a of you is in it that for on my this so be with just have are not but me was at what like do if your as we all they get one about or out can how when who more no up people from know now time by really an think see good want will has there he them she love because been why need were going make us too also had new',
  nl: 'de het een en van ik je is dat in op te niet voor met zijn maar er ook die aan dit als om bij nog dan wel wat zo naar ze we heb ben hij kan of uit geen meer al mijn door over moet deze heeft was worden gaat hoe veel nu mensen weer goed weet echt alleen zou hebben jullie onze hun mee toch wij iets tegen vandaag omdat maken doen',
}

const syllables = {
  en: ['b c d f g h l m n p r s t w st tr ch sh pr br cl th', 'a e i o u ea ou ai ee', ' n r s t l nd ng ck st m d'],
  nl: [
    'b d g h k l m n p r s t v w z st sch br ver ge be',
    'a e i o u aa ee oo ij oe ui ie eu ë',
    ' n r s t l ng cht k nd st m',
  ],
}

function makeWorld(random: Random): World {
  const words = {
    en: makeWords(random, 'en', 40_000),
    nl: makeWords(random, 'nl', 40_000),
    ja: Array.from({ length: 6_000 }, () => makeJapanese(random)),
    ko: Array.from({ length: 12_000 }, () =>
      repeat(random.between(1, 4), () => String.fromCharCode(0xac00 + 4 * random.below(2_500))),
    ),
  }
  const brands = Array.from({ length: brandCount }, () => makeBrand(random, words))
  const rank = {
    word: zipf(random, 40_000, 1.07),
    spoken: zipf(random, brandCount, 1),
    asked: zipf(random, brandCount, 0.75, 20),
    context: zipf(random, 2_800, 0.6, 30),
  }
  return { random, words, brands, rank }
}

function makeWords(random: Random, language: 'en' | 'nl', count: number): string[] {
  const words = new Set(functionWords[language].split(' '))
  const [heads = [], middles = [], tails = []] = syllables[language].map((row) => row.split(' '))
  while (words.size < count) {
    const length =
      words.size < 300 ? random.between(1, 2) : words.size < 4_000 ? random.between(1, 3) : random.between(2, 5)
    const word = repeat(length, () => random.pick(heads) + random.pick(middles) + random.pick(tails))
    if (word.length > 1 && word.length < 23) words.add(word)
  }
  return [...words]
}

function makeJapanese(random: Random): string {
  const kanji = repeat(random.between(1, 2), () => String.fromCharCode(0x4e00 + random.below(2_200)))
  const hiragana = repeat(random.between(1, 4), () => String.fromCharCode(0x3042 + Math.floor(82 * random.next() ** 2)))
  const katakana = random.chance(0.25)
    ? repeat(random.between(3, 6), () => String.fromCharCode(0x30a2 + random.below(80)))
    : ''
  return kanji + hiragana + katakana
}

function makeBrand(random: Random, words: Record<Language, string[]>): Brand {
  const dice = random.next()
  const some = (language: 'en' | 'nl', from: number, count: number): string =>
    words[language][from + random.below(count)] ?? ''
  const made = (): string => some('en', 20_000, 20_000) + random.pick(['ix', 'o', 'a', 'ly', ''])
  const named =
    dice < 0.1
      ? [some('nl', 500, 20_000)]
      : dice < 0.58
        ? [made()]
        : [some(random.pick(['en', 'nl']), 150, 30_000), random.chance(0.5) ? some('en', 100, 8_000) : made()]
  const handle = named.join('').replaceAll('ë', 'e')
  return {
    words: named,
    handle,
    host: `${handle}.${random.pick(['com', 'nl', 'de', 'io'])}`,
    products: Array.from({ length: random.between(3, 6) }, () =>
      random.chance(0.6) ? [made()] : [named[0] ?? '', String(random.below(20))],
    ),
  }
}

function makePost(world: World): PostInput {
  const { random, brands, words, rank } = world
  const dice = random.next()
  const language: Language = dice < 0.62 ? 'en' : dice < 0.82 ? 'nl' : dice < 0.94 ? 'ja' : 'ko'
  const unitsMin = Math.min(500, Math.max(50, Math.exp(4.75 + 0.55 * normal(random))))
  const brandAt = random.chance(0.32) ? random.below(12) : -1
  const vocabulary = words[language]
  let text = random.chance(0.2) ? `@user${rank.spoken()}` : ''
  for (let i = 0; text.length < unitsMin; i++) {
    const word = vocabulary[rank.word() % vocabulary.length] ?? ''
    text += (language === 'ja' ? '' : ' ') + (i === 0 ? capital(word) : word)
    if (i === brandAt) text += ` ${speakOf(world, brands[rank.spoken()])} `
    if (random.chance(0.09)) text += random.pick([',', '.', '!', '?', ' -', '…'])
    if (random.chance(0.01)) text += ` ${random.pick(['😂', '❤️', '🔥', '👍🏽', '😡'])}`
  }
  text += makeEnd(world)
  return { text, lang: language, source: random.pick(sources), author: { handle: author(rank.spoken()) } }
}

function makeEnd({ random, words, rank }: World): string {
  const tag = random.chance(0.22) ? ` #${(words.en[rank.word()] ?? '').replaceAll(/\W/g, '')}` : ''
  const host = random.pick(['youtu.be', 'nos.nl', 'www.theguardian.com', 'example.org'])
  return random.chance(0.2) ? `${tag} https://${host}/${random.below(1e9)}` : tag
}

function speakOf({ random }: World, brand: Brand | undefined): string {
  if (!brand) return ''
  const dice = random.next()
  const product = random.chance(0.3) ? ` ${random.pick(brand.products).join(' ')}` : ''
  if (dice < 0.62) return brand.words.map((word) => (dice < 0.35 ? capital(word) : word)).join(' ') + product
  if (dice < 0.77) return `#${brand.handle}`
  return dice < 0.9 ? `@${brand.handle}` : `https://www.${brand.host}/${random.below(1e6)}`
}

function makeQuery(world: World): string {
  const { random, brands, rank } = world
  const brand = brands[rank.asked()] ?? random.pick(brands)
  const language = random.chance(0.6) ? 'en' : 'nl'
  const dice = random.next()
  if (dice < 0.16) return phrase(brand.words)
  if (dice < 0.42) return list(variants(random, brand))
  if (dice < 0.66) {
    const excluded = random.chance(0.6) ? ` -${contexts(world, language, random.between(2, 14))}` : ''
    return `${list(variants(random, brand))} ${contexts(world, language, random.between(4, 30))}${excluded}`
  }
  if (dice < 0.76) return near(world, brand, language)
  if (dice < 0.8) {
    const [start, other] = [context(world, language), context(world, language)]
    return `${list(variants(random, brand))} (${start.slice(0, 5).padEnd(4, 'e')}* OR ${other})`
  }
  if (dice < 0.82) {
    const name = anyBrand(world).replaceAll('"', '').split(' ')[0] ?? ''
    return `${phrase(brand.words)} OR ${`${name}ing`.slice(0, Math.max(5, name.length - 1))}*`
  }
  if (dice < 0.87) {
    const many = Array.from({ length: random.between(20, random.chance(0.2) ? 300 : 100) }, () => anyBrand(world))
    return `${list(many)} ${contexts(world, language, random.between(3, 23))} lang:${language}`
  }
  if (dice < 0.93) {
    const source = random.chance(0.3) ? ` source:${random.pick(sources)}` : ''
    return `${list(variants(random, brand))} lang:${language}${source}`
  }
  return makeSmallQuery(world, { brand, language, dice })
}

function makeSmallQuery(world: World, chosen: { brand: Brand; language: 'en' | 'nl'; dice: number }): string {
  const { random, rank } = world
  const { brand, language, dice } = chosen
  if (dice < 0.96) {
    return `author:${author(rank.spoken())}${random.chance(0.4) ? ` ${contexts(world, language, 3)}` : ''}`
  }
  if (dice < 0.98) {
    return `${Array.from({ length: random.between(3, 4) }, () => context(world, language)).join(' ')} lang:${language}`
  }
  return `(#${brand.handle} OR @${brand.handle}) -author:${author(rank.spoken())} -${contexts(world, language, 3)}`
}

function near(world: World, brand: Brand, language: 'en' | 'nl'): string {
  const { random } = world
  const names = [phrase(brand.words), ...(random.chance(0.5) ? [phrase(random.pick(brand.products))] : [])]
  return `${list(names)} NEAR/${random.between(3, 10)} ${contexts(world, language, random.between(1, 6))}`
}

function anyBrand({ random, brands, rank }: World): string {
  const brand = brands[rank.asked()] ?? random.pick(brands)
  return phrase(random.chance(0.3) ? random.pick(brand.products) : brand.words)
}

function contexts(world: World, language: 'en' | 'nl', count: number): string {
  const one = (): string =>
    world.random.chance(0.15) ? `"${context(world, language)} ${context(world, language)}"` : context(world, language)
  return list(Array.from({ length: count }, one))
}

function context({ words, rank }: World, language: 'en' | 'nl'): string {
  return words[language][110 + rank.context()] ?? ''
}

function variants(random: Random, brand: Brand): string[] {
  return [
    phrase(brand.words),
    `#${brand.handle}`,
    `@${brand.handle}`,
    ...(random.chance(0.5) ? [`site:${brand.host}`] : []),
    ...(random.chance(0.4) ? [phrase(random.pick(brand.products))] : []),
  ]
}

function phrase(words: string[]): string {
  return words.length === 1 ? (words[0] ?? '') : `"${words.join(' ')}"`
}

function list(items: string[]): string {
  const distinct = [...new Set(items)]
  return distinct.length === 1 ? (distinct[0] ?? '') : `(${distinct.join(' OR ')})`
}

function author(rank: number): string {
  return `user${rank}${rank % 3 === 0 ? '' : '.bsky.social'}`
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function repeat(count: number, make: () => string): string {
  return Array.from({ length: count }, make).join('')
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}

/** Ranks from 0, the more seldom the higher. */
function zipf(random: Random, count: number, exponent: number, flatness = 2.7): () => number {
  const sums = new Float64Array(count)
  let sum = 0
  for (let i = 0; i < count; i++) sums[i] = sum += 1 / (i + 1 + flatness) ** exponent
  return () => {
    const wanted = random.next() * sum
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}
