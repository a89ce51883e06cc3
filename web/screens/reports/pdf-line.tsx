import { useLingui } from '@lingui/react/macro'
import { Square } from 'lucide-react'
import { Btn } from '#web/parts/bits.tsx'
import { FormError } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import type { PdfState } from './use-pdf.ts'

/** How far the PDF is. */
export function PdfLine({ state, stop }: { state: PdfState; stop: () => void }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  switch (state.kind) {
    case 'idle':
      return null
    case 'making':
      return (
        <div className="mt-3 flex flex-wrap items-center gap-3 rounded-lg bg-sunken px-3.5 py-2 text-ui">
          <p role="status" className="min-w-0 flex-1 basis-60">
            {t`The PDF is being made. That takes some seconds.`}
          </p>
          <Btn small data-pdf="stop" onClick={stop}>
            <Square size={12} />
            {t`Stop`}
          </Btn>
        </div>
      )
    case 'stopped':
      return <p role="status" className="mt-3 text-ui text-ink-2">{t`Stopped. Nothing was saved.`}</p>
    case 'done':
      return <p role="status" className="mt-3 text-ui text-ink-2">{t`The PDF was saved.`}</p>
    case 'failed':
      return (
        <div className="mt-3">
          <FormError>{wordsOf(state.error)}</FormError>
        </div>
      )
  }
}
