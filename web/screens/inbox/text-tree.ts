import type { Span } from '#domain/span.ts'

/** A stretch of a message: whether it matched, and where it leads. Never markup: the screen makes its own elements. */
export type TextPart = { key: number; text: string; isHit: boolean; href: string | null }

const links = /https?:\/\/[^\s<>"“”«»]+/giu
const linksMax = 200

/** The text cut where a match or a link begins or ends. Joined again, the parts are the text, character for character. */
export function textTree(text: string, spans: readonly Span[]): TextPart[] {
  const found = findLinks(text)
  const cuts = new Set([0, text.length])
  for (const [start, end] of [...spans, ...found.map((link) => link.span)]) {
    cuts.add(clamp(start, text.length)).add(clamp(end, text.length))
  }
  const edges = [...cuts].toSorted((a, b) => a - b)
  return edges.slice(0, -1).map((start, at) => {
    const end = edges[at + 1] ?? text.length
    return {
      key: start,
      text: text.slice(start, end),
      isHit: spans.some((span) => span[0] <= start && end <= span[1]),
      href: found.find((link) => link.span[0] <= start && end <= link.span[1])?.href ?? null,
    }
  })
}

/** The whole address stays readable, so that nobody is led elsewhere than the text says. */
function findLinks(text: string): { span: Span; href: string }[] {
  const found: { span: Span; href: string }[] = []
  for (const match of text.matchAll(links)) {
    if (found.length === linksMax) break
    const address = withoutTail(match[0])
    if (URL.canParse(address)) found.push({ span: [match.index, match.index + address.length], href: address })
  }
  return found
}

/** A full stop after a link belongs to the sentence, a closing bracket to the text around it unless it was opened inside. */
function withoutTail(address: string): string {
  const tail = /[.,;:!?…'’*_\]]$/u
  let kept = address
  for (let turn = 0; turn < 8; turn++) {
    if (tail.test(kept)) kept = kept.slice(0, -1)
    else if (kept.endsWith(')') && count(kept, '(') < count(kept, ')')) kept = kept.slice(0, -1)
    else break
  }
  return kept
}

function count(text: string, char: string): number {
  return text.split(char).length - 1
}

function clamp(at: number, max: number): number {
  return Math.min(Math.max(at, 0), max)
}
