import { useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { hookKinds, type NoticeKind, noticeKinds } from '#domain/notice.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, Input, Select } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { usePrefs } from '#web/prefs.tsx'
import { type Hook, hookNames } from './hook-names.ts'
import { useKindNames } from './kind-names.ts'

/** What a channel is told when nobody chose otherwise: what a team must act on. */
const usualKinds: readonly NoticeKind[] = ['promise_flagged', 'promises_stand', 'promise_broken', 'queued']

/** A channel that is told as well: where it is, and of what. */
export function HookEditor({ hook, onClose }: { hook: Hook | undefined; onClose: () => void }) {
  const { t } = useLingui()
  const { lang } = usePrefs()
  const wordsOf = useProblemWords()
  const formId = useId()
  const [draft, setDraft] = useState({
    name: hook?.name ?? '',
    kind: hook?.kind ?? 'slack',
    kinds: hook?.kinds ?? [...usualKinds],
    departmentId: hook?.departmentId ?? null,
    lang: hook?.lang ?? lang,
  })
  const [url, setUrl] = useState('')
  const options = { refresh: ['GET /api/hooks'] } as const
  const add = useChange('POST /api/hooks', options)
  const change = useChange('PUT /api/hooks/{id}', options)
  const error = add.error ?? change.error
  const body = { ...draft, ...(url === '' ? {} : { url }) }
  const save = () =>
    hook
      ? change.mutate({ params: { id: hook.id }, body }, { onSuccess: onClose })
      : add.mutate({ body }, { onSuccess: onClose })
  const isWhole = draft.name.trim() !== '' && draft.kinds.length > 0 && (hook !== undefined || url !== '')
  const host = hook?.host ?? ''
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={hook ? t`Change a channel` : t`Add a channel`}
      footer={
        <>
          <Btn
            kind="primary"
            type="submit"
            form={formId}
            isBusy={add.isPending || change.isPending}
            disabled={!isWhole}
          >
            {t`Save the channel`}
          </Btn>
          <Btn kind="quiet" onClick={onClose}>{t`Cancel`}</Btn>
        </>
      }
    >
      <form
        id={formId}
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (isWhole) save()
        }}
      >
        <Field label={t`Name`}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={120}
              value={draft.name}
              onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={t`Where`}>
          {(control) => (
            <Select
              {...control}
              value={draft.kind}
              onChange={(event) => {
                const kind = hookKinds.find((one) => one === event.currentTarget.value)
                if (kind) setDraft({ ...draft, kind })
              }}
              choices={hookKinds.map((value) => ({ value, label: hookNames[value] }))}
            />
          )}
        </Field>
        <Field
          label={t`Address of the webhook`}
          help={hook ? t`One at ${host} is kept. Left empty, it stays.` : t`Copy it where the channel was made.`}
        >
          {(control) => (
            <Input
              {...control}
              type="url"
              required={!hook}
              maxLength={2_048}
              placeholder="https://"
              autoComplete="off"
              value={url}
              onChange={(event) => setUrl(event.currentTarget.value.trim())}
            />
          )}
        </Field>
        <DepartmentField
          departmentId={draft.departmentId}
          onChange={(departmentId) => setDraft({ ...draft, departmentId })}
        />
        <Kinds kinds={draft.kinds} onChange={(kinds) => setDraft({ ...draft, kinds })} />
        {error && <FormError>{wordsOf(error)}</FormError>}
      </form>
    </Dialog>
  )
}

function DepartmentField(props: { departmentId: string | null; onChange: (id: string | null) => void }) {
  const { t } = useLingui()
  const departments = useAsk('GET /api/departments').data ?? []
  return (
    <Field label={t`Of which conversations`}>
      {(control) => (
        <Select
          {...control}
          value={props.departmentId ?? ''}
          onChange={(event) => props.onChange(event.currentTarget.value || null)}
          choices={[{ value: '', label: t`All` }, ...departments.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
    </Field>
  )
}

function Kinds({ kinds, onChange }: { kinds: readonly NoticeKind[]; onChange: (kinds: NoticeKind[]) => void }) {
  const { t } = useLingui()
  const names = useKindNames()
  return (
    <fieldset>
      <legend className="mb-1 text-ui font-semibold">{t`Told of`}</legend>
      {noticeKinds.map((kind) => (
        <label key={kind} className="flex min-h-8 items-center gap-2.5 text-ui touch:min-h-11">
          <input
            type="checkbox"
            className="size-4 shrink-0 accent-ink"
            checked={kinds.includes(kind)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...kinds, kind] : kinds.filter((one) => one !== kind))
            }
          />
          {names[kind]}
        </label>
      ))}
    </fieldset>
  )
}
