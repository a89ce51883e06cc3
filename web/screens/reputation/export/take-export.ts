import type { ExportAskView } from '#api/contract/export-shapes.ts'
import { exportFileName, exportRowsHeader } from '#domain/report-export.ts'
import { askFile, saveFile } from '#web/take-file.ts'
import { rowCounter } from './count-rows.ts'

/** `rows` is null where it cannot be seen from outside how many came. */
export type ExportProgress = { bytes: number; rows: number | null; rowsInAll: number }
type Taking = { ask: ExportAskView; signal: AbortSignal; tell: (progress: ExportProgress) => void }

/** Fetches the whole file and then hands it to the browser: half a file is none. Throws as `askFile` does. */
export async function takeExport({ ask, signal, tell }: Taking): Promise<ExportProgress> {
  const response = await askFile('/api/reports/export', {
    ...{ method: 'POST', signal, body: JSON.stringify(ask), headers: { 'content-type': 'application/json' } },
  })
  const type = response.headers.get('content-type') ?? ''
  const count = rowCounter(ask.format)
  const parts: Uint8Array<ArrayBuffer>[] = []
  let progress: ExportProgress = {
    ...{ bytes: 0, rows: count ? 0 : null },
    rowsInAll: Number(response.headers.get(exportRowsHeader) ?? 0),
  }
  tell(progress)
  const reader = response.body?.getReader()
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    parts.push(next.value)
    progress = { ...progress, bytes: progress.bytes + next.value.length, rows: count?.(next.value) ?? null }
    tell(progress)
  }
  saveFile(new Blob(parts, { type }), exportFileName(ask, ask))
  return progress
}
