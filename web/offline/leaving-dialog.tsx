import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useSyncExternalStore } from 'react'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { leavingAnswer, leavingCount, whenLeavingChanges } from './ask-leaving.ts'

/** The one thing that signing out cannot give back. */
export function LeavingDialog() {
  const { t } = useLingui()
  const answer = useSyncExternalStore(whenLeavingChanges, leavingAnswer)
  if (!answer) return null
  const count = leavingCount()
  return (
    <Dialog
      isOpen
      onClose={() => answer(false)}
      title={t`Sign out and drop what was not sent?`}
      says={plural(count, {
        one: '# decision stands only in this browser. Signing out drops it; it goes out by itself when the connection is back.',
        other:
          '# decisions stand only in this browser. Signing out drops them; they go out by themselves when the connection is back.',
      })}
      footer={
        <>
          <Btn onClick={() => answer(false)}>{t`Stay signed in`}</Btn>
          <Btn kind="danger" onClick={() => answer(true)}>{t`Drop and sign out`}</Btn>
        </>
      }
    />
  )
}
