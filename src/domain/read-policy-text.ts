import {
  type Policy,
  type PolicyAnswer,
  type PolicyLeaf,
  type PolicyNode,
  type PolicyQuestion,
  policyAnswers,
  policyDepthMax,
  policyIdPattern,
} from './policy.ts'
import { type PolicyLine, type PolicyTextProblem, policyLines } from './policy-tokens.ts'
import { answerWords, keywords, noNames, type PolicyLang, type PolicyNames } from './policy-words.ts'
import { leafSoFar, readLeafLine } from './read-policy-leaf.ts'
import { readTests, type Trouble } from './read-policy-test.ts'

export type ReadPolicyText =
  | { ok: true; policy: Policy; lang: PolicyLang }
  | { ok: false; problems: PolicyTextProblem[] }

const problemsMax = 20

/** Reads what `policyText` writes, in either language, which its first word tells. What is wrong is said line by line. */
export function readPolicyText(text: string, names: PolicyNames = noNames): ReadPolicyText {
  const { lines, problems } = policyLines(text)
  const lang = lines[0]?.tokens[0]?.text === keywords.policy.nl ? 'nl' : 'en'
  const reading = openReading({ lines, problems, lang, names })
  const name = reading.head()
  const questions = reading.questions()
  const root = reading.node(0)
  reading.assertAtEnd()
  if (problems.length > 0 || !root)
    return { ok: false, problems: problems.toSorted((a, b) => a.line - b.line).slice(0, problemsMax) }
  return { ok: true, lang, policy: { name, questions, root } }
}

type Given = { lines: PolicyLine[]; problems: PolicyTextProblem[]; lang: PolicyLang; names: PolicyNames }

function openReading({ lines, problems, lang, names }: Given) {
  let at = 0
  let depth = 0
  const lastNumber = lines.at(-1)?.number ?? 1
  const here = (): PolicyLine | undefined => lines[at]
  const wordOf = (line: PolicyLine | undefined, place = 0): string | undefined => {
    const token = line?.tokens[place]
    return token && !token.isQuoted ? token.text : undefined
  }
  const complain = (line: PolicyLine | undefined, trouble: Trouble): undefined => {
    const number = line?.number ?? lastNumber
    // What a line is said to be once is enough: the rest follows from it.
    if (!problems.some((one) => one.line === number)) problems.push({ line: number, ...trouble })
    return undefined
  }
  const quotedAt = (line: PolicyLine | undefined, place: number): string | undefined => {
    const token = line?.tokens[place]
    const isAlone = line?.tokens.length === place + 1
    return token?.isQuoted && isAlone ? token.text : complain(line, troubles.quoted)
  }
  const idAt = (line: PolicyLine | undefined): string | undefined => {
    const id = wordOf(line, 1)
    return id !== undefined && policyIdPattern.test(id) ? id : complain(line, troubles.id)
  }

  /** Past all that stands deeper: what is wrong with its head is told already. */
  const skipBelow = (indent: number) => {
    while ((here()?.indent ?? -1) > indent) at += 1
  }

  /** What stands below a line, deeper than it. */
  const below = (line: PolicyLine): PolicyNode | undefined => {
    const next = here()
    if (!next || next.indent <= line.indent) return complain(line, troubles.nothingBelow)
    const node = nodeAtIndent(next.indent)
    const after = here()
    if (after && after.indent > line.indent) {
      complain(after, troubles.extra)
      skipBelow(line.indent)
    }
    return node
  }

  const nodeAtIndent = (indent: number): PolicyNode | undefined => {
    const line = here()
    if (!line || line.indent < indent) return complain(line, troubles.nothingBelow)
    depth += 1
    const node = depth > policyDepthMax * 2 ? complain(line, troubles.deep) : nodeOf(line)
    depth -= 1
    if (!node) skipBelow(line.indent)
    return node
  }

  const nodeOf = (line: PolicyLine): PolicyNode | undefined => {
    at += 1
    switch (wordOf(line)) {
      case keywords.leaf[lang]:
        return leaf(line)
      case keywords.ask[lang]:
        return ask(line)
      case keywords.if[lang]:
        return when(line, 1)
      default:
        return complain(line, troubles.start)
    }
  }

  const when = (line: PolicyLine, from: number): PolicyNode | undefined => {
    const tests = readTests(line, { from, lang, names })
    if (!tests.ok) complain(line, tests.trouble)
    const yes = below(line)
    const other = here()
    if (!other || other.indent !== line.indent || wordOf(other) !== keywords.else[lang])
      return complain(line, troubles.noElse)
    at += 1
    const isChain = wordOf(other, 1) === keywords.if[lang]
    if (!isChain && other.tokens.length > 1) complain(other, troubles.extra)
    depth += 1
    const tooDeep = depth > policyDepthMax * 2
    const no = tooDeep ? complain(other, troubles.deep) : isChain ? when(other, 2) : below(other)
    depth -= 1
    return tests.ok && yes && no ? { kind: 'when', tests: tests.value, yes, no } : undefined
  }

  const ask = (line: PolicyLine): PolicyNode | undefined => {
    const questionId = idAt(line)
    if (line.tokens.length > 2) complain(line, troubles.extra)
    const found: Partial<Record<PolicyAnswer, PolicyNode>> = {}
    const seen = new Set<PolicyAnswer>()
    for (let next = here(); next && next.indent > line.indent; next = here()) {
      at += 1
      const said = wordOf(next)
      const answer = next.tokens.length === 1 ? policyAnswers.find((one) => answerWords[one][lang] === said) : undefined
      if (!answer || seen.has(answer)) {
        complain(next, troubles.answer)
        skipBelow(next.indent)
        continue
      }
      seen.add(answer)
      const node = below(next)
      if (node) found[answer] = node
    }
    if (seen.size < policyAnswers.length) complain(line, troubles.answers)
    const { yes, no, unknown } = found
    return questionId && yes && no && unknown ? { kind: 'ask', questionId, yes, no, unknown } : undefined
  }

  const leaf = (line: PolicyLine): PolicyLeaf | undefined => {
    const id = idAt(line)
    const name = quotedAt(line, 2)
    const soFar = leafSoFar()
    for (let next = here(); next && next.indent > line.indent; next = here()) {
      at += 1
      const trouble = readLeafLine(soFar, next, { lang, names })
      if (trouble) complain(next, trouble)
    }
    const { answers, strategy, place, ...rest } = soFar.said
    if (answers === undefined || !strategy || !place) return complain(line, troubles.unfinished)
    if (id === undefined || name === undefined) return undefined
    return { kind: 'leaf', id, name, answers, strategy, place, ...rest }
  }

  return {
    head(): string {
      const line = here()
      if (wordOf(line) !== keywords.policy.nl && wordOf(line) !== keywords.policy.en) {
        complain(line, troubles.head)
        return ''
      }
      at += 1
      return quotedAt(line, 1) ?? ''
    },
    questions(): PolicyQuestion[] {
      const questions: PolicyQuestion[] = []
      for (let line = here(); wordOf(line) === keywords.question[lang]; line = here()) {
        at += 1
        const [id, text] = [idAt(line), quotedAt(line, 2)]
        if (id !== undefined && text !== undefined) questions.push({ id, text })
      }
      return questions
    },
    node: nodeAtIndent,
    assertAtEnd() {
      if (problems.length === 0 && here()) complain(here(), troubles.extra)
    },
  }
}

