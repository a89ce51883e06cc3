import { useLingui } from '@lingui/react/macro'
import { CircleHelp } from 'lucide-react'
import type { AdviceOutcomeView, AdviceView } from '#api/contract/policy-shapes.ts'
import { type PolicyAnswer, policyAnswers } from '#domain/policy.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useLasting } from '#web/parts/lasting.ts'
import { usePolicyNames } from '#web/parts/policy/policy-names.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { announce } from '#web/parts/toast.tsx'
import { GoPrivate } from '#web/screens/inbox/direct/go-private.tsx'
import { MomentOf } from '#web/screens/inbox/moment-of.tsx'
import { useMay } from '#web/session.ts'
import { AdvicePath } from './advice-path.tsx'

type Props = { advice: AdviceView; now: NonNullable<AdviceView['now']>; conversationId: string }

/** The advice itself, how it came to it, and what colleagues answered. */
export function Advised({ advice, now, conversationId }: Props) {
  const { t } = useLingui()
  const { outcome, steps, version } = now
  return (
    <>
      {outcome.kind === 'leaf' ? (
        <Leaf leaf={outcome} conversationId={conversationId} />
      ) : (
        <Question question={outcome} conversationId={conversationId} />
      )}
      {advice.answers.length > 0 && <Answers answers={advice.answers} conversationId={conversationId} />}
      <AdvicePath steps={steps} version={version} decisions={advice.decisions} />
      {outcome.kind === 'leaf' && outcome.basis && (
        <p className="mt-1.5 text-meta text-ink-3">{t`Default after: ${outcome.basis}`}</p>
      )}
    </>
  )
}

type LeafProps = { leaf: Extract<AdviceOutcomeView, { kind: 'leaf' }>; conversationId: string }

function Leaf({ leaf, conversationId }: LeafProps) {
  const { t } = useLingui()
  const { strategies, places, approvals } = usePolicyNames()
  const lasting = useLasting(true)
  const promised = leaf.promise === null ? '' : lasting(leaf.promise)
  const departmentName = leaf.department?.name ?? ''
  const more = [
    ...(leaf.department ? [t`By ${departmentName}`] : []),
    ...(leaf.approval === 'none' ? [] : [approvals[leaf.approval]]),
    ...(leaf.promise === null ? [] : [t`Within ${promised}`]),
  ]
  return (
    <>
      <p className="text-body font-bold">{leaf.name}</p>
      <p className="text-ui text-ink-2">
        {leaf.answers ? `${strategies[leaf.strategy]} · ${places[leaf.place]}` : strategies[leaf.strategy]}
      </p>
      {leaf.why && <p className="mt-1.5 text-ui text-pretty text-ink-2">{leaf.why}</p>}
      {leaf.tone && (
        <p className="mt-1.5 text-ui text-ink-2">
          <span className="text-ink-3">{t`Tone:`}</span> {leaf.tone}
        </p>
      )}
      {more.length > 0 && <p className="mt-1.5 text-ui font-semibold text-ink-2">{more.join(' · ')}</p>}
      {isToPrivate(leaf) && <GoPrivate conversationId={conversationId} />}
    </>
  )
}

function isToPrivate({ answers, strategy, place }: LeafProps['leaf']): boolean {
  return answers && (strategy === 'private' || place === 'private' || place === 'public_then_private')
}

function useAnswer() {
  return useChange('PUT /api/conversations/{id}/advice/answers', { refresh: ['GET /api/conversations/{id}/advice'] })
}

type QuestionProps = { question: Extract<AdviceOutcomeView, { kind: 'question' }>; conversationId: string }

/** The policy cannot go on without a person. */
function Question({ question, conversationId }: QuestionProps) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const names = usePolicyNames().answers
  const mayAnswer = useMay()('policy.answer')
  const give = useAnswer()
  const say = (answer: PolicyAnswer) =>
    give.mutate(
      { params: { id: conversationId }, body: { questionId: question.id, answer } },
      { onSuccess: () => announce(t`Kept. The advice is new.`) },
    )
  return (
    <fieldset disabled={!mayAnswer || give.isPending}>
      <legend className="flex items-start gap-1.5 text-body font-bold">
        <CircleHelp size={15} className="mt-1 shrink-0 text-sea" aria-hidden="true" />
        <span className="min-w-0 break-words">{question.text}</span>
      </legend>
      <p className="mt-0.5 text-ui text-ink-3">
        {mayAnswer ? t`The advice depends on it.` : t`A colleague who answers can say.`}
      </p>
      <div className="mt-2 flex flex-wrap gap-1.5">
        {policyAnswers.map((answer) => (
          <Btn key={answer} small onClick={() => say(answer)}>
            {names[answer]}
          </Btn>
        ))}
      </div>
      {give.error && (
        <p role="alert" className="mt-1.5 text-meta text-neg-t">
          {wordsOf(give.error)}
        </p>
      )}
    </fieldset>
  )
}

/** What people said, and the way back. */
function Answers({ answers, conversationId }: { answers: AdviceView['answers']; conversationId: string }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const names = usePolicyNames().answers
  const mayAnswer = useMay()('policy.answer')
  const give = useAnswer()
  const undo = (questionId: string) =>
    give.mutate({ params: { id: conversationId }, body: { questionId, answer: null } })
  return (
    <ul aria-label={t`What colleagues answered`} className="mt-2.5 space-y-1.5 border-t border-line pt-2 text-meta">
      {answers.map(({ questionId, question, answer, by, at }) => {
        const who = by?.name ?? t`Somebody`
        return (
          <li key={questionId} className="flex items-start gap-2">
            <span className="min-w-0 flex-1 text-pretty text-ink-2">
              {question} <b className="font-bold text-ink">{names[answer]}</b>
              <span className="text-ink-3">
                {' '}
                · {who}, <MomentOf at={at} />
              </span>
            </span>
            {mayAnswer && (
              <button
                type="button"
                disabled={give.isPending}
                onClick={() => undo(questionId)}
                className="min-h-6 shrink-0 font-semibold text-sea hover:underline touch:min-h-11"
              >
                {t`Undo`}
              </button>
            )}
          </li>
        )
      })}
      {give.error && (
        <li role="alert" className="text-neg-t">
          {wordsOf(give.error)}
        </li>
      )}
    </ul>
  )
}
