import { useLingui } from '@lingui/react/macro'
import { useBlocker } from '@tanstack/react-router'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'

/** Whoever leaves what they wrote is asked first; closing the window, the browser asks itself. */
export function UnsavedGuard({ isUnsaved }: { isUnsaved: boolean }) {
  const { t } = useLingui()
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => isUnsaved,
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  })
  if (status !== 'blocked') return null
  return (
    <Dialog
      isOpen
      onClose={reset}
      title={t`Leave without saving?`}
      says={t`What you wrote here is lost then.`}
      footer={
        <>
          <Btn kind="danger" onClick={proceed}>{t`Leave`}</Btn>
          <Btn kind="quiet" onClick={reset}>{t`Stay`}</Btn>
        </>
      }
    />
  )
}
