import type { AppError, AppErrorCode } from '#base/errors.ts'
import type { ApiProblem } from './contract/contract.ts'
import { refusalsInDutch } from './refusals-in-dutch.ts'

/** The one place where our refusals become statuses of HTTP. */
export const statusOf: Record<AppErrorCode, 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 502 | 503> = {
  bad_input: 400,
  signed_out: 401,
  not_allowed: 403,
  not_found: 404,
  taken: 409,
  undecided: 409,
  gone: 410,
  mismatched: 422,
  too_large: 413,
  too_many: 429,
  network_failed: 502,
  unavailable: 503,
}

/** A refusal as it goes over the wire: the sentence in English, and in both languages for the screens. */
export function problemOf({ code, message, details }: AppError): ApiProblem {
  const nl = refusalsInDutch[message]
  return { error: { code, message, details: nl === undefined ? details : { words: { en: message, nl }, ...details } } }
}

/** What broke in here is written to the log, not to the reader. */
const brokenWords = {
  en: 'Something went wrong in Wederhoor itself. Nothing you did is lost; try it again, and tell your administrator if it stays.',
  nl: 'Er ging iets mis in Wederhoor zelf. Wat je deed is niet verloren; probeer het opnieuw, en zeg het je beheerder als het blijft.',
}
export const brokenHere: ApiProblem = {
  error: { code: 'broken', message: brokenWords.en, details: { words: brokenWords } },
}
