import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { stopReasonMax } from '#domain/stop.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, Input } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import type { Stop } from './use-stops.ts'

type Props = { account: Pick<NonNullable<Stop['account']>, 'id' | 'handle'> | null; onClose: () => void }

/** Asks why, says what it does, and does it: one field, so that Enter is enough. */
export function StopDialog({ account, onClose }: Props) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const stop = useChange('POST /api/stops', { refresh: ['GET /api/stops'], isAtOnce: true })
  const [reason, setReason] = useState('')
  const said = reason.trim()
  const handle = account ? `@${account.handle}` : ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (said === '' || stop.isPending) return
    stop.mutate({ body: { accountId: account?.id ?? null, reason: said } }, { onSuccess: onClose })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={account ? t`Stop what goes out as ${handle}` : t`Stop everything that goes out`}
      says={t`From this moment until somebody resumes it.`}
    >
      <form onSubmit={submit} className="space-y-4 pt-2">
        <Field label={t`Why`} help={t`Everybody reads this on every screen.`}>
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
        <ul className="list-disc space-y-1 pl-5 text-ui text-ink-2">
          <li>{t`Answers that were to leave are held. Nothing is lost, and everybody can go on writing.`}</li>
          <li>{t`What was on its way this very second may still arrive.`}</li>
          <li>{t`Removing an answer from the network stays possible, and listening goes on.`}</li>
        </ul>
        {stop.error && <FormError>{wordsOf(stop.error)}</FormError>}
        <Btn kind="danger" type="submit" isBusy={stop.isPending} disabled={said === ''}>
          {t`Stop now`}
        </Btn>
      </form>
    </Dialog>
  )
}
