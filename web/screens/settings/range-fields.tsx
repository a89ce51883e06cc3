import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { Plus, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { rangesMax, type TimeRange } from '#domain/opening-hours.ts'
import { IconBtn } from '#web/parts/bits.tsx'
import { FieldError, inputClass } from '#web/parts/field.tsx'
import { readEnd, readTime, withRange } from './hours-draft.ts'

type Props = {
  /** What the times are of, as it is read aloud before each of them. */
  name: string
  ranges: readonly TimeRange[]
  onChange: (ranges: TimeRange[]) => void
  problem: string | undefined
  /** Its last time stays. */
  mustBeOpen?: boolean
  /** Beside the button that adds a time. */
  action?: ReactNode
}

/** The times of one day: its name, from when until when, and one more. */
export function RangeFields({ name, ranges, onChange, problem, mustBeOpen = false, action }: Props) {
  const { t } = useLingui()
  const put = (at: number, range: TimeRange) => onChange(ranges.map((now, i) => (i === at ? range : now)))
  return (
    <fieldset
      aria-label={name}
      className="grid min-w-0 grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 gap-y-1 py-2 sm:grid-cols-[9rem_minmax(0,1fr)_auto]"
    >
      <span className="col-start-1 row-start-1 block text-ui leading-9 font-semibold first-letter:uppercase touch:leading-[44px]">
        {name}
      </span>
      <div
        className={clsx(
          'space-y-2 sm:col-span-1 sm:col-start-2 sm:row-start-1 sm:text-left',
          ranges.length === 0 ? 'col-start-1 row-start-1 text-right' : 'col-span-2 row-start-2',
        )}
      >
        {ranges.length === 0 && (
          <span className="block text-ui leading-9 text-ink-3 touch:leading-[44px]">{t`Closed`}</span>
        )}
        {ranges.map((range, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a time has no name but its place, and its fields keep nothing.
          <div key={at} className="flex items-center gap-2">
            <Time
              label={t`${name}, from`}
              value={range.from}
              read={readTime}
              onChange={(from) => put(at, { ...range, from })}
              isWrong={problem !== undefined}
            />
            <span aria-hidden="true" className="text-ink-3">
              –
            </span>
            <Time
              label={t`${name}, until`}
              value={range.to}
              read={readEnd}
              onChange={(to) => put(at, { ...range, to })}
              isWrong={problem !== undefined}
            />
            {(ranges.length > 1 || !mustBeOpen) && (
              <IconBtn
                label={t`Remove this time of ${name}`}
                className="[fieldset:disabled_&]:hidden"
                onClick={() => onChange(ranges.filter((_, i) => i !== at))}
              >
                <X size={15} />
              </IconBtn>
            )}
          </div>
        ))}
        {problem && (
          <div className="text-meta">
            <FieldError>{problem}</FieldError>
          </div>
        )}
      </div>
      <span className="col-start-2 row-start-1 flex gap-1 sm:col-start-3 [fieldset:disabled_&]:hidden">
        <IconBtn
          label={t`Add a time to ${name}`}
          disabled={ranges.length >= rangesMax}
          onClick={() => onChange(withRange(ranges))}
        >
          <Plus size={16} />
        </IconBtn>
        {action}
      </span>
    </fieldset>
  )
}

type TimeProps = {
  label: string
  value: string
  read: (typed: string) => string
  onChange: (time: string) => void
  isWrong: boolean
}

const whole = /^\d\d:\d\d$/u

/** The browser's own field for a time counts to twelve where the browser does, whatever language the reader chose here. */
function Time({ label, value, read, onChange, isWrong }: TimeProps) {
  const [typed, setTyped] = useState<string>()
  const write = (text: string) => {
    setTyped(text)
    // Whole, it counts at once: what waits for it, as the button that saves, need not be left for first.
    if (whole.test(text)) onChange(read(text))
  }
  const take = () => {
    if (typed !== undefined) onChange(read(typed))
    setTyped(undefined)
  }
  return (
    <input
      aria-label={label}
      aria-invalid={isWrong || undefined}
      value={typed ?? value}
      maxLength={8}
      placeholder="00:00"
      autoComplete="off"
      onChange={(event) => write(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
      className={clsx(inputClass, 'num max-w-20 text-center')}
    />
  )
}
