import { isFigureTest } from './ask-policy.ts'
import {
  branchesOf,
  nodesOf,
  type Policy,
  type PolicyExample,
  type PolicyNode,
  type PolicyPath,
  policyDepthMax,
  policyExamplesMax,
  policyNodesMax,
} from './policy.ts'
import { type Known, knownAfter, nothingKnown, outcomeOf } from './policy-reach.ts'

export type PolicyProblemKind =
  | 'too_many_nodes'
  | 'too_deep'
  | 'leaf_twice'
  | 'question_twice'
  | 'question_gone'
  | 'no_limit'
  | 'too_many_examples'
  | 'example_twice'
  | 'example_leaf_gone'
export type PolicyWarningKind = 'never_so' | 'always_so' | 'asked_before' | 'question_unused'
/** `path` leads to the node it is about; `about` is the id it names. */
export type PolicyProblem = { kind: PolicyProblemKind; path: PolicyPath | null; about: string }
export type PolicyWarning = { kind: PolicyWarningKind; path: PolicyPath | null; about: string }

const shownMax = 20

/** What makes it no policy. That every way ends in advice, its form says already. */
export function policyProblems({ questions, root }: Policy): PolicyProblem[] {
  const problems: PolicyProblem[] = []
  const placed = [...placedNodes(root)]
  if (placed.length > policyNodesMax) problems.push({ kind: 'too_many_nodes', path: null, about: '' })
  const deep = placed.find(({ path }) => path.length > policyDepthMax)
  if (deep) problems.push({ kind: 'too_deep', path: deep.path, about: '' })
  const leaves = new Set<string>()
  const known = new Set<string>()
  for (const { id } of questions) {
    if (known.has(id)) problems.push({ kind: 'question_twice', path: null, about: id })
    known.add(id)
  }
  for (const { node, path } of placed) {
    if (node.kind === 'leaf' && leaves.has(node.id)) problems.push({ kind: 'leaf_twice', path, about: node.id })
    if (node.kind === 'leaf') leaves.add(node.id)
    if (node.kind === 'ask' && !known.has(node.questionId))
      problems.push({ kind: 'question_gone', path, about: node.questionId })
    const isBare =
      node.kind === 'when' && node.tests.some((one) => isFigureTest(one) && one.from === null && one.to === null)
    if (isBare) problems.push({ kind: 'no_limit', path, about: '' })
  }
  return problems.slice(0, shownMax)
}

export function exampleProblems(policy: Policy, examples: readonly PolicyExample[]): PolicyProblem[] {
  const leaves = new Set([...nodesOf(policy.root)].flatMap((node) => (node.kind === 'leaf' ? [node.id] : [])))
  const ids = new Set<string>()
  const problems: PolicyProblem[] = []
  if (examples.length > policyExamplesMax) problems.push({ kind: 'too_many_examples', path: null, about: '' })
  for (const { id, leafId, says } of examples) {
    if (ids.has(id)) problems.push({ kind: 'example_twice', path: null, about: id })
    ids.add(id)
    if (!leaves.has(leafId)) problems.push({ kind: 'example_leaf_gone', path: null, about: says })
  }
  return problems.slice(0, shownMax)
}

/** What can never be reached or decides nothing. Such a policy works; it says less than its writer thinks. */
export function policyWarnings({ questions, root }: Policy): PolicyWarning[] {
  const warnings: PolicyWarning[] = []
  walk({ node: root, path: '', known: nothingKnown }, warnings)
  const asked = new Set([...nodesOf(root)].flatMap((node) => (node.kind === 'ask' ? [node.questionId] : [])))
  for (const { id } of questions) if (!asked.has(id)) warnings.push({ kind: 'question_unused', path: null, about: id })
  return warnings.slice(0, shownMax)
}

type Place = { node: PolicyNode; path: PolicyPath; known: Known }

