const lineEnd = 0x0a

/**
 * The same bytes in blocks of whole lines, as they come. A line longer than `lineMax` bytes is cut short: it is too long to be one
 * whatever follows, and its rest is dropped up to its end.
 */
export async function* readBlocks(
  input: AsyncIterable<Uint8Array | string>,
  lineMax: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let parts: Uint8Array[] = []
  let [length, isCut] = [0, false]
  for await (const chunk of input) {
    let bytes: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    if (isCut) {
      const end = bytes.indexOf(lineEnd)
      if (end < 0) continue
      // The end of the line that was cut went out with it.
      bytes = bytes.subarray(end + 1)
      isCut = false
    }
    const end = bytes.lastIndexOf(lineEnd)
    if (end >= 0) {
      parts.push(bytes.subarray(0, end + 1))
      yield joined(parts, length + end + 1)
      parts = [bytes.subarray(end + 1)]
      length = bytes.length - end - 1
      continue
    }
    parts.push(bytes)
    length += bytes.length
    if (length <= lineMax) continue
    isCut = true
    yield joined([...parts, new Uint8Array([lineEnd])], length + 1)
    parts = []
    length = 0
  }
  if (length > 0) yield joined(parts, length)
}

/** In memory of its own, to be given away. */
function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
