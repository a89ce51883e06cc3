import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useFieldWords } from './field-words.ts'
import type { CompletionState } from './use-completion.ts'

const gapPx = 4

type Props = { state: CompletionState; layer: RefObject<HTMLElement | null> }

/** What could stand at the caret, right under the line that is typed in. The focus stays in the text. */
export function CompletionList({ state: { id, completion, active, take }, layer }: Props) {
  const { t } = useLingui()
  const wordsOf = useFieldWords()
  const list = useRef<HTMLDivElement>(null)
  const from = completion?.from
  useLayoutEffect(() => {
    if (from !== undefined && list.current && layer.current) placeUnder(list.current, layer.current, from)
  }, [from, layer])
  const count = completion?.choices.length ?? 0
  return (
    <>
      <span role="status" className="sr-only">
        {count > 0 && t`${plural(count, { one: '# suggestion', other: '# suggestions' })}. Arrows choose, Enter takes.`}
      </span>
      {completion && (
        <div
          ref={list}
          id={id}
          role="listbox"
          aria-label={t`Suggestions`}
          className="thin-scroll absolute z-20 max-h-72 min-w-40 max-w-full overflow-y-auto rounded-lg border border-line bg-raised p-1 text-ui shadow-3"
        >
          {completion.choices.map((choice, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text box's, which keeps the focus.
            <div
              key={choice.value}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(choice)}
              className={clsx(
                'flex min-h-8 cursor-default items-center gap-3 rounded-md px-2 touch:min-h-11',
                i === active ? 'bg-sunken text-ink shadow-[inset_3px_0_0_var(--marker)]' : 'text-ink-2 hover:bg-sunken',
              )}
            >
              <code className="min-w-0 truncate font-mono">{choice.value}</code>
              <span className="ml-auto min-w-0 truncate text-meta text-ink-3">
                {choice.label ?? wordsOf(completion.of, choice.value)}
              </span>
            </div>
          ))}
        </div>
      )}
    </>
  )
}

/** Under the letter at `offset` of the text in the layer, and never past its right edge. */
function placeUnder(list: HTMLElement, layer: HTMLElement, offset: number): void {
  const letter = rectOf(layer, offset)
  const frame = list.offsetParent?.getBoundingClientRect()
  if (!letter || !frame) return
  const leftMax = Math.max(0, frame.width - list.offsetWidth)
  list.style.left = `${Math.min(letter.left - frame.left, leftMax)}px`
  list.style.top = `${letter.bottom - frame.top + gapPx}px`
}

function rectOf(layer: HTMLElement, offset: number): DOMRect | undefined {
  const texts = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT)
  let rest = offset
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { length } = node as Text
    if (rest < length) {
      const range = document.createRange()
      range.setStart(node, rest)
      range.setEnd(node, rest + 1)
      return range.getBoundingClientRect()
    }
    rest -= length
  }
  return undefined
}
