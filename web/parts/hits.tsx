import { Fragment, type ReactNode } from 'react'
import { joinSpans, type Span } from '#domain/span.ts'

const linkPattern = /https?:\/\/[^\s<>"')\]]+[^\s<>"')\].,;:!?…]/giu
const linkShownMax = 42

type Piece = { text: string; isHit: boolean; href: string | undefined }

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
  return pieces(text, spans, links ?? false).map((piece, i) => {
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

/** Cuts a text at the borders of its hits and links. */
export function pieces(text: string, spans: readonly Span[], withLinks: boolean): Piece[] {
  const hits = joinSpans(spans.filter(([start, end]) => start >= 0 && end <= text.length && start < end))
  const links = withLinks
    ? [...text.matchAll(linkPattern)].map((m) => ({ start: m.index, end: m.index + m[0].length, href: m[0] }))
    : []
  const cuts = new Set([0, text.length, ...hits.flat(), ...links.flatMap((link) => [link.start, link.end])])
  const borders = [...cuts].sort((a, b) => a - b)
  return borders.slice(0, -1).map((start, i) => {
    const end = borders[i + 1] ?? text.length
    return {
      text: text.slice(start, end),
      isHit: hits.some(([from, to]) => from <= start && end <= to),
      href: links.find((link) => link.start <= start && end <= link.end)?.href,
    }
  })
}

/** A long address is shown short; where it leads stays in the link itself. */
function shown(piece: Piece): string {
  if (!piece.href || piece.text !== piece.href) return piece.text
  const bare = piece.text.replace(/^https?:\/\/(?:www\.)?/iu, '')
  return bare.length > linkShownMax ? `${bare.slice(0, linkShownMax)}…` : bare
}
