import type { DraftRuleId } from './draft/draft-rule.ts'

/** A word we do not use, and what we say in its place. A star at the end stands for any ending. */
export type HouseWord = { word: string; instead: string }

/** How this house speaks. It holds for everybody who answers here. */
export type HouseStyle = {
  /** How people are addressed in Dutch; null leaves it to the writer, who must not mix them. */
  address: 'je' | 'u' | null
  /** Whether an answer begins with a greeting or a name. */
  greeting: 'wanted' | 'unwanted' | 'free'
  /** How an answer ends, as `^{initials}` or `{name} van Zilvermeeuw`; empty asks for nothing. */
  signOff: string
  words: HouseWord[]
  /** What nobody may promise, in the words people would use. */
  promises: string[]
  /** While it is so, the words below and guesses, blame and comfort are held against an answer. */
  isIncident: boolean
  incidentWords: string[]
  /** What stops an answer. All else advises. */
  blocks: DraftRuleId[]
  /** The sentence that invites somebody to a private channel, where the network has no private answers; by the language of the answer. */
  privateInvitation?: { nl: string; en: string } | undefined
}

export const plainHouse: HouseStyle = {
  address: null,
  greeting: 'free',
  signOff: '',
  words: [],
  promises: [],
  isIncident: false,
  incidentWords: [],
  blocks: [],
}

/** What the house says itself: short lists, since each is asked at every key. */
export const houseLimits = { words: 200, lines: 100, lineLength: 120, signOff: 60, invitation: 280 }

const marks = /\{(initials|name)\}/u

/** Whether an answer ends as the house wants. */
export function endsAs(text: string, signOff: string): boolean {
  const end = signOff
    .trim()
    .split(marks)
    .map((part) =>
      part === 'initials'
        ? '\\p{Lu}{2,3}'
        : part === 'name'
          ? "\\p{Lu}[\\p{L}'’-]+"
          : quoted(part).replace(/\s+/gu, '\\s+'),
    )
    .join('')
  return new RegExp(`(?:^|[\\s.!?…,])${end}\\s*$`, 'u').test(text)
}

/** The end of an answer by this member, as the house writes it. */
export function signOffOf(signOff: string, memberName: string): string {
  const names = memberName.trim().split(/\s+/u)
  const initials = [names[0], names.at(-1)].map((name) => name?.match(/\p{L}/u)?.[0]?.toUpperCase() ?? '').join('')
  return signOff
    .trim()
    .replaceAll('{initials}', initials)
    .replaceAll('{name}', names[0] ?? '')
}

export function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
}
