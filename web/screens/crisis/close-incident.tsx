import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { IncidentView } from '#api/contract/incident-shapes.ts'
import { incidentLimits as most } from '#domain/incident.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, Input, TextArea } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'

const empty = { heard: '', did: '', learned: '' }

/** Closing asks for the review, and for the key typed out: nobody closes a crisis by leaning on a button. */
export function CloseIncident({ incident, onClose }: { incident: IncidentView; onClose: () => void }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const close = useChange('POST /api/incidents/{id}/close', { refresh: ['GET /api/incidents/{id}'], isAtOnce: true })
  const [review, setReview] = useState(incident.review ?? empty)
  const [typed, setTyped] = useState('')
  const isTyped = typed.trim().toUpperCase() === incident.key
  const isReady = isTyped && Object.values(review).every((text) => text.trim() !== '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady && !close.isPending)
      close.mutate({ params: { id: incident.id }, body: { review } }, { onSuccess: onClose })
  }
  const parts = [
    ['heard', t`What we heard`],
    ['did', t`What we did, and why`],
    ['learned', t`What we change`],
  ] as const
  const { key } = incident
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Close the incident`}
      says={t`With the review: tomorrow nobody writes it any more.`}
    >
      <form onSubmit={submit} className="space-y-4 pt-2">
        {parts.map(([part, label], at) => (
          <Field key={part} label={label}>
            {(control) => (
              <TextArea
                {...control}
                {...(at === 0 ? { 'data-first': true } : {})}
                maxLength={most.review}
                value={review[part]}
                onChange={(event) => {
                  const { value } = event.currentTarget
                  setReview((now) => ({ ...now, [part]: value }))
                }}
              />
            )}
          </Field>
        ))}
        <Field label={t`Type ${key} to close it`}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        {close.error && <FormError>{wordsOf(close.error)}</FormError>}
        <Btn kind="ink" type="submit" isBusy={close.isPending} disabled={!isReady}>{t`Close the incident`}</Btn>
      </form>
    </Dialog>
  )
}
