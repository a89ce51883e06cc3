/** Numbered from 1, as editors do. `text` is undefined for a line that is too long to be one. */
export type Line = { number: number; text: string | undefined }

export const lineUnitsMax = 1_000_000

/** The lines of a stream of UTF-8, chunk by chunk, so that the reader waits while nobody asks for more. Blank lines are left out. */
export async function* readLines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder()
  const splitter = new Splitter()
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    const lines = splitter.push(text)
    if (lines.length > 0) yield lines
  }
  const last = splitter.push(`${decoder.decode()}\n`)
  if (last.length > 0) yield last
}

/** The same of whole lines in UTF-8, all at once. `isStart`: of a stream, where a byte order mark is no part of the line. */
export function splitLines(bytes: Uint8Array, isStart: boolean): { lines: Line[]; lineCount: number } {
  const splitter = new Splitter()
  const text = new TextDecoder('utf-8', { ignoreBOM: !isStart }).decode(bytes)
  const lines = splitter.push(text.endsWith('\n') ? text : `${text}\n`)
  return { lines, lineCount: splitter.count }
}

class Splitter {
  #rest = ''
  #isTooLong = false
  count = 0

  push(text: string): Line[] {
    const lines: Line[] = []
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.count++
      const whole = this.#rest + text.slice(from, end)
      if (this.#isTooLong || whole.length > lineUnitsMax) lines.push({ number: this.count, text: undefined })
      else if (whole.trim() !== '') lines.push({ number: this.count, text: whole })
      this.#rest = ''
      this.#isTooLong = false
      from = end + 1
    }
    this.#rest += text.slice(from)
    if (this.#rest.length > lineUnitsMax) {
      this.#isTooLong = true
      this.#rest = ''
    }
    return lines
  }
}
