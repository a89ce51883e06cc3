import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, Input, Switch } from '#web/parts/field.tsx'
import { RemoveDialog } from '#web/parts/remove-dialog.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import { type Assist, type AssistForm, filledOf, formOf } from './assist-form.ts'
import { ServerFields } from './server-fields.tsx'
import { WhoFields } from './who-fields.tsx'

export function AssistCard({ assist }: { assist: Assist | undefined }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const [form, setForm] = useState(() => formOf(assist))
  const save = useChange('PUT /api/assist', { refresh: ['GET /api/assist', 'GET /api/session'] })
  const filled = filledOf(form)
  const set = (part: Partial<AssistForm>): void => setForm((before) => ({ ...before, ...part }))
  const isChanged = !assist || JSON.stringify(form) !== JSON.stringify(formOf(assist))
  return (
    <SettingsCard
      title={t`The model`}
      says={t`Any server that speaks the chat completions of OpenAI: of a provider, or Ollama, vLLM or llama.cpp on a machine of your own. For an address inside your network, an administrator of this server allows it first (WEDERHOOR_ALLOW_INSIDE).`}
      isMain
      saveLabel={t`Save assisted writing`}
      isChanged={filled !== undefined && isChanged}
      isBusy={save.isPending}
      problem={save.error ? wordsOf(save.error) : undefined}
      onSave={() => filled && save.mutate({ body: filled }, { onSuccess: () => showToast({ text: t`Saved` }) })}
    >
      <Switch
        label={t`Let a model help whoever writes`}
        help={t`The words of the conversation leave this server when somebody asks for help. Names, numbers, addresses and links of people are taken out first, and whoever asks sees what leaves.`}
        isOn={form.isOn}
        onChange={(isOn) => set({ isOn })}
      />
      <ServerFields form={form} hasKey={assist?.hasKey ?? false} set={set} />
      <WhoFields form={form} set={set} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Figure label={t`Price of a million tokens in`} value={form.priceIn} onChange={(priceIn) => set({ priceIn })} />
        <Figure
          label={t`Price of a million tokens out`}
          value={form.priceOut}
          onChange={(priceOut) => set({ priceOut })}
        />
        <Figure
          label={t`At most per month, in money`}
          value={form.moneyMost}
          onChange={(moneyMost) => set({ moneyMost })}
        />
        <Figure
          label={t`At most per month, in tokens`}
          value={form.tokensMost}
          onChange={(tokensMost) => set({ tokensMost })}
        />
      </div>
      <p className="text-meta text-ink-3">
        {t`In the money of your provider’s bill. An empty most is not counted; one of the two is needed. Nothing is asked that could go over it.`}
      </p>
      {assist && <Forget />}
    </SettingsCard>
  )
}

function Forget() {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(false)
  const remove = useChange('DELETE /api/assist', { refresh: ['GET /api/assist', 'GET /api/session'] })
  return (
    <div className="[fieldset:disabled_&]:hidden">
      <Btn kind="quiet" className="-ml-2" onClick={() => setOpen(true)}>{t`Forget address and key…`}</Btn>
      <RemoveDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t`Forget assisted writing?`}
        says={t`Address and key are erased and nobody can ask any more. What was asked and what it cost stays on record.`}
        doLabel={t`Forget`}
        error={remove.error}
        isBusy={remove.isPending}
        onRemove={() => remove.mutate({}, { onSuccess: () => setOpen(false) })}
      />
    </div>
  )
}

function Figure({ label, value, onChange }: { label: ReactNode; value: string; onChange: (value: string) => void }) {
  return (
    <Field label={label} className="flex flex-col justify-end">
      {(control) => (
        <Input
          {...control}
          inputMode="decimal"
          className="num"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
