import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context as HonoContext } from 'hono'
import { z } from 'zod'
import { AppError } from '#base/errors.ts'
import { refusalWords } from '#domain/issue-words.ts'
import { reportFileName } from '#domain/saved-report.ts'
import { drawPdf } from '#report/saved/draw-pdf.ts'
import { readReport } from '#report/saved/read-reports.ts'
import type { MemberVisit } from './handler.ts'

const path = '/api/saved-reports/:id/pdf'
const asked = z.object({ id: z.uuid(), lang: z.enum(['en', 'nl']) })

/** A report as a PDF, of the days that it means now. Who hangs up stops the making. */
export function addPaper(server: OpenAPIHono, memberVisit: (context: HonoContext) => Promise<MemberVisit>): void {
  server.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/saved-reports/{id}/pdf',
    summary:
      'A report as a PDF (A4), made by a Chromium on the machine of Wederhoor; `unavailable` where there is none.',
    request: { params: asked.pick({ id: true }), query: asked.pick({ lang: true }) },
    responses: { 200: { description: 'The file', content: { 'application/pdf': { schema: z.string() } } } },
  })
  server.get(path, async (context) => {
    const { ctx } = await memberVisit(context)
    const read = asked.safeParse({ id: context.req.param('id'), lang: context.req.query('lang') })
    if (!read.success) throw new AppError('bad_input', refusalWords(read.error))
    const { id, lang } = read.data
    const { name, days } = await readReport(ctx, { id })
    const pdf = await drawPdf(ctx.app, { reportId: id, ...days, lang }, context.req.raw.signal)
    // A name of a file in a header is ASCII, or said twice.
    const file = encodeURIComponent(reportFileName(name, days))
    return new Response(new Uint8Array(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename*=UTF-8''${file}`,
        'cache-control': 'no-store',
      },
    })
  })
}
