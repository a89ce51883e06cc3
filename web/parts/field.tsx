import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { CircleAlert } from 'lucide-react'
import { type ComponentProps, type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { ChoiceChip } from './bits.tsx'

export const inputClass =
  'h-9 w-full min-w-0 rounded-md border border-control bg-raised px-3 text-body text-ink placeholder:text-ink-3 touch:h-11 touch:text-[16px] aria-invalid:border-neg-t disabled:appearance-none disabled:border-line disabled:bg-sunken disabled:opacity-100'

type FieldProps = {
  label: ReactNode
  help?: ReactNode
  error?: ReactNode
  isOptional?: boolean
  className?: string
  /** Gets what joins the control to its words. */
  children: (control: ControlProps) => ReactNode
}
export type ControlProps = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

/** A control with its name above it, and below it what it does or what is wrong with it. */
export function Field({ label, help, error, isOptional, className, children }: FieldProps) {
  const { t } = useLingui()
  const id = useId()
  const wordsId = `${id}-words`
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 flex items-baseline gap-2 text-ui font-semibold">
        {label} {isOptional && <span className="text-meta font-normal text-ink-3">{t`optional`}</span>}
      </label>
      {children({
        id,
        'aria-describedby': help || error ? wordsId : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {(help || error) && (
        <div id={wordsId} className="mt-1 text-meta">
          {error && <FieldError>{error}</FieldError>}
          {help && <p className="text-ink-3">{help}</p>}
        </div>
      )}
    </div>
  )
}

export function FieldError({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="flex items-start gap-1.5 font-semibold text-neg-t">
      <CircleAlert size={13} className="mt-px shrink-0" aria-hidden="true" />
      <span>{children}</span>
    </p>
  )
}

/** What the whole form could not do. Stands before the button that was pressed. */
export function FormError({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="flex items-start gap-2 rounded-lg bg-neg-s px-3.5 py-2.5 text-ui text-ink">
      <CircleAlert size={15} className="mt-px shrink-0 text-neg-t" aria-hidden="true" />
      <span>{children}</span>
    </p>
  )
}

export function Input(props: ComponentProps<'input'>) {
  return <input {...props} className={clsx(inputClass, props.className)} />
}

export function TextArea(props: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={3}
      {...props}
      className={clsx(
        inputClass,
        'field-sizing-content h-auto! min-h-20 resize-y py-2 leading-[22px]',
        props.className,
      )}
    />
  )
}

/** The platform's own list: it works by keyboard, by touch and with every reader. */
export function Select({
  choices,
  ...props
}: ComponentProps<'select'> & { choices: readonly { value: string; label: string }[] }) {
  return (
    <select {...props} className={clsx(inputClass, 'pr-8', props.className)}>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}

/** On or off, at once. */
export function Switch(props: {
  label: ReactNode
  help?: ReactNode
  isOn: boolean
  onChange: (isOn: boolean) => void
  disabled?: boolean
}) {
  const id = useId()
  return (
    <div className="flex items-start gap-3">
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={props.isOn}
        checked={props.isOn}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
        aria-describedby={props.help ? `${id}-help` : undefined}
        className="relative mt-0.5 h-6 w-10 shrink-0 cursor-pointer appearance-none rounded-full border border-control bg-sunken transition-colors before:absolute before:top-[3px] before:left-[3px] before:size-4 before:rounded-full before:bg-control before:transition-transform checked:border-ink checked:bg-ink checked:before:translate-x-4 checked:before:bg-on-ink"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="text-ui font-semibold touch:flex touch:min-h-11 touch:items-center">
          {props.label}
        </label>
        {props.help && (
          <p id={`${id}-help`} className="text-meta text-ink-3">
            {props.help}
          </p>
        )}
      </div>
    </div>
  )
}

type ChipsProps = {
  control?: Partial<ControlProps>
  label?: string
  values: readonly string[]
  onChange: (values: readonly string[]) => void
  placeholder?: string
  countMax?: number
  isMarked?: boolean
  isBig?: boolean
  lead?: ReactNode
  autoFocus?: boolean
}

const wordMax = 120

/** Words as chips: Enter or a comma adds one, Backspace in the empty field takes the last one back to change it. */
export function ChipsInput(props: ChipsProps) {
  const { t } = useLingui()
  const { values, onChange, countMax = 50 } = props
  const [typed, setTyped] = useState('')
  const add = (text: string) => {
    const fresh = text
      .split(/[,\n]/u)
      .map((word) => word.trim().slice(0, wordMax))
      .filter((word) => word && !values.some((value) => value.toLowerCase() === word.toLowerCase()))
    if (fresh.length > 0) onChange([...values, ...fresh].slice(0, countMax))
    setTyped('')
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if ((event.key === 'Enter' || event.key === ',') && typed.trim()) {
      event.preventDefault()
      add(typed)
    }
    const last = values.at(-1)
    if (event.key === 'Backspace' && typed === '' && last) {
      event.preventDefault()
      onChange(values.slice(0, -1))
      setTyped(last)
    }
  }
  return (
    <div
      className={clsx(
        'flex flex-wrap items-center gap-1.5 rounded-md bg-raised px-2 [fieldset:disabled_&]:border-line! [fieldset:disabled_&]:bg-sunken',
        props.isBig
          ? 'min-h-12 border-2 border-ink py-2 focus-within:shadow-[0_0_0_4px_var(--marker)]'
          : 'min-h-9 border border-control py-1 focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-ink',
      )}
    >
      {props.lead}
      {values.map((value) => (
        <ChoiceChip
          key={value}
          marked={props.isMarked}
          removeLabel={t`Remove ${value}`}
          onRemove={() => onChange(values.filter((one) => one !== value))}
        >
          {value}
        </ChoiceChip>
      ))}
      <input
        {...props.control}
        aria-label={props.label}
        value={typed}
        placeholder={values.length === 0 ? props.placeholder : undefined}
        // biome-ignore lint/a11y/noAutofocus: only where the screen asks this one thing.
        autoFocus={props.autoFocus}
        onChange={(event) =>
          event.currentTarget.value.endsWith(',') ? add(event.currentTarget.value) : setTyped(event.currentTarget.value)
        }
        onKeyDown={press}
        onBlur={() => typed.trim() && add(typed)}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        className={clsx(
          'h-7 min-w-24 flex-1 bg-transparent px-1 outline-none placeholder:text-ink-3 focus-visible:shadow-none focus-visible:outline-none touch:h-11 touch:text-[16px]',
          props.isBig ? 'text-[16px]' : 'text-body',
        )}
      />
    </div>
  )
}
