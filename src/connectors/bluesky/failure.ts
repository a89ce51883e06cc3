import { FetchFailed, mayWorkLater } from '#base/fetch-failed.ts'
import type { Failure } from '#domain/connector.ts'

const waitMsDefault = 60_000
const waitMsMax = 24 * 60 * 60_000

export type Refusal = { status: number; code: string; message: string; headers: { get(name: string): string | null } }

/** What an answer of a Bluesky server with an error status means to us. */
export function failureOf({ status, code, message, headers }: Refusal, now: Date): Failure {
  if (status === 429) {
    return {
      kind: 'wait',
      until: waitUntil(headers, now),
      why: { en: 'Bluesky asks us to slow down.', nl: 'Bluesky vraagt ons het rustiger aan te doen.' },
    }
  }
  if (status === 401 || signInCodes.has(code)) return { kind: 'reconnect', why: wordsOfSignIn(code) }
  if (status >= 500 || status === 408 || status === 425) {
    return {
      kind: 'retry',
      why: { en: `Bluesky is out of order (${status}).`, nl: `Bluesky is in storing (${status}).` },
    }
  }
  const reason = (message || code || String(status)).slice(0, 300)
  return { kind: 'refused', why: { en: `Bluesky refuses this: ${reason}`, nl: `Bluesky weigert dit: ${reason}` } }
}

/** No answer came at all. */
export function failureOfLine(error: unknown): Failure {
  if (error instanceof FetchFailed) return { kind: mayWorkLater(error.why) ? 'retry' : 'refused', why: error.words }
  return { kind: 'retry', why: { en: 'Bluesky cannot be reached.', nl: 'Bluesky is niet bereikbaar.' } }
}

const signInCodes = new Set([
  'AuthMissing',
  'AuthenticationRequired',
  'AuthFactorTokenRequired',
  'ExpiredToken',
  'InvalidToken',
  'AccountTakedown',
  'AccountDeactivated',
])

function wordsOfSignIn(code: string): Failure['why'] {
  switch (code) {
    case 'AuthFactorTokenRequired':
      return {
        en: 'Bluesky asks for a code by e-mail. Use an app password in place of your own password.',
        nl: 'Bluesky vraagt om een code per e-mail. Gebruik een app-wachtwoord in plaats van je eigen wachtwoord.',
      }
    case 'AccountTakedown':
      return { en: 'Bluesky has taken this account down.', nl: 'Bluesky heeft dit account verwijderd.' }
    case 'AccountDeactivated':
      return { en: 'This Bluesky account is deactivated.', nl: 'Dit Bluesky-account is gedeactiveerd.' }
    default:
      return {
        en: 'Bluesky does not accept this name and app password. Make a new app password and connect the account again.',
        nl: 'Bluesky accepteert deze naam met dit app-wachtwoord niet. Maak een nieuw app-wachtwoord en koppel het account opnieuw.',
      }
  }
}

/** `ratelimit-reset` is a moment in seconds since 1970; `retry-after` a number of seconds or a date. */
function waitUntil(headers: Refusal['headers'], now: Date): Date {
  const at = now.getTime()
  const reset = Number(headers.get('ratelimit-reset') ?? Number.NaN) * 1_000
  const after = headers.get('retry-after')
  const asked =
    reset || (after ? (Number.isFinite(Number(after)) ? at + Number(after) * 1_000 : Date.parse(after)) : Number.NaN)
  const until = Number.isFinite(asked) ? asked : at + waitMsDefault
  return new Date(Math.min(at + waitMsMax, Math.max(at + 1_000, until)))
}

/** An answer came, but it is not what the method promises. */
export const unreadableAnswer: Failure = {
  kind: 'retry',
  why: { en: 'Bluesky gave an answer that cannot be read.', nl: 'Bluesky gaf een antwoord dat niet te lezen is.' },
}
