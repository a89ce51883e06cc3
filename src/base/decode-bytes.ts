import iconv from 'iconv-lite'

const marks: readonly [name: string, bytes: readonly number[]][] = [
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  // No mark, but the "<" or "{" that every document begins with.
  ['utf-16be', [0, 0x3c]],
  ['utf-16le', [0x3c, 0]],
]
const prologBytesMax = 1_024

/**
 * The text of an XML, HTML or JSON document. A byte order mark wins over the charset of the HTTP header, and that over the document's own word
 * (RFC 7303, 3). What claims to be UTF-8 and is not is read as Windows-1252, as browsers do.
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | null): string {
  const mark = marks.find(([, start]) => start.every((byte, index) => bytes[index] === byte))
  if (mark) return iconv.decode(bytes, mark[0])
  const named = charsetOf(contentType) ?? charsetOf(Buffer.from(bytes.subarray(0, prologBytesMax)).toString('latin1'))
  const name = named && iconv.encodingExists(named) ? named : 'utf-8'
  // Plain bytes of a document that says UTF-16 of itself: somebody encoded it again and forgot to say so.
  if (/^utf-?(8|16|32)/i.test(name)) return decodeUtf8(bytes)
  return iconv.decode(bytes, name)
}

function charsetOf(text: string | null): string | undefined {
  return text?.match(/(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_.:-]{1,40})/i)?.[1]?.toLowerCase()
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const lenient = new TextDecoder('utf-8').decode(bytes)
    // A few broken bytes in a long UTF-8 text are a cut emoji; many are another encoding.
    const broken = lenient.split('\ufffd').length - 1
    const whole = lenient.match(/[\u0080-\ufffc]/g)?.length ?? 0
    return broken > whole ? iconv.decode(bytes, 'windows-1252') : lenient
  }
}
