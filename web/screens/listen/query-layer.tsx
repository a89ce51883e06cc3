import { clsx } from 'clsx'
import { type RefObject, useEffect } from 'react'
import type { Span } from '#domain/span.ts'
import { type PieceKind, stretchesOfQuery } from './query-pieces.ts'
import type { Problem } from './query-problems.tsx'

/** The same for the box and the layer, or the letters would not stand under the caret. Touch needs 16 px, or iOS zooms. */
export const queryText = 'px-3! py-2! font-mono text-[13px]! leading-[22px]! touch:text-[16px]!'

/** Colour only: a bold or slanted letter may be wider. Violet is what a network gives, sea what joins, red what leaves out. */
const colours: Record<PieceKind, string> = {
  word: '',
  phrase: 'text-pos-t',
  exact: 'text-pos-t',
  prefix: 'text-pos-t',
  name: 'text-mix-t',
  field: 'text-ink-3',
  value: 'text-mix-t',
  operator: 'text-sea',
  not: 'text-neg-t',
  bracket: 'text-ink-3',
  remark: 'text-ink-3',
}

type Props = {
  ref: RefObject<HTMLSpanElement | null>
  box: RefObject<HTMLTextAreaElement | null>
  query: string
  problems: readonly Problem[]
  marked: readonly Span[]
}

/** The text once more behind the box, in colours, with a wave under what is wrong and the marker on what is pointed at. */
export function QueryLayer({ ref, box, query, problems, marked }: Props) {
  useFollow(ref, box)
  const last = query.length - 1
  const wrong = problems.map(({ start, end }): Span => [Math.min(start, last), Math.max(end, start + 1)])
  return (
    <span
      ref={ref}
      aria-hidden="true"
      className={clsx(
        queryText,
        'pointer-events-none absolute top-0 left-0 overflow-hidden rounded-md border border-transparent break-words whitespace-pre-wrap text-ink',
      )}
    >
      {stretchesOfQuery(query, { wrong, marked }).map(({ text, kind, isWrong, isMarked }, i) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a letter at the beginning moves every place; by number only one text changes.
          key={i}
          data-piece={kind}
          data-marked={isMarked || undefined}
          className={clsx(
            isMarked ? 'rounded-xs bg-marker-soft text-ink' : kind && colours[kind],
            isWrong && 'underline decoration-neg-f decoration-wavy decoration-[1.5px] underline-offset-4',
          )}
        >
          {text}
        </span>
      ))}
      {/* An empty last line has no height without something in it. */}
      {'\u200b'}
    </span>
  )
}

/**
 * The box may be scrolled, grow with its text, be drawn larger by hand, and lose a strip to a scroll bar: the layer is always as its
 * inside is. A browser tells of all that before it draws; measuring at every letter would make it lay out everything twice.
 */
function useFollow(layer: Props['ref'], box: Props['box']): void {
  // The box stands after the layer and has no element yet when the layer's own layout is done.
  useEffect(() => {
    const above = box.current
    if (!above) return
    const again = () => follow(above, layer.current)
    const watch = new ResizeObserver(again)
    watch.observe(above)
    above.addEventListener('scroll', again)
    return () => {
      watch.disconnect()
      above.removeEventListener('scroll', again)
    }
  }, [layer, box])
}

function follow(box: HTMLTextAreaElement, layer: HTMLElement | null): void {
  if (!layer) return
  layer.style.width = `${box.clientWidth + 2 * box.clientLeft}px`
  layer.style.height = `${box.offsetHeight}px`
  layer.scrollTop = box.scrollTop
}
