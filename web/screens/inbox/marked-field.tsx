import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { Fragment } from 'react'
import type { Span } from '#domain/span.ts'
import { marksIn } from './marks-in.ts'
import type { Composer } from './use-composer.ts'
import { langAttribute } from './words.ts'

const look =
  'thin-scroll col-start-1 row-start-1 w-full resize-none px-3.5 pt-2.5 pb-2 text-[15px] leading-[22px] break-words whitespace-pre-wrap touch:text-[16px]'
const rowsLeast = 3

export type Looked = { text: string; spans: readonly Span[] }

/** A plain field, since networks take plain text; below it the same words again, with what is too much marked. */
export function MarkedField({
  composer,
  looked,
  label,
  lang,
}: {
  composer: Composer
  /** What was found in the answer, and in which words of it. */
  looked: Looked | undefined
  label: string
  lang: string | undefined
}) {
  const { t } = useLingui()
  const { text, count, tab } = composer
  const fits = tab === 'reply' && count ? count.fits : text.length
  const marks = tab === 'reply' && looked ? marksIn(text.slice(0, fits), looked) : []
  const placeholder = tab === 'note' ? t`What should colleagues know?` : t`Answer as you would say it.`
  return (
    <div className="thin-scroll grid max-h-[34vh] min-h-0 overflow-y-auto max-md:max-h-[26vh]">
      {(fits < text.length || marks.length > 0) && (
        <div aria-hidden="true" className={clsx(look, 'pointer-events-none text-transparent')}>
          {marks.map(([start, end], at) => (
            <Fragment key={start}>
              {text.slice(marks[at - 1]?.[1] ?? 0, start)}
              <mark className="bg-transparent text-transparent underline decoration-warn-t decoration-wavy decoration-1 underline-offset-[3px]">
                {text.slice(start, end)}
              </mark>
            </Fragment>
          ))}
          {text.slice(marks.at(-1)?.[1] ?? 0, fits)}
          <mark className="rounded-sm bg-neg-s text-transparent">{text.slice(fits)}</mark>{' '}
        </div>
      )}
      <textarea
        ref={composer.field}
        aria-label={label}
        dir="auto"
        lang={lang ? langAttribute(lang) : undefined}
        placeholder={placeholder}
        value={text}
        rows={rowsLeast}
        onChange={(event) => composer.change(event.target.value)}
        className={clsx(
          look,
          'relative block min-h-[78px] overflow-hidden bg-transparent outline-none [field-sizing:content] placeholder:text-ink-3 focus-visible:shadow-none focus-visible:outline-none',
        )}
      />
    </div>
  )
}
