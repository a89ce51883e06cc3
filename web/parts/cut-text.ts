import { joinSpans, type Span } from '#domain/span.ts'

const linkPattern = /https?:\/\/[^\s<>"')\]]+[^\s<>"')\].,;:!?…]/giu

export type Piece = { text: string; isHit: boolean; href: string | undefined }

/** Cuts a text at the borders of its hits and links. */
export function cutText(text: string, spans: readonly Span[], withLinks: boolean): Piece[] {
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
