import type { App } from '#app.ts'
import { minute, second } from '#base/clock.ts'
import { messageOf } from '#base/errors.ts'
import { FetchFailed } from '#base/fetch-failed.ts'
import type { GuardedInit } from '#base/guarded-fetch.ts'
import type { Opinion } from '#domain/adviser.ts'
import type { Words } from '#domain/connector.ts'
import { answerTokensMax, completionSchema, type questionOf, readOpinion, tokensOf } from '#triage/ask-opinion.ts'

export type AdviserRef = { workspaceId: string; address: string; model: string; key: string | undefined }

export type Advice =
  | {
      kind: 'advice'
      /** Undefined when nothing in the answer could be read as one. */
      opinion: Opinion | undefined
      model: string
      tokensIn: number
      tokensOut: number
      /** The server did not count; we did, generously. */
      isEstimated: boolean
    }
  /** Not now. */
  | { kind: 'wait'; until: Date; why: Words }
  /** Not before a person has changed something. */
  | { kind: 'refused'; why: Words }

const limits = { headersMs: 30 * second, idleMs: 30 * second, totalMs: 60 * second, bytesMax: 200_000 }
const afterTroubleMs = minute

/** One question to an OpenAI-compatible server, once. */
export async function askAdviser(
  app: App,
  { adviser, messages, signal }: { adviser: AdviserRef; messages: ReturnType<typeof questionOf>; signal: AbortSignal },
): Promise<Advice> {
  const { fetch } = app.connectorContext(signal, adviser.workspaceId)
  const later = (ms: number): Date => new Date(app.clock.now().getTime() + ms)
  try {
    const init: GuardedInit = {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(adviser.key ? { authorization: `Bearer ${adviser.key}` } : {}),
      },
      body: JSON.stringify({ model: adviser.model, messages, temperature: 0, max_tokens: answerTokensMax }),
      limits,
    }
    const response = await fetch(`${adviser.address}/chat/completions`, init)
    if (!response.ok) return troubleOf(response, later)
    return adviceOf(await response.json(), { messages, model: adviser.model })
  } catch (error) {
    if (error instanceof FetchFailed && (error.why === 'inside-address' || error.why === 'bad-url')) {
      return { kind: 'refused', why: error.words }
    }
    const why = error instanceof FetchFailed ? error.words : { en: messageOf(error), nl: messageOf(error) }
    return { kind: 'wait', until: later(afterTroubleMs), why }
  }
}

function adviceOf(answer: unknown, asked: { messages: ReturnType<typeof questionOf>; model: string }): Advice {
  const completion = completionSchema.safeParse(answer).data
  const content = completion?.choices[0]?.message.content ?? ''
  const { usage } = completion ?? {}
  return {
    kind: 'advice',
    opinion: readOpinion(content),
    model: completion?.model ?? asked.model,
    tokensIn: usage?.prompt_tokens ?? tokensOf(asked.messages),
    tokensOut: usage?.completion_tokens ?? answerTokensMax,
    isEstimated: usage === undefined,
  }
}

async function troubleOf(response: Response, later: (ms: number) => Date): Promise<Advice> {
  const told = (await response.text()).slice(0, 300)
  const { status } = response
  if (status === 429 || status >= 500) {
    const seconds = Number(response.headers.get('retry-after'))
    const until = later(Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3_600) * second : afterTroubleMs)
    return {
      kind: 'wait',
      until,
      why: {
        en: `The model's server answered ${status}: ${told}`,
        nl: `De server van het model antwoordde ${status}: ${told}`,
      },
    }
  }
  if (status === 401 || status === 403) {
    return {
      kind: 'refused',
      why: {
        en: `The model's server does not accept the key (${status}). Give another one.`,
        nl: `De server van het model aanvaardt de sleutel niet (${status}). Geef een andere.`,
      },
    }
  }
  if (status === 404) {
    return {
      kind: 'refused',
      why: {
        en: `There is no such model, or no model server at this address (404). The address usually ends with /v1. It said: ${told}`,
        nl: `Dit model, of een modelserver op dit adres, bestaat niet (404). Het adres eindigt meestal op /v1. Er stond: ${told}`,
      },
    }
  }
  return {
    kind: 'refused',
    why: {
      en: `The model's server refused the question (${status}): ${told}`,
      nl: `De server van het model weigerde de vraag (${status}): ${told}`,
    },
  }
}
