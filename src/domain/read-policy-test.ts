import {
  type FigureAbout,
  figureAbouts,
  flagAbouts,
  type ListTest,
  oneAbouts,
  type PolicyTest,
  policyAbouts,
  policyFields,
  someAbouts,
} from './policy.ts'
import type { PolicyLine } from './policy-tokens.ts'
import { aboutWords, keywords, type PolicyLang, type PolicyNames, valueWords } from './policy-words.ts'

export type Trouble = Record<PolicyLang, string>
export type ReadTest<T> = { ok: true; value: T } | { ok: false; trouble: Trouble }

type Reading = { lang: PolicyLang; names: PolicyNames }
/** A place in a line: what stands there, and the way on. */
type Cursor = { at: number; tokens: PolicyLine['tokens'] }

/** All tests of one `if`, from its second word on. */
export function readTests(
  { tokens }: PolicyLine,
  { from, ...reading }: Reading & { from: number },
): ReadTest<PolicyTest[]> {
  const tests: PolicyTest[] = []
  const cursor: Cursor = { at: from, tokens }
  while (true) {
    const test = readTest(cursor, reading)
    if (!test.ok) return test
    tests.push(test.value)
    if (cursor.at >= tokens.length) return { ok: true, value: tests }
    if (wordAt(cursor) !== keywords.and[reading.lang]) return no(leftOver(tokens[cursor.at]?.text ?? ''))
    cursor.at += 1
  }
}

function wordAt({ at, tokens }: Cursor, ahead = 0): string | undefined {
  const token = tokens[at + ahead]
  return token && !token.isQuoted ? token.text : undefined
}

function readTest(cursor: Cursor, reading: Reading): ReadTest<PolicyTest> {
  const { lang } = reading
  const isNot = wordAt(cursor) === keywords.not[lang]
  if (isNot) cursor.at += 1
  const about = policyAbouts.find((one) => aboutWords[one][lang] === wordAt(cursor))
  if (!about) return no(unknownAbout(cursor.tokens[cursor.at]?.text, lang))
  cursor.at += 1
  const flag = flagAbouts.find((one) => one === about)
  if (flag) return { ok: true, value: { about: flag, is: !isNot } }
  if (isNot) return no(onlyFlags)
  const figure = figureAbouts.find((one) => one === about)
  if (figure) return readFigure(cursor, figure, lang)
  const list = [...oneAbouts, ...someAbouts].find((one) => one === about)
  return list ? readList(cursor, list, reading) : no(unknownAbout(about, lang))
}

function readFigure(cursor: Cursor, about: FigureAbout, lang: PolicyLang): ReadTest<PolicyTest> {
  const limits: { from: number | null; to: number | null } = { from: null, to: null }
  for (const side of ['from', 'to'] as const) {
    if (wordAt(cursor) !== keywords[side][lang]) continue
    const said = wordAt(cursor, 1)
    if (said === undefined || !/^\d{1,10}$/u.test(said)) return no(noFigure)
    limits[side] = Number(said)
    cursor.at += 2
  }
  if (limits.from === null && limits.to === null) return no(noLimit)
  return { ok: true, value: { about, ...limits } }
}

function readList(cursor: Cursor, about: ListTest['about'], reading: Reading): ReadTest<PolicyTest> {
  if (wordAt(cursor) !== keywords.is[reading.lang]) return no(noIs)
  const is: string[] = []
  do {
    cursor.at += 1
    const token = cursor.tokens[cursor.at]
    if (!token || (token.text === ',' && !token.isQuoted)) return no(noValue)
    const value = valueSaid(about, token.text, reading)
    if (value === undefined) return no(unknownValue(token.text, aboutWords[about]))
    is.push(value)
    cursor.at += 1
  } while (wordAt(cursor) === ',')
  return { ok: true, value: { about, is } }
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu

function valueSaid(
  about: (typeof policyAbouts)[number],
  said: string,
  { lang, names }: { lang: PolicyLang; names: PolicyNames },
): string | undefined {
  if (about === 'topic' || about === 'source') return idOf(names[about], said)
  const field = policyFields[about]
  const all: readonly string[] | null = 'of' in field ? field.of : null
  if (all === null) return said
  return all.find((one) => valueWords[one]?.[lang] === said)
}

/** By a name that only one has, or by the id itself. */
export function idOf(named: readonly { id: string; name: string }[], said: string): string | undefined {
  const called = named.filter(({ name }) => name === said)
  if (called.length === 1) return called[0]?.id
  return uuid.test(said) ? said : undefined
}

function no(trouble: Trouble): { ok: false; trouble: Trouble } {
  return { ok: false, trouble }
}

function unknownAbout(said: string | undefined, lang: PolicyLang): Trouble {
  const some = policyAbouts.map((one) => aboutWords[one][lang]).join(', ')
  if (said === undefined) return { en: `Say what is asked: ${some}.`, nl: `Zeg waarnaar je vraagt: ${some}.` }
  return {
    en: `“${said}” is nothing that can be asked. Choose from: ${some}.`,
    nl: `Naar “${said}” kun je niet vragen. Kies uit: ${some}.`,
  }
}
function unknownValue(said: string, about: Trouble): Trouble {
  return {
    en: `“${said}” does not exist here as ${about.en}.`,
    nl: `“${said}” bestaat hier niet als ${about.nl}.`,
  }
}
function leftOver(said: string): Trouble {
  return {
    en: `“${said}” is not expected here. Join conditions with “and”.`,
    nl: `“${said}” hoort hier niet. Verbind voorwaarden met “en”.`,
  }
}
const onlyFlags: Trouble = {
  en: 'Only what is so or not can have “not” before it. For the rest, use “else”.',
  nl: 'Alleen wat wel of niet zo is kan “niet” voor zich hebben. Gebruik voor de rest “anders”.',
}
const noFigure: Trouble = { en: 'A whole number is missing.', nl: 'Er ontbreekt een heel getal.' }
const noLimit: Trouble = { en: 'Say “from” or “to” and a number.', nl: 'Zeg “vanaf” of “tot-en-met” en een getal.' }
const noIs: Trouble = { en: 'The word “is” is missing.', nl: 'Het woord “is” ontbreekt.' }
const noValue: Trouble = { en: 'A value is missing.', nl: 'Er ontbreekt een waarde.' }
