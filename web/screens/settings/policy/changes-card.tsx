import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { useId, useState } from 'react'
import type { PolicyComparisonView } from '#api/contract/policy-shapes.ts'
import type { Policy } from '#domain/policy.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, FormError, Input } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import type { PolicyDraft } from './use-policy-draft.ts'

type Props = {
  draft: PolicyDraft
  policy: Policy
  basedOn: number
  hasDraft: boolean
  onPublished: () => void
}

/** What another policy would have said, before it holds. */
export function ChangesCard({ draft, policy, basedOn, hasDraft, onPublished }: Props) {
  const { t } = useLingui()
  const formId = useId()
  const wordsOf = useProblemWords()
  const [note, setNote] = useState('')
  const compare = useChange('POST /api/policy/compare')
  const publish = useChange('POST /api/policy/versions', {
    refresh: ['GET /api/policy', 'GET /api/conversations/{id}/advice'],
  })
  const drop = useChange('DELETE /api/policy/draft', { refresh: ['GET /api/policy'] })
  const shown = compare.data && compare.variables?.body.policy === policy ? compare.data : undefined
  const problem = publish.error ?? compare.error ?? drop.error
  return (
    <SettingsCard
      title={t`Before it holds`}
      says={t`See which conversations of the last 90 days would get other advice. Publishing changes nothing about what was decided.`}
    >
      <div aria-live="polite">{shown && <Shown comparison={shown} />}</div>
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault()
          publish.mutate(
            { body: { policy, examples: draft.examples, note, basedOn } },
            {
              onSuccess: ({ number }) => {
                showToast({ text: t`Published as version ${number}. It advises from now on.` })
                onPublished()
              },
            },
          )
        }}
      >
        <Field label={t`What is different`} isOptional>
          {(control) => (
            <Input {...control} maxLength={400} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          )}
        </Field>
      </form>
      {problem && <FormError>{wordsOf(problem)}</FormError>}
      <div className="flex flex-wrap gap-2">
        <Btn
          isBusy={compare.isPending}
          disabled={!draft.isReady}
          onClick={() => compare.mutate({ body: { policy } })}
        >{t`What would change`}</Btn>
        <Btn
          kind="primary"
          type="submit"
          form={formId}
          isBusy={publish.isPending}
          disabled={!draft.isReady || !draft.saving.isKept}
        >
          {t`Publish`}
        </Btn>
        {hasDraft && (
          <Btn
            kind="quiet"
            isBusy={drop.isPending}
            onClick={() => drop.mutate({}, { onSuccess: onPublished })}
          >{t`Discard what was written`}</Btn>
        )}
      </div>
    </SettingsCard>
  )
}

function Shown({ comparison }: { comparison: PolicyComparisonView }) {
  const { t } = useLingui()
  const { changed, asked, moves, changes, isCut } = comparison
  const count = plural(changed, { one: '# conversation', other: '# conversations' })
  return (
    <div className="space-y-3">
      <p className="text-body font-bold">
        {changed === 0 ? t`Nothing would change, of ${asked}.` : t`${count} of ${asked} would get other advice.`}
      </p>
      {isCut && <p className="text-ui text-ink-3">{t`There were more; the newest were looked at.`}</p>}
      <ul className="space-y-1 text-ui">
        {moves.map(({ from, to, count: times }) => (
          <li key={`${from?.id} ${to.kind} ${to.id}`} className="flex flex-wrap items-baseline gap-x-1.5">
            <b className="num font-bold">{times}×</b>
            <span className="text-ink-3">{from?.name ?? t`no advice`}</span>
            <ArrowRight size={12} aria-label={t`becomes`} className="shrink-0 self-center" />
            <span className="font-semibold">{to.name}</span>
          </li>
        ))}
      </ul>
      {changes.length > 0 && (
        <details className="text-ui">
          <summary className="min-h-6 cursor-pointer text-sea hover:underline touch:min-h-11">{t`Which ones`}</summary>
          <ul className="mt-1.5 space-y-1.5">
            {changes.map(({ id, key, title, from, to }) => (
              <li key={id}>
                <Link
                  to="/inbox/$view/$conversation"
                  params={{ view: 'all', conversation: key }}
                  className="font-semibold break-words hover:underline"
                >
                  {key} <span lang="">{title}</span>
                </Link>
                <p className="text-meta text-ink-3">
                  {from?.name ?? t`no advice`} <ArrowRight size={11} aria-label={t`becomes`} className="inline" />{' '}
                  {to.name}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
