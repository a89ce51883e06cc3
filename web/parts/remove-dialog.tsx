import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { FormError } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'

type Props = {
  isOpen: boolean
  onClose: () => void
  title: ReactNode
  says: ReactNode
  doLabel: ReactNode
  onRemove: () => void
  isBusy: boolean
  error: unknown
}

/** Asked only for what cannot be taken back. */
export function RemoveDialog(props: Props) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      says={props.says}
      footer={
        <>
          <Btn kind="danger" isBusy={props.isBusy} onClick={props.onRemove}>
            {props.doLabel}
          </Btn>
          <Btn kind="quiet" onClick={props.onClose}>{t`Keep it`}</Btn>
        </>
      }
    >
      {props.error ? <FormError>{wordsOf(props.error)}</FormError> : null}
    </Dialog>
  )
}
