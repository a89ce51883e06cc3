import { FetchFailed, mayWorkLater } from '#base/fetch-failed.ts'
import type { Failure, Words } from './connector.ts'

/** The longest pause a network can ask of us with one header; longer ones are asked again then. */
export const pauseMsMax = 24 * 3_600_000
const pauseMsUsual = 60_000

/**
 * What a status that is not a success means, for every network that speaks plain HTTP. `says` is the network's own short reason, shown behind
 * our words. Undefined for a success.
 */
export function failureOfStatus(answer: {
  status: number
  headers: Headers
  host: string
  now: Date
  says?: string
}): Failure | undefined {
  const { status, host, now } = answer
  if (status < 400) return undefined
  const why = (en: string, nl: string): Words =>
    withReason({ en: `${host} ${en}`, nl: `${host} ${nl}` }, status, answer.says)
  const until = retryAfter(answer.headers.get('retry-after'), now)
  if (status === 429) {
    const words = why('asks us to slow down.', 'vraagt om het rustiger aan te doen.')
    return { kind: 'wait', until: until ?? new Date(now.getTime() + pauseMsUsual), why: words }
  }
  if (status === 503 && until) return { kind: 'wait', until, why: why('is closed for a moment.', 'is even gesloten.') }
  if (status >= 500 || status === 408) return { kind: 'retry', why: why('has trouble.', 'heeft een storing.') }
  if (status === 401) return { kind: 'reconnect', why: why('asks for a sign-in.', 'vraagt om aan te melden.') }
  if (status === 403) return { kind: 'refused', why: why('does not allow this.', 'staat dit niet toe.') }
  if (status === 404) return { kind: 'refused', why: why('does not know this address.', 'kent dit adres niet.') }
  if (status === 410) return { kind: 'refused', why: why('removed this for good.', 'heeft dit voorgoed verwijderd.') }
  return { kind: 'refused', why: why('does not accept this.', 'accepteert dit niet.') }
}

/** What a request that gave no answer means. Anything but `FetchFailed` is a bug of ours and goes on. */
export function failureOfError(error: unknown): Failure {
  if (!(error instanceof FetchFailed)) throw error
  return { kind: mayWorkLater(error.why) ? 'retry' : 'refused', why: error.words }
}

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3); undefined where it says nothing sensible. */
export function retryAfter(header: string | null, now: Date): Date | undefined {
  if (header === null) return undefined
  const text = header.trim()
  const at = /^\d{1,9}$/.test(text) ? now.getTime() + Number(text) * 1_000 : Date.parse(text)
  if (Number.isNaN(at)) return undefined
  return new Date(Math.min(Math.max(at, now.getTime()), now.getTime() + pauseMsMax))
}

const reasonCharsMax = 200

function withReason(words: Words, status: number, says: string | undefined): Words {
  const reason = says?.replace(/\s+/g, ' ').trim().slice(0, reasonCharsMax)
  const tail = reason ? ` (${status}: ${reason})` : ` (${status})`
  return { en: words.en + tail, nl: words.nl + tail }
}
