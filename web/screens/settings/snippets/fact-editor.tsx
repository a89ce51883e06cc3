import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { FactView } from '#api/contract/snippet-shapes.ts'
import { knowledgeLimits } from '#domain/knowledge.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { ChipsInput, Field, FormError, Input, Select, TextArea } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { dayOf, endOfDay } from './day-field.ts'

type Props = { fact: FactView | undefined; mayWrite: boolean; onDone: () => void }

const refresh = ['GET /api/knowledge'] as const

/** One fact: what is so, where it stands, who says it, since and until when. */
export function FactEditor({ fact, mayWrite, onDone }: Props) {
  const { t, i18n } = useLingui()
  const wordsOf = useProblemWords()
  const members = useAsk('GET /api/members').data?.members ?? []
  const topics = useAsk('GET /api/topics').data ?? []
  const langs = [...new Set(['nl', 'en', ...(fact?.statements ?? []).map(({ lang }) => lang)])]
  const [texts, setTexts] = useState<Record<string, string>>(() =>
    Object.fromEntries((fact?.statements ?? []).map(({ lang, text }) => [lang, text])),
  )
  const [source, setSource] = useState(fact?.source ?? '')
  const [confirmedBy, setConfirmedBy] = useState(fact?.confirmedBy ?? '')
  const [since, setSince] = useState(dayOf(fact?.since ?? null))
  const [until, setUntil] = useState(dayOf(fact?.validUntil ?? null))
  const [ownerId, setOwnerId] = useState(fact?.owner?.id ?? '')
  const [tags, setTags] = useState<readonly string[]>(fact?.tags ?? [])
  const [topicIds, setTopicIds] = useState<readonly string[]>(fact?.topicIds ?? [])
  const add = useChange('POST /api/knowledge', { refresh })
  const change = useChange('PUT /api/knowledge/{id}', { refresh })
  const remove = useChange('DELETE /api/knowledge/{id}', { refresh })
  const problem = add.error ?? change.error ?? remove.error
  const named = new Intl.DisplayNames([i18n.locale], { type: 'language' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const statements = langs
      .map((lang) => ({ lang, text: (texts[lang] ?? '').trim() }))
      .filter(({ text }) => text !== '')
    const moments = { since: since ? new Date(`${since}T00:00:00`).toISOString() : null, validUntil: endOfDay(until) }
    const lists = { tags: [...tags], topicIds: [...topicIds] }
    const body = { statements, source, confirmedBy, ownerId: ownerId || null, ...moments, ...lists }
    if (fact)
      change.mutate({ params: { id: fact.id }, body: { ...body, revision: fact.revision } }, { onSuccess: onDone })
    else add.mutate({ body }, { onSuccess: onDone })
  }
  const toggle = (id: string) =>
    setTopicIds(topicIds.includes(id) ? topicIds.filter((one) => one !== id) : [...topicIds, id])
  return (
    <form aria-label={t`A fact`} onSubmit={submit} className="space-y-4 rounded-lg bg-sunken p-4">
      <fieldset disabled={!mayWrite} className="min-w-0 space-y-4">
        {langs.map((lang) => {
          const name = named.of(lang) ?? lang
          return (
            <Field key={lang} label={t`What is so, in ${name}`} isOptional={lang !== langs[0]}>
              {(control) => (
                <TextArea
                  {...control}
                  rows={2}
                  lang={lang}
                  maxLength={knowledgeLimits.text}
                  value={texts[lang] ?? ''}
                  onChange={(event) => setTexts({ ...texts, [lang]: event.currentTarget.value })}
                />
              )}
            </Field>
          )
        })}
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t`Source: a link, or what the document is called`}
            value={source}
            onChange={setSource}
            isNeeded
          />
          <TextField label={t`Confirmed by`} value={confirmedBy} onChange={setConfirmedBy} />
          <TextField label={t`Since`} type="date" value={since} onChange={setSince} />
          <TextField label={t`Holds until`} type="date" value={until} onChange={setUntil} />
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
          <Field label={t`Tags`} isOptional>
            {(control) => <ChipsInput control={control} values={tags} onChange={setTags} countMax={20} />}
          </Field>
        </div>
        {topics.length > 0 && (
          <fieldset>
            <legend className="mb-1 text-ui font-semibold">{t`About what these searches find`}</legend>
            {topics.map(({ id, name }) => (
              <label key={id} className="flex min-h-8 items-center gap-2.5 text-ui touch:min-h-11">
                <input
                  type="checkbox"
                  checked={topicIds.includes(id)}
                  onChange={() => toggle(id)}
                  className="size-4 accent-ink touch:size-5"
                />
                {name}
              </label>
            ))}
          </fieldset>
        )}
      </fieldset>
      {problem && <FormError>{wordsOf(problem)}</FormError>}
      <div className="flex flex-wrap gap-2">
        {mayWrite && (
          <Btn kind="ink" type="submit" isBusy={add.isPending || change.isPending}>
            {t`Save the fact`}
          </Btn>
        )}
        <Btn onClick={onDone}>{t`Close`}</Btn>
        {mayWrite && fact && (
          <Btn
            kind="danger"
            isBusy={remove.isPending}
            onClick={() => remove.mutate({ params: { id: fact.id } }, { onSuccess: onDone })}
          >
            {t`Remove`}
          </Btn>
        )}
      </div>
    </form>
  )
}

type TextProps = {
  label: string
  value: string
  onChange: (value: string) => void
  type?: 'date'
  isNeeded?: boolean
}

function TextField({ label, value, onChange, type, isNeeded = false }: TextProps) {
  return (
    <Field label={label} isOptional={!isNeeded}>
      {(control) => (
        <Input
          {...control}
          type={type ?? 'text'}
          required={isNeeded}
          maxLength={type ? undefined : isNeeded ? knowledgeLimits.source : knowledgeLimits.confirmedBy}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
