import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { Fragment, type KeyboardEvent, useRef, useState } from 'react'

const wordMax = 120
const wordsMax = 50
const chip =
  'inline-flex h-8 max-w-full items-center gap-0.5 rounded-md pr-0.5 pl-2 align-baseline text-[16px] leading-8 font-semibold touch:h-11'
const tones = {
  heard: 'bg-marker-soft text-ink',
  'left-out': 'bg-sunken text-ink line-through decoration-ink-3 decoration-1',
  plain: 'bg-sunken text-ink',
}

type WordProps = {
  label: string
  words: readonly string[]
  between: string
  tone: 'heard' | 'left-out'
  placeholder: string
  autoFocus?: boolean
  onChange: (words: readonly string[]) => void
}

/** A place in a sentence for words: Enter or a comma adds one, Backspace in the empty place takes the last back. */
export function WordSlot({ label, words, between, tone, placeholder, autoFocus, onChange }: WordProps) {
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const add = (text: string) => {
    const fresh = text
      .split(/[,\n]/u)
      .map((word) => word.trim().slice(0, wordMax))
      .filter((word) => word && !words.some((known) => known.toLowerCase() === word.toLowerCase()))
    if (fresh.length > 0) onChange([...words, ...fresh].slice(0, wordsMax))
    setTyped('')
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const last = words.at(-1)
    if (event.key === 'Enter' && typed.trim()) {
      // The whole form is saved by the next Enter, not by this one.
      event.preventDefault()
      add(typed)
    } else if (event.key === 'Backspace' && typed === '' && last) {
      event.preventDefault()
      onChange(words.slice(0, -1))
      setTyped(last)
    }
  }
  const remove = (word: string) => {
    onChange(words.filter((one) => one !== word))
    field.current?.focus()
  }
  return (
    <>
      {words.map((word, i) => (
        <Fragment key={word}>
          {i > 0 && <span className="text-[16px] text-ink-3">{between} </span>}
          <Word word={word} tone={tone} onRemove={() => remove(word)} />{' '}
        </Fragment>
      ))}
      <input
        ref={field}
        aria-label={label}
        value={typed}
        placeholder={placeholder}
        // biome-ignore lint/a11y/noAutofocus: a new search asks this one thing.
        autoFocus={autoFocus}
        onChange={(event) =>
          event.currentTarget.value.includes(',') ? add(event.currentTarget.value) : setTyped(event.currentTarget.value)
        }
        onKeyDown={press}
        onBlur={() => typed.trim() && add(typed)}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        maxLength={wordMax}
        size={Math.max(placeholder.length, typed.length)}
        className="field-sizing-content h-8 max-w-full min-w-12 rounded-none border-b border-dashed border-control bg-transparent px-1 align-baseline text-[16px] text-ink outline-none placeholder:text-ink-3 hover:border-ink focus-visible:rounded-sm focus-visible:border-transparent disabled:opacity-60 touch:h-11"
      />
    </>
  )
}

function Word({ word, tone, onRemove }: { word: string; tone: keyof typeof tones; onRemove: () => void }) {
  const { t } = useLingui()
  return (
    <span className={clsx(chip, tones[tone])}>
      <span className="truncate">{word}</span>
      <button
        type="button"
        aria-label={t`Remove ${word}`}
        onClick={onRemove}
        className="grid size-6 shrink-0 place-items-center rounded-sm text-ink-3 hover:text-ink disabled:hidden touch:size-10"
      >
        <X size={13} />
      </button>
    </span>
  )
}

type ChoiceProps = {
  label: string
  /** What holds while nothing is chosen. */
  any: string
  between: string
  values: readonly string[]
  choices: readonly { value: string; label: string }[]
  onChange: (values: readonly string[]) => void
}

/** A place for some of a few: the platform's own list adds one, each goes away by its cross. */
export function ChoiceSlot({ label, any, between, values, choices, onChange }: ChoiceProps) {
  const { t } = useLingui()
  const nameOf = (value: string) => choices.find((one) => one.value === value)?.label ?? value
  const left = choices.filter(({ value }) => !values.includes(value))
  const first = values.length === 0 ? any : t`or…`
  return (
    <>
      {values.map((value, i) => (
        <Fragment key={value}>
          {i > 0 && <span className="text-[16px] text-ink-3">{between} </span>}
          <Word
            word={nameOf(value)}
            tone="plain"
            onRemove={() => onChange(values.filter((one) => one !== value))}
          />{' '}
        </Fragment>
      ))}
      <select
        aria-label={label}
        value=""
        onChange={(event) => event.currentTarget.value && onChange([...values, event.currentTarget.value])}
        className="field-sizing-content h-8 max-w-full cursor-pointer rounded-none border-b border-dashed border-control bg-transparent pr-1 align-baseline text-[16px] text-ink-2 hover:border-ink hover:text-ink disabled:opacity-60 touch:h-11"
      >
        <option value="">{first}</option>
        {left.map((choice) => (
          <option key={choice.value} value={choice.value} className="bg-raised text-ink">
            {choice.label}
          </option>
        ))}
      </select>
    </>
  )
}
