import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context as HonoContext } from 'hono'
import { stream } from 'hono/streaming'
import { z } from 'zod'
import { AppError } from '#base/errors.ts'
import { refusalWords } from '#domain/issue-words.ts'
import { suggest } from '#reply/assist/suggest.ts'
import { suggestionAskShape } from './contract/assist-shapes.ts'
import { byId } from './contract/common-shapes.ts'
import { brokenHere } from './error-answer.ts'
import type { House, MemberVisit } from './handler.ts'

const path = '/api/conversations/{id}/suggestion'

/**
 * What a model says, told as it comes: one JSON object a line. What is refused is refused before the first line, as everywhere else. Who
 * hangs up stops the model.
 */
export function addSuggestions(
  server: OpenAPIHono,
  house: House,
  memberVisit: (context: HonoContext) => Promise<MemberVisit>,
): void {
  server.openAPIRegistry.registerPath({
    method: 'post',
    path,
    summary:
      'Ask a model for a suggestion. Lines of JSON: begun, text, and then done or failed. It is never sent by itself.',
    request: {
      params: byId,
      body: { required: true, content: { 'application/json': { schema: suggestionAskShape } } },
    },
    responses: { 200: { description: 'Lines of JSON', content: { 'application/x-ndjson': { schema: z.string() } } } },
  })
  server.post(path.replace('{id}', ':id'), async (context) => {
    const visit = await memberVisit(context)
    const { id: conversationId } = readAs(byId, context.req.param())
    const { leftHash, ...asked } = readAs(suggestionAskShape, await context.req.json().catch(() => undefined))
    const stop = new AbortController()
    const events = suggest(visit.ctx, { ...asked, conversationId }, { leftHash, signal: stop.signal })
    // A refusal is thrown by the first step, while there is still a status to give.
    const first = await events.next()
    context.header('content-type', 'application/x-ndjson; charset=utf-8')
    context.header('cache-control', 'no-store')
    context.header('x-accel-buffering', 'no')
    return stream(context, async (line) => {
      line.onAbort(() => stop.abort())
      try {
        for (let next = first; !next.done; next = await events.next())
          await line.write(`${JSON.stringify(next.value)}\n`)
      } catch (error) {
        house.app.log.error({ err: error, path }, 'a suggestion broke')
        const { words } = brokenHere.error.details as { words?: unknown }
        await line.write(`${JSON.stringify({ kind: 'failed', why: words ?? { en: '', nl: '' } })}\n`)
      } finally {
        stop.abort()
        await events.return()
      }
    })
  })
}

function readAs<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const read = schema.safeParse(given)
  if (!read.success) throw new AppError('bad_input', refusalWords(read.error))
  return read.data
}
