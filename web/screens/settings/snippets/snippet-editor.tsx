import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { SnippetView } from '#api/contract/snippet-shapes.ts'
import { type SnippetState, snippetLimits, snippetStates } from '#domain/snippet.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { ChipsInput, Field, FormError, Input, Select } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { dayOf, endOfDay } from './day-field.ts'
import { SnippetHistory } from './snippet-history.tsx'
import { WordingFields } from './wording-fields.tsx'

type Props = { snippet: SnippetView | undefined; mayWrite: boolean; onDone: () => void }

const refresh = ['GET /api/snippets', 'GET /api/snippets/{id}/versions'] as const

/** One snippet: its name, its wordings, whose it is and until when. */
export function SnippetEditor({ snippet, mayWrite, onDone }: Props) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const members = useAsk('GET /api/members').data?.members ?? []
  const [name, setName] = useState(snippet?.name ?? '')
  const [tags, setTags] = useState<readonly string[]>(snippet?.tags ?? [])
  const [state, setState] = useState<SnippetState>(snippet?.state ?? 'live')
  const [ownerId, setOwnerId] = useState(snippet?.owner?.id ?? '')
  const [until, setUntil] = useState(dayOf(snippet?.expiresAt ?? null))
  const [wordings, setWordings] = useState(snippet?.wordings ?? [{ lang: 'nl', network: null, texts: [''] }])
  const create = useChange('POST /api/snippets', { refresh })
  const change = useChange('PUT /api/snippets/{id}', { refresh })
  const remove = useChange('DELETE /api/snippets/{id}', { refresh })
  const problem = create.error ?? change.error ?? remove.error
  const stateNames = { draft: t`Draft: not offered yet`, live: t`In use`, retired: t`Retired: not offered any more` }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const said = wordings
      .map((one) => ({ ...one, texts: one.texts.map((text) => text.trim()).filter(Boolean) }))
      .filter(({ texts }) => texts.length > 0)
    const expiresAt = endOfDay(until)
    const body = { name, tags: [...tags], wordings: said, state, ownerId: ownerId || null, expiresAt }
    if (snippet)
      change.mutate({ params: { id: snippet.id }, body: { ...body, basedOn: snippet.version } }, { onSuccess: onDone })
    else create.mutate({ body }, { onSuccess: onDone })
  }
  return (
    <form aria-label={snippet?.name ?? t`New snippet`} onSubmit={submit} className="space-y-4 rounded-lg bg-sunken p-4">
      <fieldset disabled={!mayWrite} className="min-w-0 space-y-4">
        <Field label={t`Name`}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={snippetLimits.name}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <WordingFields wordings={wordings} onChange={setWordings} />
        <Btn small onClick={() => setWordings([...wordings, { lang: 'en', network: null, texts: [''] }])}>
          <Plus size={13} />
          {t`Another language or network`}
        </Btn>
        <Field label={t`Tags`} isOptional help={t`Words that people use for it: they help to suggest it.`}>
          {(control) => <ChipsInput control={control} values={tags} onChange={setTags} countMax={snippetLimits.tags} />}
        </Field>
        <div className="grid gap-4 sm:grid-cols-3">
          <Field label={t`State`}>
            {(control) => (
              <Select
                {...control}
                value={state}
                onChange={({ currentTarget: { value } }) =>
                  setState(snippetStates.find((one) => one === value) ?? 'draft')
                }
                choices={snippetStates.map((value) => ({ value, label: stateNames[value] }))}
              />
            )}
          </Field>
          <Field label={t`Kept by`}>
            {(control) => (
              <Select
                {...control}
                value={ownerId}
                onChange={(event) => setOwnerId(event.currentTarget.value)}
                choices={[
                  { value: '', label: t`nobody` },
                  ...members.map((one) => ({ value: one.id, label: one.name })),
                ]}
              />
            )}
          </Field>
          <Field label={t`Until`} isOptional>
            {(control) => (
              <Input {...control} type="date" value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
            )}
          </Field>
        </div>
      </fieldset>
      {problem && <FormError>{wordsOf(problem)}</FormError>}
      <div className="flex flex-wrap gap-2">
        {mayWrite && (
          <Btn kind="ink" type="submit" isBusy={create.isPending || change.isPending}>
            {t`Save the snippet`}
          </Btn>
        )}
        <Btn onClick={onDone}>{t`Close`}</Btn>
        {mayWrite && snippet && snippet.uses === 0 && (
          <Btn
            kind="danger"
            isBusy={remove.isPending}
            onClick={() => remove.mutate({ params: { id: snippet.id } }, { onSuccess: onDone })}
          >
            {t`Remove`}
          </Btn>
        )}
      </div>
      {snippet && <SnippetHistory snippet={snippet} mayWrite={mayWrite} onDone={onDone} />}
    </form>
  )
}
