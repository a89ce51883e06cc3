import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { IncidentView } from '#api/contract/incident-shapes.ts'
import { type EntryKind, incidentLimits as most } from '#domain/incident.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, TextArea } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { usePrefs } from '#web/prefs.tsx'
import { useOnce } from '#web/use-once.ts'

const refresh = ['GET /api/incidents/{id}', 'GET /api/incidents/{id}/timeline'] as const

type Props = { incident: IncidentView; kind: EntryKind; onClose: () => void }

/** A decision for the timeline, or an update for those who wait for it. */
export function WriteEntry({ incident, kind, onClose }: Props) {
  const { t } = useLingui()
  const { lang } = usePrefs()
  const wordsOf = useProblemWords()
  const [text, setText] = useState('')
  const write = useOnce('POST /api/incidents/{id}/entries', refresh)
  const isUpdate = kind === 'update'
  const mails = incident.mailsUpdates && incident.mailTo.length > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim() || write.isPending) return
    const body = { kind, text: text.trim(), lang }
    write.mutate({ params: { id: incident.id }, body }, { onSuccess: onClose })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={isUpdate ? t`Write an update` : t`Write down a decision`}
      says={
        isUpdate
          ? mails
            ? t`For everybody in the room, and by e-mail for those who get the status.`
            : t`For everybody in the room and on the status page.`
          : t`What was decided, and why. It stands starred in the timeline.`
      }
    >
      <form onSubmit={submit} className="space-y-4 pt-2">
        <Field label={isUpdate ? t`Update` : t`Decision`}>
          {(control) => (
            <TextArea
              {...control}
              data-first
              maxLength={most.entry}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
        {write.error && <FormError>{wordsOf(write.error)}</FormError>}
        <Btn kind="ink" type="submit" isBusy={write.isPending} disabled={text.trim() === ''}>
          {isUpdate ? t`Post the update` : t`Keep the decision`}
        </Btn>
      </form>
    </Dialog>
  )
}
