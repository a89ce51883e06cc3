import OpenAI from 'openai'
import type { App } from '#app.ts'
import type { ModelMessage } from '#domain/assist/assist-task.ts'
import type { Words } from '#domain/connector.ts'
import { notAModel, troubleOf } from './model-trouble.ts'
import { type ModelRef, type ModelWay, openModelClient } from './open-model-client.ts'

/** How it ended. `broken`: in the middle, or it went on beyond all bounds; what came till then may still be read. */
export type ModelEnd =
  | { kind: 'whole' | 'stopped' | 'broken'; model: string; usage: unknown; why?: Words }
  | { kind: 'failed'; why: Words; isPaid: boolean; isOurs: boolean }

export type ModelAsk = { messages: readonly ModelMessage[]; tokensMost: number; unitsMost: number }

type Params = OpenAI.ChatCompletionCreateParamsStreaming
const waysMax = 3

/**
 * One question to an OpenAI-compatible server: yields the words as they come and returns how it ended. It is asked once; only where the server
 * does not know one of our wishes it is asked again without it, which costs nothing.
 */
export async function* askModel(
  app: App,
  ref: ModelRef,
  { ask, way }: { ask: ModelAsk; way: ModelWay },
): AsyncGenerator<string, ModelEnd> {
  const client = openModelClient(app, ref, way)
  let params: Params = {
    model: ref.model,
    messages: [...ask.messages],
    max_tokens: ask.tokensMost,
    stream: true,
    stream_options: { include_usage: true },
  }
  for (let tries = 1; ; tries += 1) {
    try {
      const stream = await client.chat.completions.create(params, { signal: way.signal })
      return yield* read(stream, { ref, ask, way })
    } catch (error) {
      const other = tries < waysMax ? otherWay(params, error) : undefined
      if (!other) return endOf(error, { ref, way })
      params = other
    }
  }
}

/** Newer models call the bound by another name; some servers do not count in a stream. */
function otherWay(params: Params, error: unknown): Params | undefined {
  if (!(error instanceof OpenAI.APIError) || (error.status !== 400 && error.status !== 422)) return undefined
  const { stream_options, max_tokens, ...rest } = params
  if (stream_options && error.message.includes('stream_options')) return { ...rest, ...(max_tokens && { max_tokens }) }
  if (max_tokens && error.message.includes('max_completion_tokens'))
    return { ...rest, ...(stream_options && { stream_options }), max_completion_tokens: max_tokens }
  return undefined
}

type Reading = { ref: ModelRef; ask: ModelAsk; way: ModelWay }

async function* read(
  stream: AsyncIterable<OpenAI.ChatCompletionChunk>,
  { ref, ask, way }: Reading,
): AsyncGenerator<string, ModelEnd> {
  let [units, model, usage, reason]: [number, string, unknown, string | undefined] = [
    0,
    ref.model,
    undefined,
    undefined,
  ]
  let isRead = false
  const end = (kind: 'whole' | 'stopped' | 'broken', why?: Words): ModelEnd => ({
    kind,
    model,
    usage,
    ...(why && { why }),
  })
  try {
    for await (const chunk of stream) {
      // What a server sends is not believed to have the shape that the SDK says.
      const choice = chunk?.choices?.[0]
      isRead ||= choice !== undefined
      model = nameOf(chunk?.model) ?? model
      usage = chunk?.usage ?? usage
      reason = choice?.finish_reason ?? reason
      const text = choice?.delta?.content
      if (typeof text !== 'string' || text === '') continue
      yield text.slice(0, ask.unitsMost - units)
      units += text.length
      if (units >= ask.unitsMost) return end('broken', tooMuch)
    }
  } catch (error) {
    if (!isRead || way.signal.aborted) return endOf(error, { ref, way, isRead, model })
    return end('broken', troubleOf(error, ref.key).why)
  }
  if (way.signal.aborted) return end('stopped')
  if (!isRead) return { kind: 'failed', why: notAModel, isPaid: true, isOurs: true }
  return end(reason === 'stop' ? 'whole' : 'broken', reason === 'length' ? tooMuch : undefined)
}

const tooMuch: Words = { en: 'It became longer than it may be.', nl: 'Het werd langer dan het mag zijn.' }

/** As the server names itself, where that is a name: it is kept on record. */
function nameOf(said: unknown): string | undefined {
  return typeof said === 'string' && /^[\w./:@+-]{1,100}$/u.test(said) ? said : undefined
}

function endOf(
  error: unknown,
  { ref, way, model }: { ref: ModelRef; way: ModelWay; isRead?: boolean; model?: string },
): ModelEnd {
  if (way.signal.aborted) return { kind: 'stopped', model: model ?? ref.model, usage: undefined }
  return { kind: 'failed', ...troubleOf(error, ref.key) }
}
