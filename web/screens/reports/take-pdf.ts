import type { SavedReportView } from '#api/contract/saved-report-shapes.ts'
import { reportFileName } from '#domain/saved-report.ts'
import type { Lang } from '#web/prefs.tsx'
import { askFile, saveFile } from '#web/take-file.ts'

type Taking = { report: Pick<SavedReportView, 'id' | 'name' | 'days'>; lang: Lang; signal: AbortSignal }

/** Has the server make the PDF, and hands the whole file to the browser. Throws as `askFile` does. */
export async function takePdf({ report: { id, name, days }, lang, signal }: Taking): Promise<void> {
  const response = await askFile(`/api/saved-reports/${encodeURIComponent(id)}/pdf?lang=${lang}`, { signal })
  saveFile(await response.blob(), reportFileName(name, days))
}
