import type { Message } from '#api/contract/shapes.ts'

type Reason = NonNullable<Message['assessment']>['reasons'][number]
export type ReasonLabel = Reason['label']

/** One reason for people: how it counted, and the words of the message it rests on. */
export type Ground = { code: string; value: string; words: readonly string[]; isAgainst: boolean }

const groundsMax = 6
const wordsMax = 5

/** The strongest reasons for one label, strongest first; the same words are not said twice. */
export function groundsOf(message: Pick<Message, 'text' | 'assessment'>, label: ReasonLabel): Ground[] {
  const reasons =
    message.assessment?.reasons.filter((reason) => reason.label === label && !silentCodes.has(reason.code)) ?? []
  const seen = new Set<string>()
  return reasons
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map((reason) => groundOf(message.text, reason))
    .filter((ground) => {
      const name = JSON.stringify(ground)
      return seen.has(name) ? false : seen.add(name)
    })
    .slice(0, groundsMax)
}

/** Where every judgement starts from: true, and no reason to anybody. */
const silentCodes: ReadonlySet<string> = new Set(['start', 'bias'])

function groundOf(text: string, reason: Reason): Ground {
  const words = reason.spans.map(([start, end]) => text.slice(start, end).trim()).filter((word) => word !== '')
  const isId = reason.code === 'rule' || reason.code === 'cap'
  return {
    code: reason.code,
    value: isId ? '' : (reason.value ?? ''),
    words: [...new Set(words)].slice(0, wordsMax),
    isAgainst: isAgainst(reason),
  }
}

/** The tone has two directions and its words carry their own sign; elsewhere a negative weight pulls away. */
function isAgainst(reason: Reason): boolean {
  return reason.label !== 'sentiment' && reason.weight < 0
}
