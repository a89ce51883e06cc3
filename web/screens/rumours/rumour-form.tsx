import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { RumourView } from '#api/contract/rumour-shapes.ts'
import { rumourLimits, rumourTruths } from '#domain/rumour.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, FormError, Input, Select, Switch, TextArea } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { useMay } from '#web/session.ts'
import { MarksFields } from './marks-fields.tsx'
import { askOf, draftOf, type RumourDraft } from './rumour-draft.ts'
import { RumourTrial } from './rumour-trial.tsx'
import { truthWords } from './rumour-words.ts'

type Props = {
  rumour: RumourView | undefined /** Its id; without one it is gone, or was given up. */
  onDone: (id?: string) => void
}

const langs = ['nl', 'en'] as const
const refresh = ['GET /api/rumours', 'GET /api/rumours/{id}'] as const

/** How it is told, what it is known by, what is so, and where that stands. */
export function RumourForm({ rumour, onDone }: Props) {
  const { t, i18n } = useLingui()
  const wordsOf = useProblemWords()
  const may = useMay()
  const fmt = useFmt()
  const topics = useAsk('GET /api/topics').data ?? []
  const members = useAsk('GET /api/members').data?.members ?? []
  const [draft, setDraft] = useState<RumourDraft>(() => draftOf(rumour, i18n.locale))
  const add = useChange('POST /api/rumours', { refresh })
  const change = useChange('PUT /api/rumours/{id}', { refresh })
  const remove = useChange('DELETE /api/rumours/{id}', { refresh })
  const problem = add.error ?? change.error ?? remove.error
  const put = (part: Partial<RumourDraft>) => setDraft((before) => ({ ...before, ...part }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = askOf(draft)
    if (!rumour) return add.mutate({ body }, { onSuccess: ({ id }) => onDone(id) })
    const { id, revision } = rumour
    change.mutate({ params: { id }, body: { ...body, revision } }, { onSuccess: () => onDone(id) })
  }
  const toggle = (id: string) =>
    put({
      topicIds: draft.topicIds.includes(id) ? draft.topicIds.filter((one) => one !== id) : [...draft.topicIds, id],
    })
  return (
    <form
      aria-label={t`The rumour`}
      onSubmit={submit}
      className="space-y-5 rounded-xl border border-line bg-pane px-5 py-4"
    >
      <Field label={t`What is told, in your words`}>
        {(control) => (
          <Input
            {...control}
            required
            maxLength={rumourLimits.title}
            value={draft.title}
            onChange={(event) => put({ title: event.currentTarget.value })}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label={t`Is it so?`}>
          {(control) => (
            <Select
              {...control}
              value={draft.truth}
              onChange={(event) =>
                put({ truth: rumourTruths.find((one) => one === event.currentTarget.value) ?? 'unknown' })
              }
              choices={rumourTruths.map((value) => ({ value, label: i18n._(truthWords[value]) }))}
            />
          )}
        </Field>
        <Field label={t`Kept by`}>
          {(control) => (
            <Select
              {...control}
              value={draft.ownerId}
              onChange={(event) => put({ ownerId: event.currentTarget.value })}
              choices={[
                { value: '', label: t`nobody` },
                ...members.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
        </Field>
        <Field label={t`Told in`}>
          {(control) => (
            <Select
              {...control}
              value={draft.lang}
              onChange={(event) => put({ lang: event.currentTarget.value })}
              choices={langs.map((value) => ({ value, label: fmt.language(value) }))}
            />
          )}
        </Field>
      </div>
      <Field
        label={t`How it is told, one a line`}
        help={t`Copy a few messages that tell it. The marks below are tried on them.`}
      >
        {(control) => (
          <TextArea
            {...control}
            required
            rows={4}
            value={draft.wordings}
            onChange={(event) => put({ wordings: event.currentTarget.value })}
          />
        )}
      </Field>
      <MarksFields draft={draft} onChange={put} />
      <RumourTrial draft={draft} />
      <Field
        label={t`What we know it from, one a line`}
        help={t`A link, or what the document is called. A link may have its name before it: Report of the inspection https://…`}
        isOptional
      >
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={draft.sources}
            onChange={(event) => put({ sources: event.currentTarget.value })}
          />
        )}
      </Field>
      {topics.length > 0 && (
        <fieldset>
          <legend className="mb-1 text-ui font-semibold">{t`Only in what these searches find`}</legend>
          {topics.map(({ id, name }) => (
            <label key={id} className="flex min-h-8 items-center gap-2.5 text-ui touch:min-h-11">
              <input
                type="checkbox"
                checked={draft.topicIds.includes(id)}
                onChange={() => toggle(id)}
                className="size-4 accent-ink touch:size-5"
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      {rumour && (
        <Switch
          label={t`Listen for it`}
          help={t`Off: it is closed. What was found stays, and its answer is offered no more.`}
          isOn={draft.state === 'watched'}
          onChange={(isOn) => put({ state: isOn ? 'watched' : 'closed' })}
        />
      )}
      {problem && <FormError>{wordsOf(problem)}</FormError>}
      <div className="flex flex-wrap gap-2">
        <Btn kind="primary" type="submit" isBusy={add.isPending || change.isPending}>
          {rumour ? t`Save` : t`Save, and look through thirty days`}
        </Btn>
        <Btn onClick={() => onDone(rumour?.id)}>{t`Cancel`}</Btn>
        {rumour && may('rumour.remove') && (
          <Btn
            kind="danger"
            isBusy={remove.isPending}
            onClick={() => remove.mutate({ params: { id: rumour.id } }, { onSuccess: () => onDone() })}
          >
            {t`Remove`}
          </Btn>
        )}
      </div>
    </form>
  )
}
