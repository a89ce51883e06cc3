import OpenAI from 'openai'
import type { App } from '#app.ts'
import { second } from '#base/clock.ts'
import type { FetchLimits, GuardedInit } from '#base/guarded-fetch.ts'

export type ModelRef = { workspaceId: string; address: string; model: string; key: string | undefined }

/** A model on a machine of one's own may think for a while before its first word. */
export const modelLimits: FetchLimits = {
  headersMs: 30 * second,
  idleMs: 45 * second,
  totalMs: 180 * second,
  bytesMax: 2_000_000,
}

export type ModelWay = { signal: AbortSignal; limits?: Partial<FetchLimits> }

/**
 * The SDK, on our own guarded way out. Nothing comes from the environment, it asks once and never again by itself, writes no log, and tells
 * nothing about this machine: of the headers it would send only those go that are needed.
 */
export function openModelClient(app: App, ref: ModelRef, { signal, limits }: ModelWay): OpenAI {
  const way = app.connectorContext(signal, ref.workspaceId)
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const guarded: GuardedInit = {
      ...init,
      headers: neededHeaders(init?.headers, ref.key !== undefined),
      limits: { ...modelLimits, ...limits },
    }
    const response = await way.fetch(input, guarded)
    return isAskedAsStream(init) ? asStream(response) : response
  }
  return new OpenAI({
    baseURL: ref.address,
    // The SDK wants one; without a key of ours the header does not leave.
    apiKey: ref.key ?? 'none',
    ...{ adminAPIKey: null, organization: null, project: null, webhookSecret: null },
    ...{ maxRetries: 0, timeout: modelLimits.totalMs, logLevel: 'off', fetch },
  })
}

const needed: readonly string[] = ['accept', 'content-type', 'authorization']

function neededHeaders(given: RequestInit['headers'], hasKey: boolean): Headers {
  const kept = new Headers([...new Headers(given)].filter(([name]) => needed.includes(name)))
  if (!hasKey) kept.delete('authorization')
  return kept
}

function isAskedAsStream(init: RequestInit | undefined): boolean {
  return typeof init?.body === 'string' && init.body.includes('"stream":true')
}

/** Some servers answer in one piece though a stream was asked for: it is told as a stream of one. */
async function asStream(response: Response): Promise<Response> {
  const isWhole = response.ok && /^application\/json/iu.test(response.headers.get('content-type') ?? '')
  if (!isWhole) return response
  const whole = readWhole(await response.text())
  const choices = (Array.isArray(whole.choices) ? whole.choices : []).map((choice) => ({
    index: 0,
    delta: { content: choice?.message?.content },
    finish_reason: choice?.finish_reason ?? 'stop',
  }))
  const body = choices.length > 0 ? `data: ${JSON.stringify({ ...whole, choices })}\n\ndata: [DONE]\n\n` : ''
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
}

type Whole = { choices?: { message?: { content?: unknown }; finish_reason?: unknown }[] }

function readWhole(text: string): Whole {
  try {
    const whole: unknown = JSON.parse(text)
    // What it holds is looked at one by one.
    return (whole ?? {}) as Whole
  } catch {
    return {}
  }
}
