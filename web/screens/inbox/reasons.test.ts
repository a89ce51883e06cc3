import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Message } from '#api/contract/shapes.ts'
import { groundsOf, type ReasonLabel } from './reasons.ts'

type Reason = NonNullable<Message['assessment']>['reasons'][number]
const reason = (
  label: ReasonLabel,
  code: string,
  weight: number,
  spans: [number, number][] = [],
  value?: string,
): Reason => ({
  ...{ label, code, weight, spans },
  ...(value === undefined ? {} : { value }),
})

function check(text: string, label: ReasonLabel, reasons: Reason[], expected: string, lang = 'nl'): void {
  const assessment = { reasons, lang, sentiment: { class: 'negative', score: -1, p: 1 } } as NonNullable<
    Message['assessment']
  >
  const grounds = groundsOf({ text, assessment }, label)
  const said = grounds.map(
    ({ code, value, words, isAgainst }) => `${isAgainst ? '-' : ''}${code}${value && `=${value}`}(${words.join(',')})`,
  )
  assert.equal(said.join(' '), expected)
}

test('only the reasons for this label, strongest first', () =>
  check(
    'koffer kwijt, echt kwijt',
    'sentiment',
    [
      reason('sentiment', 'word', -1, [[0, 6]]),
      reason('intent', 'rule', 4),
      reason('sentiment', 'word', -3, [[7, 12]]),
    ],
    'word(kwijt) word(koffer)',
  ))
test('the id of a rule is for programs; its words are for people', () =>
  check(
    'ik ga naar de rechter',
    'intent',
    [reason('intent', 'rule', 4, [[14, 21]], 'nl.legal.court')],
    'rule(rechter)',
  ))
test('where it starts from is no reason', () => check('x', 'intent', [reason('intent', 'start', 1)], ''))
test('what pulled the other way says so', () =>
  check('x', 'intent', [reason('intent', 'dissatisfied', -1.2)], '-dissatisfied()'))
test('the same is not said twice', () =>
  check(
    'au au',
    'sentiment',
    [reason('sentiment', 'word', -1, [[0, 2]]), reason('sentiment', 'word', -1, [[3, 5]])],
    'word(au)',
  ))
test('a word that pulls to the other tone speaks against it', () =>
  check(
    'top, maar kapot',
    'sentiment',
    [reason('sentiment', 'learned', -3, [[10, 15]], 'kapot'), reason('sentiment', 'learned', 1, [[0, 3]], 'top')],
    'learned=kapot(kapot) -learned=top(top)',
  ))
test('what hardly weighs is no reason', () =>
  check(
    'a b',
    'intent',
    [reason('intent', 'rule', 4, [[0, 1]]), reason('intent', 'learned', 0.1, [[2, 3]])],
    'rule(a)',
  ))
test('that it beats the others is no reason, and hides none', () =>
  check(
    'a lek',
    'intent',
    [reason('intent', 'beats', 12), reason('intent', 'rule', 1, [[2, 5]], 'nl.crisis.leak')],
    'rule(lek)',
  ))
test('a word that a rule and the weights name is said once', () =>
  check(
    'Lek',
    'intent',
    [reason('intent', 'rule', 4, [[0, 3]], 'x'), reason('intent', 'learned', 2, [[0, 3]], 'lek')],
    'rule(Lek)',
  ))
const little: Reason[] = [reason('intent', 'learned', 3, [[0, 3]]), reason('intent', 'learned', 2, [[4, 8]])]
test('words that hold a sentence together are no reason beside others', () =>
  check('die vlam', 'intent', little, 'learned(vlam)'))
test('what is little in one language is not in another', () =>
  check('die here', 'intent', little, 'learned(die) learned(here)', 'en'))
test('where nothing else speaks, they do', () => check('die', 'intent', little.slice(0, 1), 'learned(die)'))
