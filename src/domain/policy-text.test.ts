import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  figureAbouts,
  flagAbouts,
  oneAbouts,
  type Policy,
  type PolicyNode,
  type PolicyTest,
  policyApprovals,
  policyFields,
  policyPlaces,
  policyStrategies,
  someAbouts,
} from './policy.ts'
import { policySchema } from './policy-input.ts'
import { policyText } from './policy-text.ts'
import type { PolicyNames } from './policy-words.ts'
import { readPolicyText } from './read-policy-text.ts'

/** The same numbers for the same seed, so that what fails fails again. */
function randomFrom(seed: number) {
  let state = seed
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const pick = <T>(all: readonly T[]): T => {
    const one = all[next(all.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  return { next, pick }
}

const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
const texts = ['een, twee', 'zegt "nee" \\ ja', 'regel\nbreuk', 'en', 'ïjk 😀', 'anders als', '#', "it's", ' x ']
const names: PolicyNames = {
  topic: ['Bagage', 'en', 'Bagage, rest', 'Twee', 'Twee'].map((name, at) => ({ id: idOf(at), name })),
  source: [{ id: idOf(20), name: 'Feed "x"' }],
  department: [{ id: idOf(30), name: 'Pers & PR' }],
}

function randomPolicy(seed: number): Policy {
  const { next, pick } = randomFrom(seed)
  const maybe = <T>(value: T): T | null => (next(2) === 0 ? value : null)
  const valueSaid = (about: (typeof oneAbouts)[number] | (typeof someAbouts)[number]): string => {
    const all: readonly string[] | null = policyFields[about].of
    if (all) return pick(all)
    if (about === 'topic' || about === 'source') return pick([...names[about].map(({ id }) => id), idOf(99)])
    return pick(['bluesky', 'en', 'nl', 'and', 'met spatie', ',', 'x.y'])
  }
  const aTest = (): PolicyTest => {
    const kind = next(4)
    if (kind === 0) return { about: pick(flagAbouts), is: next(2) === 0 }
    if (kind === 1) {
      const from = maybe(next(90))
      return { about: pick(figureAbouts), from, to: from === null ? next(999_999_999) : maybe(from + next(5)) }
    }
    const about = pick([...oneAbouts, ...someAbouts])
    return { about, is: Array.from({ length: 1 + next(3) }, () => valueSaid(about)) }
  }
  let count = 0
  const aNode = (depth: number): PolicyNode => {
    const kind = depth > 6 ? 0 : next(3)
    if (kind === 1) {
      const tests = Array.from({ length: 1 + next(3) }, aTest)
      return { kind: 'when', tests, yes: aNode(depth + 1), no: aNode(depth + 1) }
    }
    if (kind === 2)
      return { kind: 'ask', questionId: 'q', yes: aNode(depth + 1), no: aNode(depth + 1), unknown: aNode(depth + 2) }
    count += 1
    return {
      ...{ kind: 'leaf', id: `l-${count}`, name: pick(texts), answers: next(2) === 0 },
      ...{ strategy: pick(policyStrategies), place: pick(policyPlaces), approval: pick(policyApprovals) },
      ...{ tone: pick([...texts, '']), why: pick([...texts, '']), basis: pick([...texts, '']) },
      ...{ departmentId: maybe(pick([idOf(30), idOf(98)])), promise: maybe(1 + next(43_200)) },
    }
  }
  return { name: pick(texts), questions: [{ id: 'q', text: pick(texts) }], root: aNode(0) }
}

for (const lang of ['en', 'nl'] as const)
  test(`the text of a policy gives back exactly the same tree (${lang})`, () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const policy = randomPolicy(seed)
      const text = policyText(policy, lang, names)
      assert.deepEqual(readPolicyText(text, names), { ok: true, lang, policy }, `seed ${seed}:\n${text}`)
    }
  })

test('the schema takes what can be written, and gives it back unchanged', () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const policy = randomPolicy(seed)
    const trimmed: unknown = JSON.parse(JSON.stringify(policy).replaceAll('" x "', '"x"'))
    assert.deepEqual(policySchema.parse(policy), trimmed)
  }
})

const leaf = 'advies a "A"\n    antwoorden ja\n    strategie uitleg\n    plaats openbaar'
const head = 'beleid "B"\nvraag waar "Klopt het?"\n'
const cases: [says: string, text: string, line: number, words: RegExp][] = [
  ['nothing at all', '', 1, /^Begin met/u],
  ['no name', 'beleid', 1, /aanhalingstekens/u],
  ['a quotation mark that is missing', 'beleid "B', 1, /aanhalingsteken/u],
  ['a word that is none', `${head}misschien iets`, 3, /als, vraag-na of advies/u],
  ['no tree', head, 2, /Onder deze regel staat niets/u],
  ['a field that does not exist', `${head}als kleur is rood\n  ${leaf}\nanders\n  ${leaf}`, 3, /“kleur”/u],
  ['a value that does not exist', `${head}als toon is boos\n  ${leaf}\nanders\n  ${leaf}`, 3, /“boos”/u],
  ['a figure that is none', `${head}als spoed vanaf veel\n  ${leaf}\nanders\n  ${leaf}`, 3, /heel getal/u],
  ['nothing below', `${head}als spoed vanaf 2\nanders\n  ${leaf}`, 3, /staat niets/u],
  ['no else', `${head}als spoed vanaf 2\n  ${leaf}`, 3, /ontbreekt een “anders”/u],
  ['half a question', `${head}vraag-na waar\n  ja\n    ${leaf.replaceAll('\n', '\n  ')}`, 3, /een ja, een nee/u],
  ['advice without a place', `${head}advies a "A"\n  antwoorden ja\n  strategie uitleg`, 3, /ten minste/u],
  ['a strategy that does not exist', `${head}advies a "A"\n  strategie boos`, 4, /Kies uit/u],
  ['said twice', `${head}advies a "A"\n  antwoorden ja\n  antwoorden nee`, 5, /twee keer/u],
  ['an unknown search', `${head}als zoekopdracht is "X"\n  ${leaf}\nanders\n  ${leaf}`, 3, /“X”/u],
  ['something after the end', `${head}${leaf.replaceAll('    ', '  ')}\nadvies b "B"`, 7, /kantlijn/u],
]
for (const [says, text, line, words] of cases)
  test(`a text says what is wrong with it, and where: ${says}`, () => {
    const read = readPolicyText(text)
    assert.ok(!read.ok)
    const told = read.problems.find((one) => one.line === line)
    assert.match(told?.nl ?? JSON.stringify(read.problems), words)
  })
