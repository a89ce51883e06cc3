import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { pledgeTextMax } from '#domain/pledge.ts'
import { isProblem, newKey } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, Input, TextArea } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { useInbox } from '#web/screens/inbox/inbox-context.ts'
import { useWaitName } from '#web/screens/inbox/wait-names.ts'
import { localMinute, readLocalMinute, waitChoices } from '#web/screens/inbox/wait-times.ts'
import { usePledges } from './use-pledges.ts'

/** What we said we would do, and before when. */
export function PledgeDialog({ id }: { id: string }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const nameOf = useWaitName()
  const wordsOf = useProblemWords()
  const { openDialog } = useInbox()
  const { make } = usePledges()
  const [now] = useState(() => new Date())
  const [key, setKey] = useState(newKey)
  const choices = waitChoices(now)
  const [text, setText] = useState('')
  const [due, setDue] = useState(() => localMinute(choices.find((one) => one.id === 'tomorrow')?.until ?? now))
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const close = () => openDialog(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const dueAt = readLocalMinute(due, new Date())
    if (!dueAt) return setProblem(t`Choose a moment that is still to come.`)
    setBusy(true)
    try {
      await make(id, { text: text.trim(), dueAt, key })
      close()
    } catch (error) {
      // It was heard and refused: another press is another question.
      if (!isProblem(error, 'offline')) setKey(newKey())
      setProblem(wordsOf(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      title={t`Pledge something`}
      says={t`What we said we would do for them. When it is time the conversation opens again, and whoever has it is told.`}
    >
      <form onSubmit={(event) => void submit(event)} className="space-y-4 pt-2">
        <Field label={t`What we will do`} help={t`For colleagues only. It is erased together with the conversation.`}>
          {(control) => (
            <TextArea
              {...control}
              autoFocus
              required
              rows={2}
              maxLength={pledgeTextMax}
              placeholder={t`Call back about the suitcase`}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t`Before`}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              required
              min={localMinute(now)}
              value={due}
              onChange={(event) => setDue(event.currentTarget.value)}
              className="max-w-64"
            />
          )}
        </Field>
        <fieldset className="flex flex-wrap gap-1.5">
          <legend className="sr-only">{t`Moments to choose`}</legend>
          {choices.map((choice) => (
            <button
              key={choice.id}
              type="button"
              aria-pressed={due === localMinute(choice.until)}
              title={`${fmt.day(choice.until)}, ${fmt.time(choice.until)}`}
              onClick={() => setDue(localMinute(choice.until))}
              className="h-8 rounded-full border border-line-strong bg-pane px-3 text-ui hover:bg-sunken aria-pressed:border-ink aria-pressed:font-semibold touch:h-11"
            >
              {nameOf(choice.id)}
            </button>
          ))}
        </fieldset>
        {problem && <FormError>{problem}</FormError>}
        <Btn kind="primary" type="submit" isBusy={isBusy} disabled={text.trim() === ''}>
          {t`Pledge it`}
        </Btn>
      </form>
    </Dialog>
  )
}
