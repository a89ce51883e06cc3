import type { ApiProblem } from '#api/contract/contract.ts'
import type { ExportAskView } from '#api/contract/export-shapes.ts'
import { exportFileName, exportRowsHeader } from '#domain/report-export.ts'
import { ApiProblemError } from '#web/api.ts'
import { placeHeader } from '#web/place.ts'
import { rowCounter } from './count-rows.ts'

/** `rows` is null where it cannot be seen from outside how many came. */
export type ExportProgress = { bytes: number; rows: number | null; rowsInAll: number }
type Taking = { ask: ExportAskView; signal: AbortSignal; tell: (progress: ExportProgress) => void }

/** Fetches the whole file and then hands it to the browser: half a file is none. Throws `ApiProblemError` where it is refused, and without a connection. */
export async function takeExport({ ask, signal, tell }: Taking): Promise<ExportProgress> {
  const response = await asked(ask, signal)
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
  save(new Blob(parts, { type }), exportFileName(ask, ask))
  return progress
}

async function asked(ask: ExportAskView, signal: AbortSignal): Promise<Response> {
  let response: Response
  try {
    response = await fetch('/api/reports/export', {
      ...{ method: 'POST', credentials: 'same-origin', signal, body: JSON.stringify(ask) },
      headers: { ...placeHeader(), 'content-type': 'application/json' },
    })
  } catch (cause) {
    if (signal.aborted) throw cause
    throw new ApiProblemError(0, { code: 'offline', message: '', details: {} })
  }
  if (response.ok) return response
  const answer = (await response.json().catch(() => ({}))) as Partial<ApiProblem>
  throw new ApiProblemError(response.status, answer.error ?? { code: 'unreadable', message: '', details: {} })
}

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
