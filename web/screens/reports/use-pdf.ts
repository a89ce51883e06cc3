import { useEffect, useRef, useState } from 'react'
import type { SavedReportView } from '#api/contract/saved-report-shapes.ts'
import { usePrefs } from '#web/prefs.tsx'
import { takePdf } from './take-pdf.ts'

export type PdfState =
  | { kind: 'idle' }
  | { kind: 'making' }
  | { kind: 'stopped' }
  | { kind: 'done' }
  | { kind: 'failed'; error: unknown }

/** One PDF at a time; it ends with the screen that asked for it. */
export function usePdf(report: Pick<SavedReportView, 'id' | 'name' | 'days'>) {
  const { lang } = usePrefs()
  const [state, setState] = useState<PdfState>({ kind: 'idle' })
  const stopping = useRef<AbortController>(undefined)
  useEffect(() => () => stopping.current?.abort(), [])
  const start = async () => {
    const here = new AbortController()
    stopping.current = here
    setState({ kind: 'making' })
    try {
      await takePdf({ report, lang, signal: here.signal })
      setState({ kind: 'done' })
    } catch (error) {
      setState(here.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', error })
    }
  }
  return { state, start, stop: () => stopping.current?.abort() }
}
