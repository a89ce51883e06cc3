import { useLingui } from '@lingui/react/macro'
import { Check, CircleAlert, RotateCw } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import type { Answer } from '#api/contract/contract.ts'
import type { ConnectorView, SourceView } from '#api/contract/shapes.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { DrawnForm, type FormValues, firstMissing, givenValues, initialValues } from '#web/parts/drawn-form.tsx'
import { Field, FormError, Input } from '#web/parts/field.tsx'
import { SampleRow } from '#web/parts/sample-row.tsx'
import { SkeletonRows, useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'

type Props = { connector: ConnectorView; source: SourceView | undefined; onClose: () => void; onBack?: () => void }

/** The connector's own form. It is tried before it is saved: what would be heard is shown, not promised. */
export function SourceForm({ connector, source, onClose, onBack }: Props) {
  const { t, i18n } = useLingui()
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  const formId = useId()
  const form = useSourceForm(connector, source, onClose)
  const { hasSettings, canSave } = form
  const sourceName = source?.name ?? ''
  const submitWords = !canSave ? t`Try it` : source ? t`Save` : t`Listen here`
  return (
    <Dialog
      isOpen
      onClose={onClose}
      shape={hasSettings ? 'wide' : 'middle'}
      title={source ? t`Change ${sourceName}` : connector.name}
      says={connector.about[lang]}
      footer={
        <>
          <Btn kind="primary" type="submit" form={formId} isBusy={form.isBusy} disabled={form.isMissing}>
            {submitWords}
          </Btn>
          {canSave && hasSettings && (
            <Btn kind="quiet" onClick={form.tryIt}>
              <RotateCw size={13} />
              {t`Try once more`}
            </Btn>
          )}
          <Btn kind="quiet" onClick={onBack ?? onClose}>
            {onBack ? t`Another network` : t`Cancel`}
          </Btn>
        </>
      }
    >
      <div className={hasSettings ? 'grid gap-x-8 gap-y-6 pt-2 md:grid-cols-2' : 'pt-2'}>
        <form id={formId} onSubmit={form.submit} className="space-y-4">
          {hasSettings && <DrawnForm fields={connector.sourceForm} values={form.values} onChange={form.setValues} />}
          <Field
            label={t`Name`}
            isOptional
            help={t`How it is called in lists. Leave it empty and it gets the name of the place itself.`}
          >
            {(control) => (
              <Input
                {...control}
                maxLength={120}
                placeholder={form.offeredName}
                value={form.name}
                onChange={(event) => form.setName(event.currentTarget.value)}
              />
            )}
          </Field>
          {form.problem && <FormError>{form.problem}</FormError>}
        </form>
        {hasSettings && <Tried state={form.tried} />}
      </div>
    </Dialog>
  )
}

/** A source is saved only with settings that were tried and worked, or that did not change. */
function useSourceForm(connector: ConnectorView, source: SourceView | undefined, onDone: () => void) {
  const known = source?.settings as FormValues | undefined
  const [name, setName] = useState(source?.name ?? '')
  const [values, setValues] = useState<FormValues>({ ...initialValues(connector.sourceForm), ...known })
  const wordsOf = useProblemWords()
  const tried = useChange('POST /api/sources/try')
  const save = useSaveSource(connector, source, onDone)
  const settings = givenValues(values)
  const isSame = (other: unknown) => JSON.stringify(other) === JSON.stringify(settings)
  // The account itself is what is listened to: only its name here is ours to choose.
  const hasSettings = source?.listensTo !== 'account'
  const isUnchanged = source !== undefined && (!hasSettings || isSame(givenValues(known ?? {})))
  const canSave = isUnchanged || (tried.data?.isWorking === true && isSame(tried.variables?.body.settings))
  const offeredName = source?.name ?? (canSave ? (tried.data?.name ?? '') : '')
  const tryIt = () => tried.mutate({ body: { connector: connector.id, settings } })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (canSave) save.run({ name: name.trim() || offeredName, settings: hasSettings ? settings : undefined })
    else tryIt()
  }
  const looked: TriedState = tried.isPending ? 'looking' : tried.error ? { error: wordsOf(tried.error) } : tried.data
  return {
    name,
    setName,
    offeredName,
    values,
    setValues,
    hasSettings,
    canSave,
    tryIt,
    submit,
    tried: looked,
    isBusy: tried.isPending || save.isBusy,
    isMissing: firstMissing(connector.sourceForm, values) !== undefined,
    problem: save.error ? wordsOf(save.error) : undefined,
  }
}

type TriedState = 'looking' | { error: string } | Answer<'POST /api/sources/try'> | undefined

function Tried({ state }: { state: TriedState }) {
  const { t, i18n } = useLingui()
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  if (state === undefined)
    return (
      <p className="self-start rounded-xl bg-sunken px-5 py-4 text-body text-pretty text-ink-2">{t`Try it first: one look, nothing is saved. Here you see what would be heard.`}</p>
    )
  if (state === 'looking') return <SkeletonRows label={t`Looking`} count={3} />
  if ('error' in state) return <FormError>{state.error}</FormError>
  return (
    <section aria-label={t`What would be heard`} aria-live="polite" className="min-w-0">
      <p className="flex gap-2.5 text-body font-semibold text-pretty">
        {state.isWorking ? (
          <Check size={17} aria-hidden="true" className="mt-0.5 shrink-0 text-pos-t" />
        ) : (
          <CircleAlert size={17} aria-hidden="true" className="mt-0.5 shrink-0 text-neg-t" />
        )}
        {state.says[lang]}
      </p>
      <ul className="mt-3 space-y-1.5">
        {state.sample.map((one) => (
          <li key={`${one.network} ${one.nativeId}`}>
            <SampleRow sample={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function useSaveSource(connector: ConnectorView, source: SourceView | undefined, onDone: () => void) {
  const { t } = useLingui()
  const add = useChange('POST /api/sources', { refresh: ['GET /api/sources'] })
  const change = useChange('PATCH /api/sources/{id}', { refresh: ['GET /api/sources'] })
  const takeBack = ({ id, name, settings, listensTo }: SourceView) =>
    change.mutate({ params: { id }, body: { name, settings: listensTo === 'account' ? undefined : settings } })
  return {
    isBusy: add.isPending || change.isPending,
    error: add.error ?? change.error,
    run: ({ name, settings }: { name: string; settings: FormValues | undefined }) => {
      const named = name.trim() ? { name: name.trim() } : {}
      const done = (saved: SourceView) => {
        const savedName = saved.name
        showToast(
          source
            ? { text: t`Saved: ${savedName}`, undo: () => takeBack(source) }
            : { text: t`Listening to ${savedName}` },
        )
        onDone()
      }
      if (source) change.mutate({ params: { id: source.id }, body: { ...named, settings } }, { onSuccess: done })
      else add.mutate({ body: { connector: connector.id, ...named, settings } }, { onSuccess: done })
    },
  }
}
