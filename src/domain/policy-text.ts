import { branchesOf, type Policy, type PolicyLeaf, type PolicyNode } from './policy.ts'
import {
  answerWords,
  approvalWords,
  keywords,
  nameOf,
  noNames,
  type PolicyLang,
  type PolicyNames,
  placeWords,
  strategyWords,
  testText,
} from './policy-words.ts'

type Writing = { lang: PolicyLang; names: PolicyNames }

/** A policy as text: indented, one thought a line. `readPolicyText` gives back exactly the same tree. */
export function policyText(policy: Policy, lang: PolicyLang, names: PolicyNames = noNames): string {
  const questions = policy.questions.map(({ id, text }) => `${keywords.question[lang]} ${id} ${JSON.stringify(text)}`)
  const head = [`${keywords.policy[lang]} ${JSON.stringify(policy.name)}`, ...questions]
  return `${[...head, '', ...nodeLines(policy.root, { lang, names })].join('\n')}\n`
}

function nodeLines(node: PolicyNode, writing: Writing): string[] {
  const { lang } = writing
  switch (node.kind) {
    case 'leaf':
      return leafLines(node, writing)
    case 'ask':
      return [
        `${keywords.ask[lang]} ${node.questionId}`,
        ...branchesOf(node).flatMap(([branch, below]) => [
          `  ${answerWords[branch][lang]}`,
          ...indented(indented(nodeLines(below, writing))),
        ]),
      ]
    case 'when':
      return whenLines(node, writing)
  }
}

/** A chain of conditions stands at one margin, as people read it: if, else if, else. */
function whenLines(node: Extract<PolicyNode, { kind: 'when' }>, writing: Writing): string[] {
  const { lang, names } = writing
  const and = ` ${keywords.and[lang]} `
  const tests = node.tests.map((test) => testText(test, lang, names)).join(and)
  const yes = [`${keywords.if[lang]} ${tests}`, ...indented(nodeLines(node.yes, writing))]
  const no = nodeLines(node.no, writing)
  const [first = '', ...rest] = no
  if (node.no.kind === 'when') return [...yes, `${keywords.else[lang]} ${first}`, ...rest]
  return [...yes, keywords.else[lang], ...indented(no)]
}

function leafLines(leaf: PolicyLeaf, { lang, names }: Writing): string[] {
  const line = (key: keyof typeof keywords, value: string) => `  ${keywords[key][lang]} ${value}`
  const words = (key: 'tone' | 'why' | 'basis') => (leaf[key] ? [line(key, JSON.stringify(leaf[key]))] : [])
  const { departmentId, approval, promise } = leaf
  return [
    `${keywords.leaf[lang]} ${leaf.id} ${JSON.stringify(leaf.name)}`,
    line('answer', answerWords[leaf.answers ? 'yes' : 'no'][lang]),
    line('strategy', strategyWords[leaf.strategy][lang]),
    line('place', placeWords[leaf.place][lang]),
    ...words('tone'),
    ...words('why'),
    ...words('basis'),
    ...(departmentId ? [line('department', JSON.stringify(nameOf(names.department, departmentId)))] : []),
    ...(approval === 'none' ? [] : [line('approval', approvalWords[approval][lang])]),
    ...(promise === null ? [] : [line('promise', String(promise))]),
  ]
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`)
}