function walk({ node, path, known }: Place, warnings: PolicyWarning[]): void {
  switch (node.kind) {
    case 'leaf':
      return
    case 'ask': {
      const { questionId } = node
      const before = known.answers[questionId]
      if (before) warnings.push({ kind: 'asked_before', path, about: questionId })
      for (const [branch, below] of branchesOf(node)) {
        // Below the second time only one way is ever taken; of the others nothing more needs to be said.
        if (before && before !== branch) continue
        const answers = { ...known.answers, [questionId]: branch }
        walk({ node: below, path: path + branch[0], known: { ...known, answers } }, warnings)
      }
      return
    }
    case 'when': {
      const outcome = outcomeOfAll(node.tests, known)
      if (outcome === 'never') warnings.push({ kind: 'never_so', path, about: '' })
      if (outcome === 'always') warnings.push({ kind: 'always_so', path, about: '' })
      if (outcome !== 'never')
        walk({ node: node.yes, path: `${path}y`, known: knownAfter(node.tests, true, known) }, warnings)
      if (outcome !== 'always')
        walk({ node: node.no, path: `${path}n`, known: knownAfter(node.tests, false, known) }, warnings)
    }
  }
}

/** In turn, since each knows what those before it said: two that exclude each other can never both hold. */
function outcomeOfAll(tests: Extract<PolicyNode, { kind: 'when' }>['tests'], known: Known) {
  let now = known
  let isAlways = true
  for (const test of tests) {
    const outcome = outcomeOf(test, now)
    if (outcome === 'never') return 'never'
    if (outcome === 'unsettled') isAlways = false
    now = knownAfter([test], true, now)
  }
  return isAlways ? 'always' : 'unsettled'
}

function* placedNodes(node: PolicyNode, path: PolicyPath = ''): Generator<{ node: PolicyNode; path: PolicyPath }> {
  yield { node, path }
  for (const [branch, below] of branchesOf(node)) yield* placedNodes(below, path + branch[0])
}

export function policyProblemWords({ kind, about }: PolicyProblem | PolicyWarning): { en: string; nl: string } {
  switch (kind) {
    case 'too_many_nodes':
      return { en: `At most ${policyNodesMax} steps.`, nl: `Hoogstens ${policyNodesMax} stappen.` }
    case 'too_deep':
      return { en: `At most ${policyDepthMax} steps deep.`, nl: `Hoogstens ${policyDepthMax} stappen diep.` }
    case 'leaf_twice':
      return { en: `Two pieces of advice are called ${about}.`, nl: `Twee adviezen heten ${about}.` }
    case 'question_twice':
      return { en: `Two questions are called ${about}.`, nl: `Twee vragen heten ${about}.` }
    case 'question_gone':
      return { en: `There is no question ${about}.`, nl: `Er is geen vraag ${about}.` }
    case 'no_limit':
      return { en: 'A figure needs a “from” or a “to”.', nl: 'Een getal heeft een “vanaf” of een “tot en met” nodig.' }
    case 'too_many_examples':
      return { en: `At most ${policyExamplesMax} examples.`, nl: `Hoogstens ${policyExamplesMax} voorbeelden.` }
    case 'example_twice':
      return { en: `Two examples are called ${about}.`, nl: `Twee voorbeelden heten ${about}.` }
    case 'example_leaf_gone':
      return {
        en: `The advice that “${about}” should get does not exist any more.`,
        nl: `Het advies dat “${about}” moet krijgen bestaat niet meer.`,
      }
    case 'never_so':
      return {
        en: 'This can never be so here: what stands above it rules it out.',
        nl: 'Dit kan hier nooit zo zijn: wat erboven staat sluit het uit.',
      }
    case 'always_so':
      return {
        en: 'This is always so here, so that “else” is never reached.',
        nl: 'Dit is hier altijd zo, dus “anders” komt nooit aan de beurt.',
      }
    case 'asked_before':
      return {
        en: 'This question was answered above already.',
        nl: 'Deze vraag is hierboven al beantwoord.',
      }
    case 'question_unused':
      return { en: `The question ${about} is never asked.`, nl: `De vraag ${about} wordt nooit gesteld.` }
  }
}
