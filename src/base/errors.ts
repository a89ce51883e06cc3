/**
 * A mistake of the caller, or a state of the world the caller must hear about. `message` is written for people:
 * what happened and what to do. `code` is stable and is what programs compare. Mapped to HTTP once, in api/.
 */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: AppErrorCode
  readonly details: Record<string, unknown>

  /** With the sentence in both languages of the house, the screens show the reader's; `details.words` carries it. */
  constructor(
    code: AppErrorCode,
    message: string | { en: string; nl: string },
    options?: { cause?: unknown; details?: Record<string, unknown> },
  ) {
    super(typeof message === 'string' ? message : message.en, { cause: options?.cause })
    this.code = code
    this.details = typeof message === 'string' ? (options?.details ?? {}) : { words: message, ...options?.details }
  }
}

export type AppErrorCode =
  | 'bad_input' // 400: the words say which field and give an example
  | 'signed_out' // 401
  | 'not_allowed' // 403
  | 'not_found' // 404: also what belongs to another workspace
  | 'taken' // 409: somebody was faster, or the name exists
  | 'undecided' // 409: closed without an answer and without saying why; the words say what to give with it
  | 'gone' // 410
  | 'mismatched' // 422: the key of the request was used for another one
  | 'too_large' // 413
  | 'too_many' // 429
  | 'network_failed' // 502: a source or a network did not do what was asked
  | 'unavailable' // 503

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
