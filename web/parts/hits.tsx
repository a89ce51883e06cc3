import { Fragment, type ReactNode } from 'react'
import type { Span } from '#domain/span.ts'
import { cutText, type Piece } from './cut-text.ts'

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
  return cutText(text, spans, links ?? false).map((piece, i) => {
    const words = piece.isHit ? <mark className="hit">{shown(piece)}</mark> : shown(piece)
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity than their place.
    if (!piece.href) return <Fragment key={i}>{words}</Fragment>
    return (
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        key={i}
        href={piece.href}
        target="_blank"
        rel="noreferrer noopener nofollow"
        title={piece.href}
        className="text-sea underline decoration-1 underline-offset-2 break-words"
      >
        {words}
      </a>
    )
  })
}

/** A long address is shown short; where it leads stays in the link itself. */
function shown(piece: Piece): string {
  if (!piece.href || piece.text !== piece.href) return piece.text
  const bare = piece.text.replace(/^https?:\/\/(?:www\.)?/iu, '')
  return bare.length > linkShownMax ? `${bare.slice(0, linkShownMax)}…` : bare
}
