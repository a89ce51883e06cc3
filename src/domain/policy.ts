import type { Intent, Sentiment } from './assessment.ts'
import { postKinds } from './post-kind.ts'

/** As triage has them, in the order in which a form offers them; by themselves, since the pages do not load the schema of triage. */
export const policyIntents = [
  ...(['complaint', 'question', 'praise', 'lead', 'news', 'crisis', 'legal_threat', 'job', 'spam', 'other'] as const),
  'unsure',
] as const satisfies readonly Intent[]
export const policySentiments = [
  ...(['negative', 'neutral', 'positive', 'mixed', 'unsure'] as const),
] as const satisfies readonly Sentiment[]

/** What may be so about a conversation and is worth a question of its own. Several may be true at once. */
export const policySignals = [
  'crisis',
  'danger',
  'selfharm',
  'child',
  'elderly',
  'medical',
  'legal',
  'press',
  'vip',
] as const
export type PolicySignal = (typeof policySignals)[number]

/**
 * What a policy can ask about. `one`: a conversation has one of them; `some`: it has any number; a figure is compared, a flag is so or
 * not. `of` is all there can be, where that is known.
 */
export const policyFields = {
  intent: { is: 'one', of: policyIntents },
  sentiment: { is: 'one', of: policySentiments },
  kind: { is: 'one', of: postKinds },
  network: { is: 'one', of: null },
  lang: { is: 'one', of: null },
  source: { is: 'one', of: null },
  topic: { is: 'some', of: null },
  signal: { is: 'some', of: policySignals },
  urgency: { is: 'figure', most: 3 },
  risk: { is: 'figure', most: 3 },
  anger: { is: 'figure', most: 100 },
  rating: { is: 'figure', most: 5 },
  followers: { is: 'figure', most: 1_000_000_000 },
  spread: { is: 'figure', most: 1_000_000_000 },
  alike: { is: 'figure', most: 1_000_000 },
  messages: { is: 'figure', most: 100_000 },
  answers: { is: 'figure', most: 100_000 },
  complaints: { is: 'figure', most: 100_000 },
  addressed: { is: 'flag' },
  returning: { is: 'flag' },
} as const satisfies Record<string, PolicyField>

type PolicyField =
  | { is: 'one' | 'some'; of: readonly string[] | null }
  | { is: 'figure'; most: number }
  | { is: 'flag' }

export type PolicyAbout = keyof typeof policyFields
type AboutOf<K> = { [A in PolicyAbout]: (typeof policyFields)[A]['is'] extends K ? A : never }[PolicyAbout]
export type OneAbout = AboutOf<'one'>
export type SomeAbout = AboutOf<'some'>
export type FigureAbout = AboutOf<'figure'>
export type FlagAbout = AboutOf<'flag'>

const keysOf = <K extends string>(kind: K) =>
  (Object.keys(policyFields) as PolicyAbout[]).filter((about): about is AboutOf<K> => policyFields[about].is === kind)
export const oneAbouts = keysOf('one')
export const someAbouts = keysOf('some')
export const figureAbouts = keysOf('figure')
export const flagAbouts = keysOf('flag')
export const policyAbouts = Object.keys(policyFields) as PolicyAbout[]

export type ListTest = { about: OneAbout | SomeAbout; is: string[] }
export type FigureTest = { about: FigureAbout; from: number | null; to: number | null }
export type FlagTest = { about: FlagAbout; is: boolean }
/** One thing that is asked of a conversation: of a list one value must fit. */
export type PolicyTest = ListTest | FigureTest | FlagTest

export const policyStrategies = [
  'apologise',
  'explain',
  'empathise',
  'correct',
  'thank',
  'concur',
  'invite',
  'private',
  'let_stand',
  'monitor',
  'escalate',
  'legal',
] as const
export type PolicyStrategy = (typeof policyStrategies)[number]

export const policyPlaces = ['public', 'public_then_private', 'private', 'nowhere'] as const
export type PolicyPlace = (typeof policyPlaces)[number]

export const policyApprovals = ['none', 'colleague', 'lead'] as const
export type PolicyApproval = (typeof policyApprovals)[number]

/** What the policy says to do. Its id is what examples and histories call it by. */
export type PolicyLeaf = {
  kind: 'leaf'
  id: string
  name: string
  answers: boolean
  strategy: PolicyStrategy
  place: PolicyPlace
  /** How it should sound, in a few words. */
  tone: string
  why: string
  /** What the default rests on; empty for what was written here. */
  basis: string
  departmentId: string | null
  approval: PolicyApproval
  /** Minutes. Only said, until promises listen to it. */
  promise: number | null
}

