import type { AdviceView, PolicyComparisonView, PolicyVersionView, PolicyView } from '#api/contract/policy-shapes.ts'
import type { Policy, PolicyExample, PolicyLeaf, PolicyNode } from '#domain/policy.ts'
import { policyText } from '#domain/policy-text.ts'
import { conversation } from './conversation.ts'
import { inMinutes } from './moments.ts'
import { baggage, care, noor, press, sanne } from './people.ts'
import { rows } from './rows.ts'

const leaf = (id: string, name: string, given: Partial<PolicyLeaf> = {}): PolicyNode => ({
  ...{ kind: 'leaf', id, name, answers: true, strategy: 'explain', place: 'public', tone: '', why: '', basis: '' },
  ...{ departmentId: null, approval: 'none', promise: null },
  ...given,
})
const repair: PolicyLeaf = {
  ...{ kind: 'leaf', id: 'repair', name: 'Excuus en herstel', answers: true, strategy: 'apologise' },
  place: 'public_then_private',
  tone: 'oprecht, concreet, zonder “als”',
  why: 'Het klopt en het komt door ons. Zeg sorry voor wat er gebeurde, wat je eraan doet en wanneer, en doe het.',
  basis: 'Davidow 2003; Coombs 2007 (SCCT)',
  ...{ departmentId: baggage.id, approval: 'colleague', promise: 120 },
}
const question = { id: 'true', text: 'Klopt het wat ze zeggen?' }
const ours = { id: 'ours', text: 'Komt het door ons?' }

export const policy: Policy = {
  name: 'Antwoorden bij Zilvermeeuw',
  questions: [question, ours],
  root: {
    kind: 'when',
    tests: [{ about: 'intent', is: ['spam'] }],
    yes: leaf('no-answer', 'Geen antwoord', { answers: false, strategy: 'let_stand', place: 'nowhere' }),
    no: {
      kind: 'when',
      tests: [
        { about: 'signal', is: ['crisis', 'danger', 'elderly', 'child', 'medical'] },
        { about: 'urgency', from: 2, to: null },
      ],
      yes: leaf('safety', 'Eerst de mens in nood', { strategy: 'escalate', promise: 15 }),
      no: {
        kind: 'when',
        tests: [{ about: 'addressed', is: false }],
        yes: leaf('leave-talk', 'Laat het gesprek aan hen', {
          answers: false,
          strategy: 'let_stand',
          place: 'nowhere',
        }),
        no: {
          kind: 'ask',
          questionId: 'true',
          yes: {
            kind: 'ask',
            questionId: 'ours',
            yes: repair,
            no: leaf('explain', 'Meeleven, uitleggen, verder helpen'),
            unknown: leaf('empathise', 'Meeleven en uitzoeken'),
          },
          no: leaf('correct', 'Zeggen hoe het zit', { strategy: 'correct' }),
          unknown: leaf('find-out', 'Eerst uitzoeken', { strategy: 'empathise' }),
        },
      },
    },
  },
}

const example = (id: string, says: string, leafId: string, given: Partial<PolicyExample> = {}): PolicyExample => ({
  ...{ id, says, leafId, facts: {}, answers: {} },
  ...given,
})
export const examples: PolicyExample[] = [
  example('a', 'Gratis vakantie winnen? Klik op de link', 'no-answer', { facts: { intent: 'spam' } }),
  example('b', 'Mijn koffer is weg en niemand neemt op', 'repair', {
    facts: { intent: 'complaint' },
    answers: { true: 'yes', ours: 'yes' },
  }),
]

const names = {
  topic: [],
  source: [],
  department: [care, baggage, press].map(({ id, name }) => ({ id, name })),
}
const current: PolicyVersionView = {
  ...{ number: 3, policy, examples, note: 'Koffers naar Bagage', by: noor, at: inMinutes(-3_000) },
}
export const noPolicy: PolicyView = { current: null, draft: null, history: [], names }
export const policyNow: PolicyView = {
  ...{ current, draft: null, names },
  history: [
    { number: 3, note: 'Koffers naar Bagage', fromNumber: null, by: noor, at: inMinutes(-3_000) },
    { number: 2, note: '', fromNumber: 1, by: sanne, at: inMinutes(-9_000) },
    { number: 1, note: 'Begin', fromNumber: null, by: null, at: inMinutes(-90_000) },
  ],
}
const draft = { examples, revision: 4, by: sanne, at: inMinutes(-12) }
export const policyWritten: PolicyView = {
  ...policyNow,
  draft: {
    ...draft,
    text: policyText({ ...policy, name: 'Nieuw' }, 'nl', names).replace(
      '  strategie rechtzetten',
      '  strategie uitleg',
    ),
    examples: [...examples, example('c', 'Jullie rekenen geld voor water', 'repair', { answers: { true: 'no' } })],
  },
}
export const policyBroken: PolicyView = {
  ...policyNow,
  draft: { ...draft, text: policyText(policy, 'nl', names).replace('bedoeling is spam', 'bedoeling is boos') },
}

const advice = (id: string, name: string) => ({ kind: 'leaf' as const, id, name })
export const comparison: PolicyComparisonView = {
  ...{ version: 3, asked: 812, isCut: false, changed: 3 },
  moves: [
    {
      from: advice('explain', 'Meeleven, uitleggen, verder helpen'),
      to: advice('repair', 'Excuus en herstel'),
      count: 2,
    },
    {
      from: advice('find-out', 'Eerst uitzoeken'),
      to: { kind: 'question', ...question, name: question.text },
      count: 1,
    },
  ],
  changes: rows.slice(0, 3).map(({ id, key, title }) => ({
    ...{ id, key, title },
    from: advice('explain', 'Meeleven, uitleggen, verder helpen'),
    to: advice('repair', 'Excuus en herstel'),
  })),
}

const step = (en: string, nl: string, is: 'yes' | 'no') => ({
  asked: { en, nl },
  answer: { en: is, nl: is === 'yes' ? 'ja' : 'nee' },
})
const steps = [
  step('intent is spam', 'bedoeling is spam', 'no'),
  step('signal is crisis, danger, elderly, child, medical', 'signaal is crisis, gevaar, ouderen, kind, medisch', 'no'),
  step('not addressed to us', 'niet aan ons gericht', 'no'),
]
export const noAdvice: AdviceView = { now: null, answers: [], decisions: [] }
export const asksFirst: AdviceView = {
  now: { version: 3, outcome: { kind: 'question', ...question }, steps },
  ...{ answers: [], decisions: [] },
}
const { departmentId: _, ...said } = repair
export const advised: AdviceView = {
  now: {
    version: 3,
    outcome: { ...said, department: { id: baggage.id, name: baggage.name } },
    steps: [...steps, step(question.text, question.text, 'yes'), step(ours.text, ours.text, 'yes')],
  },
  answers: [question, ours].map(({ id, text }) => ({
    ...{ questionId: id, question: text, answer: 'yes', by: noor, at: inMinutes(-4) },
  })),
  decisions: [
    {
      ...{ occasion: 'replied', version: 2, by: noor, at: inMinutes(-1_500) },
      outcome: { kind: 'question', ...question },
    },
  ],
}
export const advisedKey = conversation.key
