import type { ApiProblem } from '#api/contract/contract.ts'
import type { SavedReportView } from '#api/contract/saved-report-shapes.ts'
import { reportFileName } from '#domain/saved-report.ts'
import { ApiProblemError } from '#web/api.ts'
import { placeHeader } from '#web/place.ts'
import type { Lang } from '#web/prefs.tsx'

type Taking = { report: Pick<SavedReportView, 'id' | 'name' | 'days'>; lang: Lang; signal: AbortSignal }

/** Has the server make the PDF, and hands the whole file to the browser. Throws `ApiProblemError` where it is refused, and without a connection. */
export async function takePdf({ report: { id, name, days }, lang, signal }: Taking): Promise<void> {
  const file = await asked(`/api/saved-reports/${encodeURIComponent(id)}/pdf?lang=${lang}`, signal)
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = reportFileName(name, days)
  link.click()
  URL.revokeObjectURL(url)
}

async function asked(url: string, signal: AbortSignal): Promise<Blob> {
  try {
    const response = await fetch(url, { credentials: 'same-origin', signal, headers: placeHeader() })
    if (response.ok) return await response.blob()
    const answer = (await response.json().catch(() => ({}))) as Partial<ApiProblem>
    throw new ApiProblemError(response.status, answer.error ?? { code: 'unreadable', message: '', details: {} })
  } catch (cause) {
    if (signal.aborted || cause instanceof ApiProblemError) throw cause
    throw new ApiProblemError(0, { code: 'offline', message: '', details: {} })
  }
}
