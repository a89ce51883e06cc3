import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context as HonoContext } from 'hono'
import { z } from 'zod'
import { AppError } from '#base/errors.ts'
import { refusalWords } from '#domain/issue-words.ts'
import { exportFileName, exportRowsHeader } from '#domain/report-export.ts'
import { startExport } from '#report/export/start-export.ts'
import { exportTypes, writeExport } from '#report/export/write-export.ts'
import { exportAskShape } from './contract/export-shapes.ts'
import type { House, MemberVisit } from './handler.ts'

const path = '/api/reports/export'
/** At once, in one workspace: each reads on as long as somebody takes it. */
const atOnceMax = 3

/** The rows of a report as a file, written as it is read. What is refused is refused before the first byte. Who hangs up stops the reading. */
export function addExports(
  server: OpenAPIHono,
  house: House,
  memberVisit: (context: HonoContext) => Promise<MemberVisit>,
): void {
  const running = new Map<string, number>()
  server.openAPIRegistry.registerPath({
    method: 'post',
    path,
    summary: `Take out the rows that the figures of a report are counted from, as CSV, XLSX or NDJSON. How many there are stands in the header ${exportRowsHeader}. Columns: docs/exports.md.`,
    request: { body: { required: true, content: { 'application/json': { schema: exportAskShape } } } },
    responses: {
      200: { description: 'The file', content: { 'application/octet-stream': { schema: z.string() } } },
    },
  })
  server.post(path, async (context) => {
    const { ctx } = await memberVisit(context)
    const read = exportAskShape.safeParse(await context.req.json().catch(() => undefined))
    if (!read.success) throw new AppError('bad_input', refusalWords(read.error))
    const { workspaceId } = ctx
    const before = running.get(workspaceId) ?? 0
    if (before >= atOnceMax)
      throw new AppError('too_many', 'Three exports are running in this workspace. Wait until one is done.')
    running.set(workspaceId, before + 1)
    let isOver = false
    const done = () => {
      if (!isOver) running.set(workspaceId, (running.get(workspaceId) ?? 1) - 1)
      isOver = true
    }
    try {
      const given = await startExport(ctx, read.data)
      const broke = (error: unknown) => house.app.log.error({ err: error, path }, 'an export broke')
      return new Response(watched(writeExport(given, read.data), { done, broke }), {
        headers: {
          'content-type': exportTypes[read.data.format],
          'content-disposition': `attachment; filename="${exportFileName(read.data, read.data)}"`,
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
          [exportRowsHeader]: String(given.count),
        },
      })
    } catch (error) {
      done()
      throw error
    }
  })
}

type Told = { done: () => void; broke: (error: unknown) => void }

/** However it ends, also before it began, it has ended. */
function watched(stream: ReadableStream<Uint8Array>, { done, broke }: Told): ReadableStream<Uint8Array> {
  const reader = stream.getReader()
  return new ReadableStream({
    pull: async (into) => {
      try {
        const { done: isOver, value } = await reader.read()
        if (!isOver) return into.enqueue(value)
        done()
        into.close()
      } catch (error) {
        done()
        broke(error)
        into.error(error)
      }
    },
    cancel: async (why) => {
      done()
      await reader.cancel(why)
    },
  })
}
