import type { ApiProblem } from '#api/contract/contract.ts'
import type { AssistTask } from '#domain/assist/assist-task.ts'
import type { SuggestionFinding } from '#domain/assist/suggestion-finding.ts'
import { ApiProblemError } from '#web/api.ts'
import { placeHeader } from '#web/place.ts'

export type SuggestionAsk = {
  task: AssistTask
  text: string
  mentionId: string | null
  accountId: string | null
  lang: 'en' | 'nl'
}
export type SuggestionLine =
  | { kind: 'begun'; id: string; model: string }
  | { kind: 'text'; text: string }
  | {
      kind: 'done'
      how: 'whole' | 'stopped' | 'broken'
      text: string
      model: string
      findings: SuggestionFinding[]
      why: { en: string; nl: string } | null
    }
  | { kind: 'failed'; why: { en: string; nl: string } }

type Asking = { conversationId: string; ask: SuggestionAsk; leftHash: string; signal: AbortSignal }

/** The lines of a suggestion as they come. Throws `ApiProblemError` where it is refused, and without a connection. */
export async function* askSuggestion({
  conversationId,
  ask,
  leftHash,
  signal,
}: Asking): AsyncGenerator<SuggestionLine> {
  let response: Response
  try {
    response = await fetch(`/api/conversations/${encodeURIComponent(conversationId)}/suggestion`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { ...placeHeader(), 'content-type': 'application/json' },
      body: JSON.stringify({ ...ask, leftHash }),
      signal,
    })
  } catch (cause) {
    if (signal.aborted) throw cause
    throw offline()
  }
  if (!response.ok || !response.body) throw await problemOf(response)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value = '' } = await reader.read()
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') yield JSON.parse(line) as SuggestionLine
    if (done) return
  }
}

function offline(): ApiProblemError {
  return new ApiProblemError(0, { code: 'offline', message: '', details: {} })
}

async function problemOf(response: Response): Promise<ApiProblemError> {
  const answer = (await response.json().catch(() => ({}))) as Partial<ApiProblem>
  return new ApiProblemError(response.status, answer.error ?? { code: 'unreadable', message: '', details: {} })
}
