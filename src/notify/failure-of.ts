import type { App } from '#app.ts'
import { AppError, messageOf } from '#base/errors.ts'
import { FetchFailed, mayWorkLater } from '#base/fetch-failed.ts'
import type { Outcome, Words } from './outcome.ts'

/** What threw on the way out: the guard of it in its own words, an offline house or a demo company in theirs. */
export function failureOf(app: App, error: unknown): Outcome {
  if (error instanceof FetchFailed) return { kind: mayWorkLater(error.why) ? 'again' : 'never', why: error.words }
  if (error instanceof AppError) return { kind: 'never', why: { en: error.message, nl: nothingLeaves } }
  app.log.error({ err: messageOf(error) }, 'a notice could not leave')
  return { kind: 'again', why: unknownTrouble }
}

const nothingLeaves = 'Hier gaat niets naar buiten: deze Wederhoor is offline, of dit is het voorbeeldbedrijf.'

export const unknownTrouble: Words = {
  en: 'Something went wrong here. The log of this Wederhoor has more.',
  nl: 'Er ging hier iets mis. Het logboek van deze Wederhoor weet meer.',
}
