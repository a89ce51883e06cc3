import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { IncidentView } from '#api/contract/incident-shapes.ts'
import { stopReasonMax } from '#domain/stop.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, Input } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'

/** Both at once: nothing goes out, and what goes out later needs approval. */
export function StopAll({ incident, onClose }: { incident: IncidentView; onClose: () => void }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const hold = useChange('POST /api/incidents/{id}/hold', {
    refresh: ['GET /api/incidents/{id}', 'GET /api/stops'],
    isAtOnce: true,
  })
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const stopReason = reason.trim()
    if (stopReason && !hold.isPending)
      hold.mutate({ params: { id: incident.id }, body: { needsApproval: true, stopReason } }, { onSuccess: onClose })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Stop everything, and approve what follows`}
      says={t`One act: nothing goes out until somebody resumes it, and every answer needs approval until the incident is closed.`}
    >
      <form onSubmit={submit} className="space-y-4 pt-2">
        <Field label={t`Why`} help={t`Everybody reads this on every screen, also who is not in the room.`}>
          {(control) => (
            <Input
              {...control}
              data-first
              required
              maxLength={stopReasonMax}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
        {hold.error && <FormError>{wordsOf(hold.error)}</FormError>}
        <Btn kind="danger" type="submit" isBusy={hold.isPending} disabled={reason.trim() === ''}>{t`Stop now`}</Btn>
      </form>
    </Dialog>
  )
}