/** All of its tests must hold. */
export type PolicyWhen = { kind: 'when'; tests: PolicyTest[]; yes: PolicyNode; no: PolicyNode }
/** A person has to say. The same question in two places is asked once. */
export type PolicyAsk = { kind: 'ask'; questionId: string; yes: PolicyNode; no: PolicyNode; unknown: PolicyNode }
export type PolicyNode = PolicyLeaf | PolicyWhen | PolicyAsk

export type PolicyQuestion = { id: string; text: string }
export type Policy = { name: string; questions: PolicyQuestion[]; root: PolicyNode }

export const policyAnswers = ['yes', 'no', 'unknown'] as const
export type PolicyAnswer = (typeof policyAnswers)[number]

/** When it is kept what was advised. */
export type PolicyOccasion = 'replied' | 'finished'

export type PolicyFacts = Record<OneAbout, string | null> &
  Record<SomeAbout, readonly string[]> &
  Record<FigureAbout, number | null> &
  Record<FlagAbout, boolean>
export type PolicyAnswered = Readonly<Record<string, PolicyAnswer>>
export type PolicySituation = { facts: PolicyFacts; answers: PolicyAnswered }

/** A made-up conversation with the advice that it must get; what it does not say is as in `noFacts`. */
export type PolicyExample = {
  id: string
  says: string
  facts: Partial<PolicyFacts>
  answers: Record<string, PolicyAnswer>
  leafId: string
}

export const policyNodesMax = 200
export const policyDepthMax = 40
export const policyTestsMax = 6
export const policyValuesMax = 30
export const policyQuestionsMax = 20
export const policyExamplesMax = 100
export const policyNameMax = 80
export const policyTextMax = 100_000
export const policyLineMax = 200
export const policyWhyMax = 400
export const policyPromiseMax = 43_200
export const policyIdPattern = /^[a-z][a-z0-9-]{0,39}$/u
/** So far back it is shown what another policy would have said. */
export const policyChangeDays = 90

/** An ordinary message to us, of which nothing is known. */
export const noFacts: PolicyFacts = {
  ...{ intent: 'unsure', sentiment: 'unsure', kind: 'post', network: null, lang: null, source: null },
  ...{ topic: [], signal: [], urgency: 0, risk: 0, anger: 0, rating: null, followers: 0, spread: 0 },
  ...{ alike: 0, messages: 1, answers: 0, complaints: 0, addressed: true, returning: false },
}

export type PolicyBranch = 'yes' | 'no' | 'unknown'
/** From a node to those below it, in the order in which they are read. */
export function branchesOf(node: PolicyNode): [branch: PolicyBranch, below: PolicyNode][] {
  switch (node.kind) {
    case 'leaf':
      return []
    case 'when':
      return [
        ['yes', node.yes],
        ['no', node.no],
      ]
    case 'ask':
      return [
        ['yes', node.yes],
        ['no', node.no],
        ['unknown', node.unknown],
      ]
  }
}

/** All nodes, each before those below it. */
export function* nodesOf(node: PolicyNode): Generator<PolicyNode> {
  yield node
  for (const [, below] of branchesOf(node)) yield* nodesOf(below)
}

export function leavesOf({ root }: Policy): PolicyLeaf[] {
  return [...nodesOf(root)].filter((node) => node.kind === 'leaf')
}

/** Where a node stands: the answers that lead to it, `y`, `n` or `u` each. */
export type PolicyPath = string
const letters: Record<string, PolicyBranch> = { y: 'yes', n: 'no', u: 'unknown' }

export function nodeAt(root: PolicyNode, path: PolicyPath): PolicyNode | undefined {
  let node: PolicyNode | undefined = root
  for (const letter of path) node = node && branchesOf(node).find(([branch]) => branch === letters[letter])?.[1]
  return node
}

/** The same tree with another node in that place; all else is shared. */
export function withNodeAt(root: PolicyNode, path: PolicyPath, put: PolicyNode): PolicyNode {
  const [letter] = path
  if (letter === undefined) return put
  const branch = letters[letter]
  const below = branch && branchesOf(root).find(([one]) => one === branch)?.[1]
  if (!branch || !below) return root
  return { ...root, [branch]: withNodeAt(below, path.slice(1), put) }
}
