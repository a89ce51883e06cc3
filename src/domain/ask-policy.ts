import {
  type FigureTest,
  figureAbouts,
  flagAbouts,
  noFacts,
  oneAbouts,
  type Policy,
  type PolicyAnswer,
  type PolicyExample,
  type PolicyFacts,
  type PolicyLeaf,
  type PolicyNode,
  type PolicyQuestion,
  type PolicySituation,
  type PolicyTest,
} from './policy.ts'

/** What was found of what was asked: values, a figure, or whether it is so. Empty: not known. */
export type PolicyFound = { test: PolicyTest; holds: boolean; found: string[] }
export type PolicyStep =
  | { kind: 'when'; holds: boolean; of: PolicyFound[] }
  | { kind: 'ask'; question: PolicyQuestion; answer: PolicyAnswer }
/** Where a conversation comes out: at a leaf, or before a question that nobody has answered yet. */
export type PolicyAdvice =
  | { kind: 'leaf'; leaf: PolicyLeaf; steps: PolicyStep[] }
  | { kind: 'question'; question: PolicyQuestion; steps: PolicyStep[] }

/** Walks down the tree. What holds is what decided; where a test fails, the first that fails did. */
export function askPolicy({ questions, root }: Policy, { facts, answers }: PolicySituation): PolicyAdvice {
  const steps: PolicyStep[] = []
  let node: PolicyNode = root
  while (node.kind !== 'leaf') {
    if (node.kind === 'when') {
      const found = findTests(node.tests, facts)
      const failed = found.find(({ holds }) => !holds)
      steps.push({ kind: 'when', holds: !failed, of: failed ? [failed] : found })
      node = failed ? node.no : node.yes
      continue
    }
    const { questionId } = node
    const question = questions.find(({ id }) => id === questionId) ?? { id: questionId, text: questionId }
    const answer = Object.hasOwn(answers, questionId) ? answers[questionId] : undefined
    if (!answer) return { kind: 'question', question, steps }
    steps.push({ kind: 'ask', question, answer })
    node = node[answer]
  }
  return { kind: 'leaf', leaf: node, steps }
}

/** By what it is called in a comparison: a leaf by its own name, a question by its own. */
export function adviceKey(advice: PolicyAdvice): string {
  return advice.kind === 'leaf' ? `leaf:${advice.leaf.id}` : `question:${advice.question.id}`
}

export type ExampleResult = { example: PolicyExample; got: PolicyAdvice; passes: boolean }

export function runExamples(policy: Policy, examples: readonly PolicyExample[]): ExampleResult[] {
  return examples.map((example) => {
    const got = askPolicy(policy, { facts: { ...noFacts, ...example.facts }, answers: example.answers })
    return { example, got, passes: got.kind === 'leaf' && got.leaf.id === example.leafId }
  })
}

const isIn = <T extends string>(all: readonly T[], about: string): about is T => all.some((one) => one === about)

export function isFigureTest(test: PolicyTest): test is FigureTest {
  return isIn(figureAbouts, test.about)
}

/** Each test with what was found; all must hold. */
export function findTests(tests: readonly PolicyTest[], facts: PolicyFacts): PolicyFound[] {
  return tests.map((test) => look(test, facts))
}

function look(test: PolicyTest, facts: PolicyFacts): PolicyFound {
  if (isFigureTest(test)) {
    const figure = facts[test.about]
    const holds = figure !== null && figure >= (test.from ?? -Infinity) && figure <= (test.to ?? Infinity)
    return { test, holds, found: figure === null ? [] : [String(figure)] }
  }
  if (isFlag(test)) return { test, holds: facts[test.about] === test.is, found: [String(facts[test.about])] }
  const { about, is } = test
  const has = isIn(oneAbouts, about) ? listOf(facts[about]) : facts[about]
  const fitting = has.filter((one) => is.includes(one))
  return { test, holds: fitting.length > 0, found: fitting.length > 0 ? fitting : [...has] }
}

function listOf(one: string | null): string[] {
  return one === null ? [] : [one]
}

export function isFlag(test: PolicyTest): test is Extract<PolicyTest, { is: boolean }> {
  return isIn(flagAbouts, test.about)
}
