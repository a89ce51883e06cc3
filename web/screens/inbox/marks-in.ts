import { joinSpans, type Span } from '#domain/span.ts'

/** What was found, so far as the text is still the one that was looked at. */
export function marksIn(text: string, looked: { text: string; spans: readonly Span[] }): Span[] {
  let same = 0
  while (same < text.length && same < looked.text.length && text[same] === looked.text[same]) same += 1
  return joinSpans(looked.spans.filter(([, end]) => end <= same))
}
