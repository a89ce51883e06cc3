import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { ListedAlertView } from '#api/contract/alert-shapes.ts'
import { type FalseAlarmReason, falseAlarmReasons, alertLimits as most } from '#domain/alert.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, Select, TextArea } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { useAlertName, useFalseAlarmReasons } from './alert-words.ts'

/** With a reason: it is closed for everybody, and the rule learns from it. */
export function NotACrisis({ alert, onClose }: { alert: ListedAlertView; onClose: () => void }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const name = useAlertName()(alert)
  const names = useFalseAlarmReasons()
  const [reason, setReason] = useState<FalseAlarmReason>('expected')
  const [note, setNote] = useState('')
  const refuse = useChange('POST /api/alerts/{id}/false-alarm', { refresh: ['GET /api/alerts'], isAtOnce: true })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (refuse.isPending) return
    refuse.mutate({ params: { id: alert.id }, body: { reason, note: note.trim() } }, { onSuccess: onClose })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Not a crisis`}
      says={t`“${name}”: the alert is closed for everybody. It is quiet until it grows: only what is said from now on can raise it again. Such hours count as usual.`}
    >
      <form onSubmit={submit} className="space-y-4 pt-2">
        <Field label={t`Why not?`}>
          {(control) => (
            <Select
              {...control}
              data-first
              value={reason}
              // The choices are the reasons.
              onChange={(event) => setReason(event.currentTarget.value as FalseAlarmReason)}
              choices={falseAlarmReasons.map((value) => ({ value, label: names[value] }))}
            />
          )}
        </Field>
        <Field label={t`In a sentence`} isOptional>
          {(control) => (
            <TextArea
              {...control}
              maxLength={most.reason}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          )}
        </Field>
        {refuse.error && <FormError>{wordsOf(refuse.error)}</FormError>}
        <Btn kind="ink" type="submit" isBusy={refuse.isPending}>{t`Close the alert`}</Btn>
      </form>
    </Dialog>
  )
}
