import type { Message } from '#api/contract/shapes.ts'

type Reason = NonNullable<Message['assessment']>['reasons'][number]
export type ReasonLabel = Reason['label']

/** One reason for people: how it counted, and the words of the message it rests on. */
export type Ground = { code: string; value: string; words: readonly string[]; isAgainst: boolean }

const groundsMax = 6
/** What weighs less than this share of the strongest is true, and no reason to anybody. */
const leastShare = 0.12
const wordsMax = 5

/** The strongest reasons for one label, strongest first; the same words are not said twice. */
export function groundsOf(message: Pick<Message, 'text' | 'assessment'>, label: ReasonLabel): Ground[] {
  const all = message.assessment?.reasons.filter((reason) => reason.label === label) ?? []
  const least = Math.max(0, ...all.map(({ weight }) => Math.abs(weight))) * leastShare
  const reasons = all.filter(({ code, weight }) => !silentCodes.has(code) && Math.abs(weight) >= least)
  const seen = new Set<string>()
  return reasons
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map((reason) => groundOf(message, reason))
    .filter((ground) => {
      const name = JSON.stringify(ground)
      return seen.has(name) ? false : seen.add(name)
    })
    .slice(0, groundsMax)
}

/** Where every judgement starts from: true, and no reason to anybody. */
const silentCodes: ReadonlySet<string> = new Set(['start', 'bias', 'shape', 'rest'])

function groundOf(message: Pick<Message, 'text' | 'assessment'>, reason: Reason): Ground {
  const words = reason.spans.map(([start, end]) => message.text.slice(start, end).trim()).filter((word) => word !== '')
  const isId = reason.code === 'rule' || reason.code === 'cap'
  return {
    code: reason.code,
    value: isId ? '' : (reason.value ?? ''),
    words: [...new Set(words)].slice(0, wordsMax),
    isAgainst: isAgainst(reason, message.assessment?.sentiment.class),
  }
}

/** The tone has two directions: what pulls the other way speaks against it. Elsewhere a negative weight pulls away. */
function isAgainst({ label, weight }: Reason, tone: string | undefined): boolean {
  if (label !== 'sentiment') return weight < 0
  return tone === 'positive' ? weight < 0 : tone === 'negative' && weight > 0
}
