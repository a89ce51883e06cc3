import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Answer } from '#api/contract/contract.ts'
import { advisedRetention, areInOrder, type Retention, retentionChoices } from '#domain/retention.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { type ControlProps, Field, FormError, Input, Select } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { useSession } from '#web/session.ts'
import { SettingsCard } from './page.tsx'

type Read = Answer<'GET /api/retention'>
type Goes = Answer<'POST /api/retention/try'>

const refresh = ['GET /api/retention', 'GET /api/session'] as const

/** Both periods. What they would erase at once is counted before anything is saved, and then asked by the name. */
export function RetentionCard({ read }: { read: Read }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const kept: Retention = { unansweredDays: read.unansweredDays, answeredDays: read.answeredDays }
  const [wanted, setWanted] = useState(kept)
  const [goes, setGoes] = useState<Goes>()
  const count = useChange('POST /api/retention/try')
  const save = useChange('PUT /api/retention', { refresh: [...refresh] })
  const isInOrder = areInOrder(wanted)
  const isChanged = wanted.unansweredDays !== kept.unansweredDays || wanted.answeredDays !== kept.answeredDays
  const isAdvised =
    wanted.unansweredDays === advisedRetention.unansweredDays && wanted.answeredDays === advisedRetention.answeredDays
  const saved = (retention: Retention, workspaceName: string) =>
    save.mutate(
      { body: { ...retention, workspaceName } },
      {
        onSuccess: () => {
          setGoes(undefined)
          showToast({ text: t`Saved` })
        },
      },
    )
  const ask = () =>
    count.mutate(
      { body: wanted },
      { onSuccess: (counted) => (counted.conversations > 0 ? setGoes(counted) : saved(wanted, '')) },
    )
  const trouble = count.error ?? (goes ? null : save.error)
  return (
    <>
      <SettingsCard
        title={t`How long it is kept`}
        says={t`Counted from the last that was said, answered, noted or decided in a conversation. After it the words, names, notes and answers are erased; dates, labels and figures stay, so that your reports stay true.`}
        isMain
        saveLabel={t`Save how long`}
        isChanged={isChanged && isInOrder}
        isBusy={count.isPending || save.isPending}
        problem={trouble ? wordsOf(trouble) : undefined}
        onSave={ask}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t`What nobody answered`}>
            {(control) => (
              <DaysSelect
                control={control}
                value={wanted.unansweredDays}
                onChange={(unansweredDays) => setWanted({ ...wanted, unansweredDays })}
              />
            )}
          </Field>
          <Field
            label={t`What was answered`}
            error={isInOrder ? undefined : t`At least as long as what nobody answered.`}
          >
            {(control) => (
              <DaysSelect
                control={control}
                value={wanted.answeredDays}
                onChange={(answeredDays) => setWanted({ ...wanted, answeredDays })}
              />
            )}
          </Field>
        </div>
        <p className="max-w-[66ch] text-ui text-pretty text-ink-2">
          {t`Never erased: open work that somebody has, what waits to be sent, and what a colleague keeps.`}
        </p>
        {!isAdvised && (
          <Btn className="[fieldset:disabled_&]:hidden" onClick={() => setWanted(advisedRetention)}>
            {t`Choose what we advise: 90 days and a year`}
          </Btn>
        )}
      </SettingsCard>
      {goes && (
        <SureDialog
          goes={goes}
          isBusy={save.isPending}
          problem={save.error ? wordsOf(save.error) : undefined}
          onSure={(name) => saved(wanted, name)}
          onClose={() => {
            setGoes(undefined)
            save.reset()
          }}
        />
      )}
    </>
  )
}

type DaysProps = { control: ControlProps; value: number | null; onChange: (days: number | null) => void }

function DaysSelect({ control, value, onChange }: DaysProps) {
  const { t } = useLingui()
  const long = useDays()
  const all = value === null ? retentionChoices : [...new Set([...retentionChoices, value])].toSorted((a, b) => a - b)
  return (
    <Select
      {...control}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? null : Number(currentTarget.value))}
      choices={[
        ...all.map((days) => ({ value: String(days), label: long(days) })),
        { value: '', label: t`Until somebody removes it` },
      ]}
    />
  )
}

const yearDays = 365

/** Days as one says them: 90 days, a year, 5 years. */
function useDays(): (days: number) => string {
  const { t } = useLingui()
  return (days) => {
    const years = Math.round(days / yearDays)
    const isWhole = Math.abs(days - years * yearDays) <= 1 && years > 0
    return isWhole
      ? t`${plural(years, { one: '# year', other: '# years' })}`
      : t`${plural(days, { one: '# day', other: '# days' })}`
  }
}

type SureProps = {
  goes: Goes
  isBusy: boolean
  problem: string | undefined
  onSure: (name: string) => void
  onClose: () => void
}

/** It cannot be taken back, so it is asked by the name. */
function SureDialog({ goes, isBusy, problem, onSure, onClose }: SureProps) {
  const { t } = useLingui()
  const fmt = useFmt()
  const name = useSession().workspace?.name ?? ''
  const [typed, setTyped] = useState('')
  const conversations = fmt.int(goes.conversations)
  const messages = fmt.int(goes.messages)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`This erases something at once`}
      says={t`It begins within the hour and cannot be taken back. What must stay can be kept first, in the menu of its conversation.`}
      footer={
        <>
          <Btn kind="danger" isBusy={isBusy} disabled={typed.trim() !== name.trim()} onClick={() => onSure(typed)}>
            {t`Save and erase`}
          </Btn>
          <Btn kind="quiet" onClick={onClose}>{t`Change nothing`}</Btn>
        </>
      }
    >
      <dl className="grid grid-cols-2 rounded-lg border border-line text-center">
        {[
          [conversations, plural(goes.conversations, { one: 'conversation', other: 'conversations' })],
          [messages, plural(goes.messages, { one: 'message', other: 'messages' })],
        ].map(([figure, label]) => (
          <div key={label} className="flex flex-col-reverse px-3 py-2.5 not-first:border-l not-first:border-line">
            <dt className="text-meta text-ink-3">{label}</dt>
            <dd className="num display text-[20px] leading-7">{figure}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-4 space-y-4">
        <Field label={t`Type the name of the workspace to be sure: ${name}`}>
          {(control) => (
            <Input
              {...control}
              value={typed}
              autoComplete="off"
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        {problem && <FormError>{problem}</FormError>}
      </div>
    </Dialog>
  )
}
