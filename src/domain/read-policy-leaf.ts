import { type PolicyLeaf, policyApprovals, policyPlaces, policyStrategies } from './policy.ts'
import type { PolicyLine, PolicyToken } from './policy-tokens.ts'
import {
  answerWords,
  approvalWords,
  keywords,
  type PolicyLang,
  type PolicyNames,
  placeWords,
  strategyWords,
} from './policy-words.ts'
import { idOf, type Trouble } from './read-policy-test.ts'

type Optional = 'answers' | 'strategy' | 'place'
type Said = Omit<PolicyLeaf, 'kind' | 'id' | 'name' | Optional> & Partial<Pick<PolicyLeaf, Optional>>
/** A leaf while its lines are read. */
export type LeafSoFar = { said: Said; seen: Set<string> }

const fields = [
  ...(['answer', 'strategy', 'place', 'tone', 'why', 'basis'] as const),
  ...(['department', 'approval', 'promise'] as const),
]

export function leafSoFar(): LeafSoFar {
  return {
    said: { tone: '', why: '', basis: '', departmentId: null, approval: 'none', promise: null },
    seen: new Set(),
  }
}

/** One line of a leaf. @returns what is wrong with it */
export function readLeafLine(
  { said, seen }: LeafSoFar,
  { tokens }: PolicyLine,
  { lang, names }: { lang: PolicyLang; names: PolicyNames },
): Trouble | undefined {
  const [first, value, ...more] = tokens
  const key = fields.find((one) => keywords[one][lang] === first?.text)
  const all = fields.map((one) => keywords[one][lang]).join(', ')
  if (!key || first?.isQuoted)
    return { en: `Below advice stands one of: ${all}.`, nl: `Onder een advies staat een van: ${all}.` }
  if (seen.has(key)) return { en: 'This is said twice.', nl: 'Dit staat er twee keer.' }
  seen.add(key)
  if (!value || more.length > 0) return { en: 'One value follows here.', nl: 'Hier hoort één waarde.' }
  return takeValue(said, { key, value, lang, names })
}

type Taken = { key: (typeof fields)[number]; value: PolicyToken; lang: PolicyLang; names: PolicyNames }

function takeValue(said: Said, { key, value, lang, names }: Taken): Trouble | undefined {
  const choice = <T extends string>(words: Record<T, Trouble>, choices: readonly T[]): T | undefined =>
    value.isQuoted ? undefined : choices.find((one) => words[one][lang] === value.text)
  const oneOf = (words: Record<string, Trouble>): Trouble => ({
    en: `Choose from: ${Object.values(words)
      .map((one) => one.en)
      .join(', ')}.`,
    nl: `Kies uit: ${Object.values(words)
      .map((one) => one.nl)
      .join(', ')}.`,
  })
  switch (key) {
    case 'answer': {
      const answer = choice(answerWords, ['yes', 'no'])
      said.answers = answer === 'yes'
      return answer ? undefined : { en: 'Choose from: yes, no.', nl: 'Kies uit: ja, nee.' }
    }
    case 'strategy':
      said.strategy = choice(strategyWords, policyStrategies)
      return said.strategy ? undefined : oneOf(strategyWords)
    case 'place':
      said.place = choice(placeWords, policyPlaces)
      return said.place ? undefined : oneOf(placeWords)
    case 'approval': {
      const approval = choice(approvalWords, policyApprovals)
      said.approval = approval ?? 'none'
      return approval ? undefined : oneOf(approvalWords)
    }
    case 'tone':
    case 'why':
    case 'basis':
      said[key] = value.text
      return value.isQuoted
        ? undefined
        : { en: 'Put this between quotation marks.', nl: 'Zet dit tussen aanhalingstekens.' }
    case 'department':
      said.departmentId = idOf(names.department, value.text) ?? null
      return said.departmentId
        ? undefined
        : { en: `There is no department “${value.text}”.`, nl: `Er is geen afdeling “${value.text}”.` }
    case 'promise':
      said.promise = /^\d{1,5}$/u.test(value.text) ? Number(value.text) : null
      return said.promise === null ? { en: 'A whole number of minutes.', nl: 'Een heel aantal minuten.' } : undefined
  }
}
