import type { Message } from '#api/contract/shapes.ts'
import type { StruckReason } from '#domain/correction.ts'

type Reason = NonNullable<Message['assessment']>['reasons'][number]
export type ReasonLabel = Reason['label']

/** One reason for people: how it counted, and the words of the message it rests on. */
export type Ground = {
  code: string
  value: string
  words: readonly string[]
  isAgainst: boolean
  /** What to strike when a person says that this is no reason. */
  reason: StruckReason
}

const groundsMax = 6
/** What weighs less than this share of the strongest is true, and no reason to anybody. */
const leastShare = 0.12
const wordsMax = 5

type Explained = Pick<Message, 'text' | 'assessment'> & Partial<Pick<Message, 'correction'>>

/** The strongest reasons for one label, strongest first; the same words are not said twice. */
export function groundsOf(message: Explained, label: ReasonLabel): Ground[] {
  const struck = message.correction?.notBecause ?? []
  const isStruck = ({ code, value }: Reason): boolean =>
    struck.some((one) => one.label === label && one.code === code && one.value === value)
  const all = message.assessment?.reasons.filter((reason) => reason.label === label && !isStruck(reason)) ?? []
  const telling = all.filter(({ code }) => !silentCodes.has(code))
  const least = Math.max(0, ...telling.map(({ weight }) => Math.abs(weight))) * leastShare
  const seen = new Set<string>()
  const grounds = telling
    .filter(({ weight }) => Math.abs(weight) >= least)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map((reason) => groundOf(message, reason))
    .filter((ground) => {
      const name = nameOf(ground)
      return seen.has(name) ? false : seen.add(name)
    })
  const lang = message.assessment?.lang ?? ''
  const clear = grounds.filter(({ words }) => words.length === 0 || !words.every((word) => isLittle(word, lang)))
  return (clear.some(({ isAgainst }) => !isAgainst) ? clear : grounds).slice(0, groundsMax)
}

/** What stands on the screen: a word is said once, whether a rule or the weights named it. */
function nameOf({ code, value, words, isAgainst }: Ground): string {
  const isWordOnly = words.length > 0 && wordCodes.has(code)
  return JSON.stringify(
    isWordOnly ? [words.map((word) => word.toLowerCase()), isAgainst] : [code, value, words, isAgainst],
  )
}

const wordCodes: ReadonlySet<string> = new Set(['word', 'learned', 'rule', 'intent'])

/**
 * Words that hold sentences together, by language: English "die" is none. They weigh, a little; to people they are a reason only
 * where nothing else is.
 */
const littleWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: setOf(
    'a an and are as at be by for from had has have he her his i in is it its me my of on or our she so that the their they this to was we were with you your',
  ),
  nl: setOf(
    'aan al als bij daar dan dat de der die dit door een en er ge had hebben heeft het hij hun ik in is je jij jullie maar me met mij mijn na naar of om onze ook op over te tot u uit van voor was wat we wie wij worden wordt ze zij zijn zo',
  ),
  de: setOf(
    'am auf aus bei das dem den der des die du ein eine einem einen einer er es für hat ich ihr im in ist mein mich mir mit nach noch sie sind um und uns unser vom von war was wie wir zu zum zur',
  ),
  fr: setOf(
    'a au aux avec c ce ces chez d dans de des du elle en est et eu il ils j je l la le les leur lui ma mais me mes moi mon nos notre nous on ou où par pour qu que qui s sa se ses son sont sur ta te tes tu un une vos votre vous y à été',
  ),
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}

function isLittle(word: string, lang: string): boolean {
  return littleWords[lang]?.has(word.toLowerCase()) === true || /^\d{1,2}$/.test(word)
}

/** Where every judgement starts from: true, and no reason to anybody. */
const silentCodes: ReadonlySet<string> = new Set(['start', 'bias', 'anybodys', 'beats', 'shape', 'rest'])

function groundOf(message: Explained, reason: Reason): Ground {
  const words = reason.spans.map(([start, end]) => message.text.slice(start, end).trim()).filter((word) => word !== '')
  const isId = reason.code === 'rule' || reason.code === 'cap'
  return {
    code: reason.code,
    value: isId ? '' : (reason.value ?? ''),
    words: [...new Set(words)].slice(0, wordsMax),
    isAgainst: isAgainst(reason, message.assessment?.sentiment.class),
    reason: { label: reason.label, code: reason.code, value: reason.value },
  }
}

/** The tone has two directions: what pulls the other way speaks against it. Elsewhere a negative weight pulls away. */
function isAgainst({ label, weight }: Reason, tone: string | undefined): boolean {
  if (label !== 'sentiment') return weight < 0
  return tone === 'positive' ? weight < 0 : tone === 'negative' && weight > 0
}