const troubles = {
  head: {
    en: 'Begin with: policy "its name" (or beleid "de naam").',
    nl: 'Begin met: beleid "de naam" (of policy "its name").',
  },
  start: {
    en: 'A line begins with if, ask or advice here.',
    nl: 'Een regel begint hier met als, vraag-na of advies.',
  },
  quoted: {
    en: 'A text between quotation marks is missing here, and nothing after it.',
    nl: 'Hier hoort een tekst tussen aanhalingstekens, en niets erna.',
  },
  id: {
    en: 'A short name is missing: small letters, figures and dashes, such as mend-it.',
    nl: 'Er ontbreekt een korte naam: kleine letters, cijfers en streepjes, zoals goed-maken.',
  },
  nothingBelow: {
    en: 'Nothing follows below this line. Every way has to end in advice.',
    nl: 'Onder deze regel staat niets. Elke weg moet in een advies eindigen.',
  },
  noElse: {
    en: 'An “else” at the same margin is missing. Say what holds otherwise.',
    nl: 'Er ontbreekt een “anders” op dezelfde kantlijn. Zeg wat er anders geldt.',
  },
  answer: {
    en: 'Only yes, no and unknown stand below a question, each once.',
    nl: 'Onder een vraag staan alleen ja, nee en onbekend, elk één keer.',
  },
  answers: {
    en: 'A question needs a yes, a no and an unknown.',
    nl: 'Een vraag heeft een ja, een nee en een onbekend nodig.',
  },
  unfinished: {
    en: 'Advice says at least: answer, strategy and place.',
    nl: 'Een advies zegt ten minste: antwoorden, strategie en plaats.',
  },
  extra: { en: 'This is not expected here. Look at the margin.', nl: 'Dit hoort hier niet. Kijk naar de kantlijn.' },
  deep: { en: 'The policy is too deep.', nl: 'Het beleid is te diep.' },
} satisfies Record<string, Trouble>
