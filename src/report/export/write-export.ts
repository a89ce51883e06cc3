import type { ExportFormat, ExportTable } from '#domain/report-export.ts'
import { bytesOf } from './bytes-of.ts'
import type { Export } from './start-export.ts'
import { writeCsv } from './write-csv.ts'
import { writeNdjson } from './write-ndjson.ts'
import { writeXlsx } from './write-xlsx.ts'

/** The file as it comes about. Who stops reading stops the asking of the database. */
export function writeExport(
  given: Export,
  { table, format }: { table: ExportTable; format: ExportFormat },
): ReadableStream<Uint8Array> {
  switch (format) {
    case 'csv':
      return bytesOf(writeCsv(given))
    case 'ndjson':
      return bytesOf(writeNdjson(given))
    case 'xlsx':
      return writeXlsx(given, { table })
  }
}

export const exportTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
