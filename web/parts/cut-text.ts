import { joinSpans, type Span } from '#domain/span.ts'

/**
 * Signs that are not seen, and those that turn the direction of what follows (U+202A to 202E, U+2066 to 2069). Nobody writes
 * them into an address by hand, and within one they make it read as another host: a link ends before them.
 */
const turns = '\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff'
const turning = /[\u202a-\u202e\u2066-\u2069]/u
const linkPattern = new RegExp(`https?://[^\\s<>"')\\]${turns}]+[^\\s<>"')\\].,;:!?…${turns}]`, 'giu')

/** A stretch that reads as one: a whole link, or what stands between two links. */
export type Stretch = { pieces: readonly Piece[]; href: string | undefined; isTurning: boolean }

/** What begins to turn inside a stretch ends with it, so that it cannot turn the address behind it around. */
export function stretchesOf(pieces: readonly Piece[]): Stretch[] {
  const stretches: { pieces: Piece[]; href: string | undefined; isTurning: boolean }[] = []
  for (const piece of pieces) {
    const isTurning = turning.test(piece.text)
    const last = stretches.at(-1)
    if (!last || last.href !== piece.href) stretches.push({ pieces: [piece], href: piece.href, isTurning })
    else {
      last.pieces.push(piece)
      last.isTurning ||= isTurning
    }
  }
  return stretches
}

/** `start` is where it stands in the whole text. */
export type Piece = { start: number; text: string; isHit: boolean; href: string | undefined }

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
      start,
      text: text.slice(start, end),
      isHit: hits.some(([from, to]) => from <= start && end <= to),
      href: links.find((link) => link.start <= start && end <= link.end)?.href,
    }
  })
}
