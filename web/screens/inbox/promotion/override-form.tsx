import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { promotionLimits } from '#domain/promotion/promotion-settings.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Input } from '#web/parts/field.tsx'

const reasonLeast = 3

/** Why it goes although something stops it. Colleagues read it beside the answer, for good. */
export function OverrideForm(props: {
  onSend: (reason: string) => void
  onCancel: () => void
  isSending: boolean
  /** Beside the reason: what else is to be chosen. */
  children?: ReactNode
}) {
  const { t } = useLingui()
  const id = useId()
  const [reason, setReason] = useState('')
  const isGiven = reason.trim().length >= reasonLeast
  const send = (): void => {
    if (isGiven && !props.isSending) props.onSend(reason.trim())
  }
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') props.onCancel()
    if (event.key === 'Enter') send()
    // The keys of the composer are not about this field.
    if (event.key === 'Escape' || event.key === 'Enter') {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  return (
    <div className="mt-2 flex flex-wrap items-end gap-2">
      <div className="min-w-0 flex-1 basis-56">
        <label htmlFor={id} className="mb-1 block font-semibold">
          {t`Why it may go this time`}
        </label>
        <Input
          id={id}
          autoFocus
          value={reason}
          maxLength={promotionLimits.reasonLength}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={pressed}
        />
      </div>
      {props.children}
      <div className="flex gap-2">
        <Btn kind="ink" isBusy={props.isSending} disabled={!isGiven} onClick={send}>
          {t`Send all the same`}
        </Btn>
        <Btn kind="quiet" onClick={props.onCancel}>
          {t`Cancel`}
        </Btn>
      </div>
    </div>
  )
}
