/** What can be taken out of a report, row by row; every figure of a report can be counted again from these. Columns: docs/exports.md. */
export const exportTables = ['mentions', 'conversations', 'waits', 'answers', 'silences'] as const
export type ExportTable = (typeof exportTables)[number]

export const exportFormats = ['csv', 'xlsx', 'ndjson'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** How many rows there are to come, as the answer says before the first. */
export const exportRowsHeader = 'wederhoor-rows'

/** `2026-11-02` to `2026-11-08`: `wederhoor-mentions-2026-11-02-2026-11-08.csv`. */
export function exportFileName(
  { from, to }: { from: string; to: string },
  { table, format }: { table: ExportTable; format: ExportFormat },
): string {
  return `wederhoor-${table}-${from}-${to}.${format}`
}
