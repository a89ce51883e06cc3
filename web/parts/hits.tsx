import { Fragment, type ReactNode } from 'react'
import type { Span } from '#domain/span.ts'
import { cutText, type Stretch, stretchesOf } from './cut-text.ts'

const linkShownMax = 42

/**
 * Somebody's words with the matched ones marked. With `links`, addresses become links; only http and https ever do.
 * Nothing here is parsed as HTML.
 */
export function Hits({
  text,
  spans = [],
  links,
}: {
  text: string
  spans?: readonly Span[]
  links?: boolean
}): ReactNode {
  return stretchesOf(cutText(text, spans, links ?? false)).map((stretch) => {
    const key = stretch.pieces[0]?.start
    const words = <Words stretch={stretch} />
    if (!stretch.href) return <Fragment key={key}>{stretch.isTurning ? <bdi>{words}</bdi> : words}</Fragment>
    return (
      <a
        key={key}
        href={stretch.href}
        target="_blank"
        rel="noreferrer noopener nofollow"
        title={stretch.href}
        className="text-sea underline decoration-1 underline-offset-2 break-words"
      >
        <bdi>{words}</bdi>
      </a>
    )
  })
}

/** A long address is shown short; where it leads stays in the link itself. */
function Words({ stretch: { pieces, href } }: { stretch: Stretch }): ReactNode {
  const from = pieces[0]?.start ?? 0
  const shown = href === undefined ? { start: 0, end: Number.POSITIVE_INFINITY } : shownPart(href)
  const words = pieces.map(({ start, text, isHit }) => {
    const part = text.slice(Math.max(0, from + shown.start - start), Math.max(0, from + shown.end - start))
    if (part === '') return null
    const Mark = isHit ? 'mark' : Fragment
    return (
      <Mark key={start} {...(isHit ? { className: 'hit' } : {})}>
        {part}
      </Mark>
    )
  })
  const isLonger = (href?.length ?? 0) > shown.end
  return isLonger ? [...words, '…'] : words
}

/** Without what every address begins with, and as much as one reads. */
function shownPart(href: string): { start: number; end: number } {
  const start = /^https?:\/\/(?:www\.)?/iu.exec(href)?.[0].length ?? 0
  return { start, end: start + linkShownMax }
}
