import { useLingui } from '@lingui/react/macro'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { Btn } from '#web/parts/bits.tsx'
import { EmptyState, useProblemWords } from '#web/parts/states.tsx'

/** The last net: a screen that fell over says so, and the way back is a fresh page. */
export function ScreenFailed({ error }: ErrorComponentProps) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas">
      <EmptyState
        level={1}
        title={t`This screen could not be shown`}
        text={wordsOf(error)}
        action={
          <Btn kind="primary" onClick={() => window.location.reload()}>
            {t`Load it again`}
          </Btn>
        }
      />
    </main>
  )
}
