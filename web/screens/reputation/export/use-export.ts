import { useEffect, useRef, useState } from 'react'
import type { ExportAskView } from '#api/contract/export-shapes.ts'
import { type ExportProgress, takeExport } from './take-export.ts'

export type ExportState =
  | { kind: 'idle' }
  | { kind: 'running'; progress: ExportProgress | null }
  | { kind: 'stopped' }
  | { kind: 'done'; progress: ExportProgress }
  | { kind: 'failed'; error: unknown }

/** One export at a time; it ends with the dialog that began it. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ kind: 'idle' })
  const stopping = useRef<AbortController>(undefined)
  useEffect(() => () => stopping.current?.abort(), [])
  const start = async (ask: ExportAskView) => {
    const here = new AbortController()
    stopping.current = here
    setState({ kind: 'running', progress: null })
    try {
      const tell = (progress: ExportProgress) => setState({ kind: 'running', progress })
      setState({ kind: 'done', progress: await takeExport({ ask, signal: here.signal, tell }) })
    } catch (error) {
      setState(here.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', error })
    }
  }
  return { state, start, stop: () => stopping.current?.abort() }
}
