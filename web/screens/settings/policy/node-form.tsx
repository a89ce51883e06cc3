import { useLingui } from '@lingui/react/macro'
import {
  nodeAt,
  nodesOf,
  type Policy,
  type PolicyLeaf,
  type PolicyNode,
  type PolicyPath,
  withNodeAt,
} from '#domain/policy.ts'
import type { PolicyLang, PolicyNames } from '#domain/policy-words.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, Select, TextArea } from '#web/parts/field.tsx'
import { LeafFields } from './leaf-fields.tsx'
import { TestFields } from './test-fields.tsx'

type Props = {
  policy: Policy
  path: PolicyPath
  lang: PolicyLang
  names: PolicyNames
  onChange: (policy: Policy) => void
  onSelect: (path: PolicyPath) => void
}

/** One step of the policy, to be changed. */
export function NodeForm({ policy, path, lang, names, onChange, onSelect }: Props) {
  const { t } = useLingui()
  const node = nodeAt(policy.root, path) ?? policy.root
  const put = (next: PolicyNode) => onChange({ ...policy, root: withNodeAt(policy.root, path, next) })
  const wrap = (kind: 'when' | 'ask') => {
    const other = newLeaf(policy, t`New advice`)
    if (kind === 'when') {
      put({ kind: 'when', tests: [{ about: 'intent', is: ['complaint'] }], yes: other, no: node })
      return
    }
    const { questions, question } = withQuestion(policy, t`A new question?`)
    const third = { ...other, id: `${other.id}-b` }
    const root = withNodeAt(policy.root, path, {
      kind: 'ask',
      questionId: question.id,
      yes: node,
      no: other,
      unknown: third,
    })
    onChange({ ...policy, questions, root })
  }
  const title = node.kind === 'leaf' ? t`Advice` : node.kind === 'ask' ? t`Question to a colleague` : t`Condition`
  return (
    <section aria-label={title} className="space-y-4 rounded-xl border border-line bg-pane px-4 py-3.5">
      <h3 className="text-body font-bold">{title}</h3>
      {node.kind === 'leaf' && <LeafFields leaf={node} names={names} onChange={put} />}
      {node.kind === 'when' && (
        <TestFields tests={node.tests} lang={lang} names={names} onChange={(tests) => put({ ...node, tests })} />
      )}
      {node.kind === 'ask' && <AskFields policy={policy} node={node} onPut={put} onChange={onChange} />}
      <div className="flex flex-wrap gap-1.5 border-t border-line pt-3">
        <Btn small onClick={() => wrap('when')}>{t`Condition before it`}</Btn>
        <Btn small onClick={() => wrap('ask')}>{t`Question before it`}</Btn>
        {node.kind !== 'leaf' && (
          <Btn
            small
            kind="danger"
            onClick={() => {
              put(node.kind === 'when' ? node.no : node.yes)
              onSelect(path)
            }}
          >
            {node.kind === 'when' ? t`Remove, keep what holds otherwise` : t`Remove, keep the yes`}
          </Btn>
        )}
      </div>
    </section>
  )
}

type AskProps = {
  policy: Policy
  node: Extract<PolicyNode, { kind: 'ask' }>
  onPut: (node: PolicyNode) => void
  onChange: (policy: Policy) => void
}

function AskFields({ policy, node, onPut, onChange }: AskProps) {
  const { t } = useLingui()
  const { questions } = policy
  const said = questions.find(({ id }) => id === node.questionId)?.text ?? ''
  const write = (text: string) =>
    onChange({ ...policy, questions: questions.map((one) => (one.id === node.questionId ? { ...one, text } : one)) })
  return (
    <>
      <Field label={t`Which question`} help={t`The same question in two places is asked once.`}>
        {(control) => (
          <Select
            {...control}
            value={node.questionId}
            onChange={(event) => onPut({ ...node, questionId: event.currentTarget.value })}
            choices={questions.map(({ id, text }) => ({ value: id, label: text }))}
          />
        )}
      </Field>
      <Field label={t`Its words`}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            maxLength={200}
            value={said}
            onChange={(event) => write(event.currentTarget.value)}
          />
        )}
      </Field>
    </>
  )
}

function freeId(taken: ReadonlySet<string>, stem: string): string {
  let at = 1
  while (taken.has(`${stem}-${at}`)) at += 1
  return `${stem}-${at}`
}

function newLeaf({ root }: Policy, name: string): PolicyLeaf {
  const taken = new Set([...nodesOf(root)].flatMap((node) => (node.kind === 'leaf' ? [node.id] : [])))
  return {
    ...{ kind: 'leaf', id: freeId(taken, 'new'), name, answers: true, strategy: 'explain', place: 'public' },
    ...{ tone: '', why: '', basis: '', departmentId: null, approval: 'none', promise: null },
  }
}

function withQuestion({ questions }: Policy, text: string) {
  const question = { id: freeId(new Set(questions.map(({ id }) => id)), 'question'), text }
  return { question, questions: [...questions, question] }
}
