import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { intents, sentiments, urgencies } from './assessment.ts'
import {
  authorMarks,
  crisisLeast,
  promiseGrowsIn,
  type RiskInput,
  type RiskMessage,
  riskLevelOf,
  sumOf,
  vulnerabilities,
  weighRisk,
} from './risk.ts'

const calm: RiskMessage = {
  intent: 'other',
  sentiment: 'neutral',
  urgency: 0,
  anger: 0,
  vulnerable: [],
  isPress: false,
}
const nothing: RiskInput = {
  messages: [calm],
  author: { followers: 0, mark: null, complaintsBefore: 0 },
  spread: 0,
  spreadAnHour: 0,
  alike: 0,
  repliesAnHour: 0,
  promiseLeft: null,
  raised: 0,
}

type Given = Partial<Omit<RiskInput, 'messages' | 'author'>> & {
  message?: Partial<RiskMessage>
  author?: Partial<RiskInput['author']>
}
function check({ message, author, ...rest }: Given, expected: string) {
  const { sum, parts } = weighRisk({
    ...nothing,
    ...rest,
    author: { ...nothing.author, ...author },
    messages: [{ ...calm, ...message }],
  })
  const said = parts.map(({ code, value, weight }) => `+${weight} ${value ?? code}`)
  assert.equal(`${sum} = ${said.join(' ')}`, expected)
}

test('somebody who says nothing of us weighs nothing', () => check({}, '0 = '))
test('a threat with a court, before many people', () =>
  check(
    { message: { intent: 'legal_threat', sentiment: 'negative', urgency: 2 }, author: { followers: 41_000 } },
    '5.5 = +3 legal_threat +1 urgency +0.5 negative +1 followers',
  ))
test('followers of whom nobody complains count half', () =>
  check(
    { message: { intent: 'praise', sentiment: 'positive' }, author: { followers: 41_000 } },
    '0.5 = +0.5 followers',
  ))
test('a child waits well in a compliment, and not in a complaint', () => {
  check({ message: { intent: 'praise', vulnerable: ['child'] } }, '0 = ')
  check({ message: { intent: 'complaint', vulnerable: ['child'] } }, '2 = +1 complaint +1 child')
})
test('vulnerability has a bound', () =>
  check(
    { message: { intent: 'complaint', vulnerable: ['child', 'elderly', 'danger', 'medical'] } },
    '4 = +1 complaint +2 danger +1 child',
  ))
test('what may be a crisis stands on top although nothing else is known', () =>
  check({ message: { intent: 'crisis' } }, '8 = +5 crisis +3 crisis'))
test('who may harm themselves is a crisis whatever the intent was called', () =>
  check({ message: { intent: 'other', vulnerable: ['selfharm'] } }, '8 = +3 selfharm +5 crisis'))
test('a promise weighs more as its time runs out', () => {
  check({ promiseLeft: 61 }, '0 = ')
  check({ promiseLeft: 59 }, '0.5 = +0.5 promise')
  check({ promiseLeft: 14 }, '1 = +1 promise')
  check({ promiseLeft: -1 }, '2 = +2 promise')
  check({ raised: 1 }, '2 = +2 raised')
  check({ raised: 9 }, '4 = +4 raised')
})
test('when it will weigh more is known beforehand', () => {
  assert.deepEqual([90, 60, 59, 15, 10, 0, -1].map(promiseGrowsIn), [30, 0, 44, 0, 10, 0, null])
})

const figure = fc.double({ min: 0, max: 2_000_000, noNaN: true })
const message: fc.Arbitrary<RiskMessage> = fc.record({
  intent: fc.constantFrom(...intents),
  sentiment: fc.constantFrom(...sentiments),
  urgency: fc.constantFrom(...urgencies),
  anger: fc.double({ min: 0, max: 1, noNaN: true }),
  vulnerable: fc.uniqueArray(fc.constantFrom(...vulnerabilities)),
  isPress: fc.boolean(),
})
const given: fc.Arbitrary<RiskInput> = fc.record({
  messages: fc.array(message, { minLength: 1, maxLength: 4 }),
  author: fc.record({
    followers: figure,
    mark: fc.constantFrom(...authorMarks, null),
    complaintsBefore: fc.nat(9),
  }),
  spread: figure,
  spreadAnHour: figure,
  alike: fc.nat(100),
  repliesAnHour: fc.nat(50),
  raised: fc.integer({ min: 0, max: 3 }),
  promiseLeft: fc.option(fc.double({ min: -500, max: 500, noNaN: true })),
})

test('nothing lowers a crisis, and its level is the highest', () => {
  fc.assert(
    fc.property(given, message, (input, one) => {
      const crisis = { ...one, intent: 'crisis' as const }
      const { sum } = weighRisk({ ...input, messages: [...input.messages, crisis] })
      assert.ok(sum >= crisisLeast)
      assert.equal(riskLevelOf(sum), 3)
    }),
    { numRuns: 2_000 },
  )
})

test('a rule that asks for a higher urgency only ever raises the sum', () => {
  fc.assert(
    fc.property(given, message, (input, one) => {
      const sums = urgencies.map((urgency) => weighRisk({ ...input, messages: [{ ...one, urgency }] }).sum)
      assert.deepEqual(
        sums.toSorted((a, b) => a - b),
        sums,
      )
    }),
    { numRuns: 2_000 },
  )
})

test('one more message never lowers the sum of what is unhappy already, and the parts always add up to it', () => {
  fc.assert(
    fc.property(given, message, (input, one) => {
      const before = weighRisk(input)
      const after = weighRisk({ ...input, messages: [...input.messages, one] })
      assert.ok(after.sum >= before.sum - 1e-9)
      assert.ok(Math.abs(sumOf(after.parts) - after.sum) < 1e-9)
      assert.ok(after.parts.every((part) => part.weight > 0))
    }),
    { numRuns: 2_000 },
  )
})
