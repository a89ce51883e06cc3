import { z } from 'zod'
import { exportFormats, exportTables } from '#domain/report-export.ts'
import { id } from './basic-shapes.ts'

/** What is taken out of a report. It is asked as a change: it leaves a line in the audit. */
export const exportAskShape = z.object({
  table: z.enum(exportTables),
  format: z.enum(exportFormats),
  from: z.iso.date(),
  to: z.iso.date(),
  network: z.string().max(40).optional(),
  departmentId: id.optional(),
})
export type ExportAskView = z.input<typeof exportAskShape>
