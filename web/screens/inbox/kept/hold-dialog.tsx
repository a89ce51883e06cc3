import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { Conversation } from '#api/contract/shapes.ts'
import { holdReasonMax } from '#domain/retention.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, Input, TextArea } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { useInbox } from '#web/screens/inbox/inbox-context.ts'
import { useConversation } from '#web/screens/inbox/use-conversation.ts'
import { type Hold, useHold } from './use-hold.ts'

/** Why a conversation must be kept, and until when. Asked of the one that is open, or of any in the list. */
export function HoldDialog({ id }: { id: string }) {
  const { data } = useConversation(id)
  return data ? <Asked key={data.id} conversation={data} /> : null
}

function Asked({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const { openDialog } = useInbox()
  const keep = useHold(conversation)
  const { hold } = conversation.keeping
  const [reason, setReason] = useState(hold?.reason ?? '')
  const [until, setUntil] = useState(hold?.untilAt ? localDay(new Date(hold.untilAt)) : '')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const close = () => openDialog(null)
  const go = async (wanted: Hold | null) => {
    setBusy(true)
    try {
      await keep(wanted)
      close()
    } catch (error) {
      setProblem(wordsOf(error))
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // The whole of the day it is kept until.
    const end = until === '' ? null : new Date(`${until}T23:59:59`).toISOString()
    void go({ reason: reason.trim(), until: end })
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      title={t`Keep this conversation`}
      says={t`It is not erased after its time: for a claim, a complaint that goes on, or when somebody asks for proof.`}
    >
      <form onSubmit={submit} className="space-y-4 pt-2">
        <Field
          label={t`Why it must be kept`}
          help={t`Colleagues see this. It is erased together with the conversation.`}
        >
          {(control) => (
            <TextArea
              {...control}
              autoFocus
              required
              maxLength={holdReasonMax}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t`Until and including`} isOptional help={t`Without a day it stays until somebody lets it go.`}>
          {(control) => (
            <Input
              {...control}
              type="date"
              min={localDay(new Date())}
              value={until}
              onChange={(event) => setUntil(event.currentTarget.value)}
              className="max-w-56"
            />
          )}
        </Field>
        {problem && <FormError>{problem}</FormError>}
        <div className="flex flex-wrap gap-2">
          <Btn kind="primary" type="submit" isBusy={isBusy} disabled={reason.trim() === ''}>
            {t`Keep for longer`}
          </Btn>
          {hold && (
            <Btn kind="quiet" disabled={isBusy} onClick={() => void go(null)}>
              {t`Do not keep it any more`}
            </Btn>
          )}
        </div>
      </form>
    </Dialog>
  )
}

function localDay(at: Date): string {
  const pad = (value: number): string => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
}
