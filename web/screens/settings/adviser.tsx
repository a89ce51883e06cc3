import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import type { Answer, Ask } from '#api/contract/contract.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn, useSentimentName } from '#web/parts/bits.tsx'
import { Field, FormError, Input, Switch } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { RemoveDialog } from '#web/parts/remove-dialog.tsx'
import { FailedState, NotAllowed, SkeletonRows, useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { useIntentName } from '#web/screens/inbox/words.ts'
import { useMay } from '#web/session.ts'
import { SettingsCard, SettingsPage } from './page.tsx'

type Adviser = NonNullable<Answer<'GET /api/adviser'>['adviser']>
type Filled = Ask<'PUT /api/adviser'>['body']

/** Whether a language model elsewhere is asked where triage is unsure, which one, and what that may cost. */
export function AdviserSettings() {
  const { t } = useLingui()
  const asked = useAsk('GET /api/adviser')
  const mayChange = useMay()('adviser.change')
  const adviser = asked.data?.adviser
  return (
    <SettingsPage
      title={t`Second opinion`}
      says={t`Messages are judged on this server, and nobody else reads them. Where that judgement is “unsure”, a large language model of your choice can be asked. Everything works without it.`}
    >
      {!mayChange && <NotAllowed>{t`You can look at these. An administrator can change them.`}</NotAllowed>}
      {asked.isPending && <SkeletonRows label={t`The second opinion is on its way`} count={2} />}
      {asked.error && <FailedState error={asked.error} retry={() => void asked.refetch()} className="mx-0!" />}
      {asked.data && (
        <>
          {adviser && <MonthCard adviser={adviser} />}
          <fieldset disabled={!mayChange}>
            {/* What was saved elsewhere takes the place of what was typed. */}
            <AdviserCard key={formKey(adviser)} adviser={adviser ?? undefined} />
          </fieldset>
        </>
      )}
    </SettingsPage>
  )
}

function formKey(adviser: Adviser | null | undefined): string {
  if (!adviser) return 'none'
  const { isOn, address, model, hasKey, priceIn, priceOut, mostPerMonth } = adviser
  return JSON.stringify([isOn, address, model, hasKey, priceIn, priceOut, mostPerMonth])
}

/** How it goes this month, and why it stands still when it does. */
function MonthCard({ adviser }: { adviser: Adviser }) {
  const { t, i18n } = useLingui()
  const fmt = useFmt()
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  const [spent, most] = [fmt.money(adviser.spent), fmt.money(adviser.mostPerMonth)]
  const [asked, answered] = [fmt.int(adviser.asked), fmt.int(adviser.answered)]
  const isFull = adviser.isOn && adviser.mostPerMonth > 0 && adviser.spent >= 0.95 * adviser.mostPerMonth
  return (
    <SettingsCard title={t`This month`}>
      <p className="num text-body text-pretty">
        {adviser.asked === 0
          ? t`Nothing was asked yet.`
          : t`${asked} questions, ${answered} opinions; ${spent} of at most ${most} was spent.`}
      </p>
      {adviser.isOn && adviser.problem && (
        <FormError>{t`It stands still until somebody looks at it. ${adviser.problem[lang]}`}</FormError>
      )}
      {isFull && (
        <FormError>{t`The most for this month is nearly reached, so nothing more is asked. It goes on next month, or when you raise it.`}</FormError>
      )}
      {adviser.isOn && adviser.closedUntil && !adviser.problem && new Date(adviser.closedUntil) > new Date() && (
        <p className="text-ui text-ink-2">{t`The server asked to be left alone for a while. It goes on by itself.`}</p>
      )}
    </SettingsCard>
  )
}

type Typed = { address: string; model: string; key: string; priceIn: string; priceOut: string; mostPerMonth: string }

function AdviserCard({ adviser }: { adviser: Adviser | undefined }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const [isOn, setOn] = useState(adviser?.isOn ?? false)
  const [typed, setTyped] = useState<Typed>(() => ({
    address: adviser?.address ?? '',
    model: adviser?.model ?? '',
    key: '',
    priceIn: String(adviser?.priceIn ?? 0),
    priceOut: String(adviser?.priceOut ?? 0),
    mostPerMonth: String(adviser?.mostPerMonth ?? 10),
  }))
  const [isKeyGone, setKeyGone] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  const save = useChange('PUT /api/adviser', { refresh: ['GET /api/adviser'] })
  const remove = useChange('DELETE /api/adviser', { refresh: ['GET /api/adviser'] })
  const attempt = useChange('POST /api/adviser/try')
  const input = inputOf({ isOn, typed, isKeyGone })
  const set = (name: keyof Typed) => (value: string) => {
    attempt.reset()
    setTyped((before) => ({ ...before, [name]: value }))
  }
  const isReady = input !== undefined
  const send = () => {
    if (input) save.mutate({ body: input }, { onSuccess: () => showToast({ text: t`Saved` }) })
  }
  return (
    <SettingsCard
      title={t`The model`}
      says={t`Any server that speaks the chat completions of OpenAI: of a provider, or Ollama, vLLM or llama.cpp on a machine of your own. For an address inside your network, an administrator of this server allows it first (WEDERHOOR_ALLOW_INSIDE).`}
      isMain
      saveLabel={t`Save the second opinion`}
      isChanged={isReady && hasChanged(adviser, input)}
      isBusy={save.isPending}
      problem={save.error ? wordsOf(save.error) : undefined}
      onSave={send}
    >
      <Switch
        label={t`Ask for a second opinion`}
        help={t`Only about new messages that are “unsure”. Telephone numbers, e-mail addresses and account numbers are taken out, and who wrote it is not told; the words of the message do leave this server.`}
        isOn={isOn}
        onChange={setOn}
      />
      <TextField
        label={t`Address`}
        help={t`Up to and with the version.`}
        placeholder="https://api.example.org/v1"
        type="url"
        value={typed.address}
        onChange={set('address')}
      />
      <TextField label={t`Model`} value={typed.model} onChange={set('model')} />
      <div>
        <TextField
          label={t`Key`}
          isOptional
          help={
            adviser?.hasKey && !isKeyGone
              ? t`A key is kept, encrypted, and never shown. Type another to replace it.`
              : t`None is sent.`
          }
          type="password"
          value={typed.key}
          onChange={set('key')}
        />
        {adviser?.hasKey && !isKeyGone && typed.key === '' && (
          <Btn small kind="quiet" className="mt-1 -ml-2" onClick={() => setKeyGone(true)}>{t`Remove the key`}</Btn>
        )}
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <NumberField label={t`Price of a million tokens in`} value={typed.priceIn} onChange={set('priceIn')} />
        <NumberField label={t`Price of a million tokens out`} value={typed.priceOut} onChange={set('priceOut')} />
        <NumberField label={t`At most per month`} value={typed.mostPerMonth} onChange={set('mostPerMonth')} />
      </div>
      <p className="text-meta text-ink-3">
        {t`In the money of your provider’s bill; zero for a model of your own. Nothing is asked that could go over the most.`}
      </p>
      <div className="space-y-3">
        <div className="flex flex-wrap gap-2 [fieldset:disabled_&]:hidden">
          <Btn
            isBusy={attempt.isPending}
            disabled={!isReady}
            onClick={() => input && attempt.mutate({ body: input })}
          >{t`Try it on a sentence of ours`}</Btn>
          {adviser && (
            <Btn kind="quiet" onClick={() => setRemoving(true)}>
              {t`Forget address and key…`}
            </Btn>
          )}
        </div>
        {attempt.error && <FormError>{wordsOf(attempt.error)}</FormError>}
        {attempt.data && <Tried tried={attempt.data} />}
      </div>
      <RemoveDialog
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        title={t`Forget the second opinion?`}
        says={t`Address and key are erased and nothing is asked any more. Opinions that were given stay with their messages, and what they cost stays on record.`}
        doLabel={t`Forget`}
        error={remove.error}
        isBusy={remove.isPending}
        onRemove={() => remove.mutate({}, { onSuccess: () => setRemoving(false) })}
      />
    </SettingsCard>
  )
}

/** Undefined while something is missing or is no number. */
function inputOf({ isOn, typed, isKeyGone }: { isOn: boolean; typed: Typed; isKeyGone: boolean }): Filled | undefined {
  const numbers = [typed.priceIn, typed.priceOut, typed.mostPerMonth].map(numberOf)
  const [priceIn, priceOut, mostPerMonth] = numbers
  if (priceIn === undefined || priceOut === undefined || mostPerMonth === undefined) return undefined
  const [address, model] = [typed.address.trim(), typed.model.trim()]
  if (!URL.canParse(address) || model === '') return undefined
  const key = typed.key !== '' ? { key: typed.key } : isKeyGone ? { key: '' } : {}
  return { isOn, address, model, ...key, priceIn, priceOut, mostPerMonth }
}

/** 0.25 and 0,25 are one number. */
function numberOf(typed: string): number | undefined {
  const number = Number(typed.trim().replace(',', '.'))
  return typed.trim() !== '' && Number.isFinite(number) && number >= 0 ? number : undefined
}

function hasChanged(adviser: Adviser | undefined, input: Filled): boolean {
  if (!adviser || input.key !== undefined) return true
  const { isOn, address, model, priceIn, priceOut, mostPerMonth } = adviser
  const before = { isOn, address, model, priceIn, priceOut, mostPerMonth }
  return Object.entries(before).some(([name, value]) => input[name as keyof typeof before] !== value)
}

function Tried({ tried }: { tried: Answer<'POST /api/adviser/try'> }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const toneOf = useSentimentName()
  const intentOf = useIntentName()
  const { opinion, model } = tried
  if (!opinion) {
    return <FormError>{t`${model} answered, but not in a way that can be read. A larger model usually can.`}</FormError>
  }
  const labels = [opinion.sentiment && toneOf(opinion.sentiment), opinion.intent && intentOf(opinion.intent)]
  const said = labels.filter(Boolean).join(', ')
  const tokens = fmt.int(tried.tokensIn + tried.tokensOut)
  return (
    <p role="status" className="rounded-lg bg-sunken px-3.5 py-2.5 text-ui text-pretty">
      {t`${model} says: ${said}.`} {opinion.because && <span className="text-ink-2">“{opinion.because}”</span>}{' '}
      <span className="num text-ink-3">{t`It took ${tokens} tokens.`}</span>
    </p>
  )
}

type TextFieldProps = {
  label: ReactNode
  help?: ReactNode
  isOptional?: boolean
  placeholder?: string
  type?: 'text' | 'url' | 'password'
  value: string
  onChange: (value: string) => void
}

function TextField({ label, help, isOptional, type = 'text', value, onChange, placeholder }: TextFieldProps) {
  return (
    <Field label={label} help={help} isOptional={isOptional}>
      {(control) => (
        <Input
          {...control}
          type={type}
          autoComplete={type === 'password' ? 'new-password' : 'off'}
          spellCheck={false}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

type NumberFieldProps = { label: ReactNode; value: string; onChange: (value: string) => void }

function NumberField({ label, value, onChange }: NumberFieldProps) {
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
