import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { Row } from '#api/contract/shapes.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { inputClass } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useInbox } from './inbox-context.ts'
import type { Wait } from './use-decisions.ts'
import { useWaitName } from './wait-names.ts'
import { localMinute, readLocalMinute, waitChoices } from './wait-times.ts'

const choiceClass =
  'flex min-h-10 w-full items-center justify-between gap-4 rounded-md px-2 text-left text-body hover:bg-sunken focus-visible:bg-sunken touch:min-h-11'

/** Out of sight until a moment one would say in words, or any other. */
export function WaitDialog({ rows }: { rows: readonly Row[] }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const nameOf = useWaitName()
  const { openDialog, decide, clearSelected } = useInbox()
  const [now] = useState(() => new Date())
  const [isPast, setPast] = useState(false)
  const close = () => openDialog(null)
  const wait = (until: Wait) => {
    close()
    decide.wait(rows, until)
    clearSelected()
  }
  const choose = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const until = readLocalMinute(String(new FormData(event.currentTarget).get('until') ?? ''), new Date())
    setPast(!until)
    if (until) wait(until)
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      title={t`Wait until`}
      says={t`It comes back then, or sooner when a new message arrives.`}
    >
      <ul className="-mx-2 pt-1.5 px-1">
        {waitChoices(now).map((choice, at) => (
          <li key={choice.id}>
            <button
              type="button"
              // biome-ignore lint/a11y/noAutofocus: the first choice is one Enter away.
              autoFocus={at === 0}
              onClick={() => wait(choice.until)}
              className={choiceClass}
            >
              {nameOf(choice.id)}
              <span className="num text-ui text-ink-3">{`${fmt.day(choice.until)}, ${fmt.time(choice.until)}`}</span>
            </button>
          </li>
        ))}
        <Other says={t`Only a new message brings it back`} onChoose={() => wait('answer')}>
          {t`Until they answer`}
        </Other>
        <Other says={t`Comes back when it has spread twice as far`} onChoose={() => wait('growth')}>
          {t`Quiet until it grows`}
        </Other>
      </ul>
      <form onSubmit={choose} className="mt-3 border-t border-line pt-3">
        <label className="block text-ui font-semibold" htmlFor="wait-until">
          {t`Another moment`}
        </label>
        <div className="mt-1 flex gap-2">
          <input
            id="wait-until"
            name="until"
            type="datetime-local"
            required
            min={localMinute(now)}
            defaultValue={localMinute(waitChoices(now)[0]?.until ?? now)}
            aria-invalid={isPast || undefined}
            className={inputClass}
          />
          <Btn type="submit" className="!h-9">{t`Wait`}</Btn>
        </div>
        {isPast && (
          <p role="alert" className="mt-1 text-meta font-semibold text-neg-t">
            {t`Choose a moment that is still to come.`}
          </p>
        )}
      </form>
    </Dialog>
  )
}

/** What is waited for instead of a moment. */
function Other(props: { says: string; onChoose: () => void; children: string }) {
  return (
    <li>
      <button type="button" onClick={props.onChoose} className={choiceClass}>
        <span className="whitespace-nowrap">{props.children}</span>
        <span className="text-right text-ui text-pretty text-ink-3">{props.says}</span>
      </button>
    </li>
  )
}
