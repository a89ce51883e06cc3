import { useLingui } from '@lingui/react/macro'
import { CircleAlert } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { breaksPromise, scheduleDaysMax, scheduleMsLeast } from '#domain/schedule.ts'
import { minuteIn, momentIn } from '#domain/zoned-minute.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { inputClass } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useHouseMoment, useHouseZone, useLaterChoices, useLaterName } from './use-later-choices.ts'

const dayMs = 86_400_000
const choiceClass =
  'flex min-h-10 w-full flex-wrap items-center justify-between gap-x-4 rounded-md px-2 text-left text-body hover:bg-sunken focus-visible:bg-sunken touch:min-h-11'

type Props = {
  title: string
  /** When an answer was promised. */
  dueAt: Date | null
  /** The moment it has now. */
  before?: Date
  onChoose: (at: Date) => void
  onClose: () => void
}

/** At which moment an answer leaves: one said in words, or any other. What was promised is said beside it, and stops nobody. */
export function LaterDialog({ title, dueAt, before, onChoose, onClose }: Props) {
  const { t } = useLingui()
  const nameOf = useLaterName()
  const momentOf = useHouseMoment()
  const { timeZone } = useHouseZone()
  const [now] = useState(() => new Date())
  const choices = useLaterChoices(now)
  const promised = dueAt && dueAt > now ? momentOf(dueAt) : ''
  const choose = (at: Date) => {
    onClose()
    onChoose(at)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      says={t`The conversation stays open until then. When they write again first, the answer is held back.`}
    >
      <ul className="-mx-2 px-1 pt-1.5">
        {choices.map(({ id, at }, nth) => (
          <li key={id}>
            <button
              type="button"
              data-first={nth === 0 || undefined}
              onClick={() => choose(at)}
              className={choiceClass}
            >
              {nameOf(id)}
              <span className="num inline-flex items-center gap-1.5 text-ui text-ink-3">
                {breaksPromise(at, dueAt) && <TooLate />}
                {momentOf(at)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <OtherMoment first={before ?? choices[0]?.at ?? now} dueAt={dueAt} timeZone={timeZone} onChoose={choose} />
      {promised && <p className="num mt-3 text-meta text-ink-3">{t`An answer was promised before ${promised}.`}</p>}
    </Dialog>
  )
}

function TooLate() {
  const { t } = useLingui()
  return (
    <span className="inline-flex items-center gap-1 font-semibold text-warn-t">
      <CircleAlert size={13} aria-hidden="true" />
      {t`after what was promised`}
    </span>
  )
}

type OtherProps = { first: Date; dueAt: Date | null; timeZone: string; onChoose: (at: Date) => void }

/** Any moment, as the clock of the house shows it. */
function OtherMoment({ first, dueAt, timeZone, onChoose }: OtherProps) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { isElsewhere } = useHouseZone()
  const [value, setValue] = useState(() => minuteIn(timeZone, first))
  const [problem, setProblem] = useState<'past' | 'far'>()
  const at = momentIn(timeZone, value)
  const place = timeZone.replaceAll('_', ' ')
  const here = at ? fmt.dayAndTime(at) : ''
  const choose = (event: FormEvent) => {
    event.preventDefault()
    const aheadMs = at ? at.getTime() - Date.now() : 0
    if (!at || aheadMs < scheduleMsLeast) return setProblem('past')
    if (aheadMs > scheduleDaysMax * dayMs) return setProblem('far')
    onChoose(at)
  }
  return (
    <form onSubmit={choose} noValidate className="mt-3 border-t border-line pt-3">
      <label className="block text-ui font-semibold" htmlFor="later-at">
        {t`Another moment`}
      </label>
      <div className="mt-1 flex gap-2">
        <input
          id="later-at"
          type="datetime-local"
          required
          value={value}
          min={minuteIn(timeZone, new Date())}
          onChange={(event) => {
            setValue(event.currentTarget.value)
            setProblem(undefined)
          }}
          aria-invalid={problem !== undefined || undefined}
          aria-describedby="later-says"
          className={inputClass}
        />
        <Btn type="submit" className="!h-9">{t`Choose it`}</Btn>
      </div>
      <p id="later-says" className="mt-1 text-meta text-ink-3">
        {isElsewhere && at ? t`Time in ${place}; with you it is ${here}.` : t`Time in ${place}.`}
      </p>
      {at && breaksPromise(at, dueAt) && (
        <p className="mt-1 text-meta">
          <TooLate />
        </p>
      )}
      {problem && (
        <p role="alert" className="mt-1 text-meta font-semibold text-neg-t">
          {problem === 'past'
            ? t`Choose a moment that is still to come.`
            : t`Choose a moment within ${scheduleDaysMax} days.`}
        </p>
      )}
    </form>
  )
}
