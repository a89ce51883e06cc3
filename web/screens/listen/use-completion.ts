import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { useAsk } from '#web/api.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { type Choice, type Completion, completionAt, type Offers, sitesIn } from './query-completion.ts'

/** Where somebody typed last. The list stands only there: moving the caret about or leaving the box ends it. */
type Typed = { query: string; caret: number }

export type CompletionState = {
  id: string
  completion: Completion | undefined
  /** The choice that Enter would take. */
  active: number
  typed: (at: Typed) => void
  moved: (caret: number) => void
  close: () => void
  press: (event: KeyboardEvent) => void
  take: (choice: Choice) => void
}

/** What can be completed in a query while it is typed, and the keys for it. It takes no key while there is nothing to choose. */
export function useCompletion(query: string, box: RefObject<HTMLTextAreaElement | null>): CompletionState {
  const id = useId()
  const offers = useOffers()
  const [at, setAt] = useState<Typed>()
  const [active, setActive] = useState(0)
  const completion = at?.query === query ? completionAt(query, at.caret, offers) : undefined
  const close = () => setAt(undefined)
  const take = ({ value }: Choice) => {
    const field = box.current
    if (!field || !completion) return
    field.focus()
    field.setSelectionRange(completion.from, completion.to)
    // The only way to change a text box that leaves the browser's own undo as it was.
    document.execCommand('insertText', false, value)
  }
  const press = (event: KeyboardEvent) => {
    const chosen = completion?.choices[active]
    if (!completion || !chosen || event.nativeEvent.isComposing || hasModifier(event)) return
    const count = completion.choices.length
    if (event.key === 'ArrowDown') setActive((active + 1) % count)
    else if (event.key === 'ArrowUp') setActive((active + count - 1) % count)
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return {
    id,
    completion,
    active,
    typed: (now) => {
      setAt(now)
      setActive(0)
    },
    moved: (caret) => at !== undefined && at.caret !== caret && close(),
    close,
    press,
    take,
  }
}

function hasModifier({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || shiftKey
}

function useOffers(): Offers {
  const { t } = useLingui()
  const fmt = useFmt()
  const connectors = useAsk('GET /api/connectors').data ?? []
  const sources = useAsk('GET /api/sources').data ?? []
  const sets = useAsk('GET /api/sets').data ?? []
  return {
    networks: connectors.map(({ id, name }) => ({ id, name })),
    sites: sitesIn(sources.map(({ settings }) => settings)),
    sets: sets.map(({ name, entries: { length: count } }) => ({
      value: name,
      label: t`${plural(count, { one: '# entry', other: '# entries' })}`,
    })),
    languageName: fmt.language,
  }
}
