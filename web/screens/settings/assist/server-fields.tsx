import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, FormError, Input } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import type { AssistForm } from './assist-form.ts'

type Props = { form: AssistForm; hasKey: boolean; set: (part: Partial<AssistForm>) => void }

/** Where the model is: its address, its key and its name, tried before anything is kept. */
export function ServerFields({ form, hasKey, set }: Props) {
  const { t } = useLingui()
  const listId = useId()
  const wordsOf = useProblemWords()
  const models = useChange('POST /api/assist/models')
  const attempt = useChange('POST /api/assist/try')
  const address = form.address.trim()
  const key = form.key !== '' ? { key: form.key } : form.isKeyGone ? { key: '' } : {}
  const server = { address, ...key }
  const canAsk = URL.canParse(address)
  const change = (part: Partial<AssistForm>): void => {
    attempt.reset()
    set(part)
  }
  const found = models.data?.models ?? []
  const count = found.length
  return (
    <>
      <Field label={t`Address`} help={t`Up to and with the version.`}>
        {(control) => (
          <Input
            {...control}
            type="url"
            autoComplete="off"
            spellCheck={false}
            placeholder="https://api.example.org/v1"
            value={form.address}
            onChange={(event) => change({ address: event.currentTarget.value })}
          />
        )}
      </Field>
      <div>
        <Field
          label={t`Key`}
          isOptional
          help={
            hasKey && !form.isKeyGone
              ? t`A key is kept, encrypted, and never shown. Type another to replace it.`
              : t`None is sent.`
          }
        >
          {(control) => (
            <Input
              {...control}
              type="password"
              autoComplete="new-password"
              spellCheck={false}
              value={form.key}
              onChange={(event) => change({ key: event.currentTarget.value })}
            />
          )}
        </Field>
        {hasKey && !form.isKeyGone && form.key === '' && (
          <Btn
            small
            kind="quiet"
            className="mt-1 -ml-2"
            onClick={() => change({ isKeyGone: true })}
          >{t`Remove the key`}</Btn>
        )}
      </div>
      <Field label={t`Model`} help={count > 0 ? t`${count} models found: choose one, or type a name.` : undefined}>
        {(control) => (
          <Input
            {...control}
            list={listId}
            autoComplete="off"
            spellCheck={false}
            value={form.model}
            onChange={(event) => change({ model: event.currentTarget.value })}
          />
        )}
      </Field>
      <datalist id={listId}>
        {found.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="space-y-3">
        <div className="flex flex-wrap gap-2 [fieldset:disabled_&]:hidden">
          <Btn isBusy={models.isPending} disabled={!canAsk} onClick={() => models.mutate({ body: server })}>
            {t`Which models are there?`}
          </Btn>
          <Btn
            isBusy={attempt.isPending}
            disabled={!canAsk || form.model.trim() === ''}
            onClick={() => attempt.mutate({ body: { ...server, model: form.model.trim() } })}
          >
            {t`Try it`}
          </Btn>
        </div>
        {models.error && <FormError>{wordsOf(models.error)}</FormError>}
        {models.data && count === 0 && (
          <FormError>{t`The server answers and names no model. Type the name of one.`}</FormError>
        )}
        {attempt.error && <FormError>{wordsOf(attempt.error)}</FormError>}
        {attempt.data && <Tried {...attempt.data} />}
      </div>
    </>
  )
}

function Tried({ model, text }: { model: string; text: string }) {
  const { t } = useLingui()
  if (text === '')
    return (
      <FormError>{t`${model} answered without words. Some models think and say nothing in so little room.`}</FormError>
    )
  return (
    <p role="status" className="rounded-lg bg-sunken px-3.5 py-2.5 text-ui text-pretty break-words">
      {t`${model} says:`} “{text}”
    </p>
  )
}
