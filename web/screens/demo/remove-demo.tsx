import { useLingui } from '@lingui/react/macro'
import { RemoveDialog } from '#web/parts/remove-dialog.tsx'
import { useRemoveDemo } from './use-demo.ts'

export function RemoveDemo({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const { remove, isPending, error } = useRemoveDemo()
  return (
    <RemoveDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t`Remove the demo company?`}
      says={t`Both firms go, with every message and everything you did in them, for everybody here. Your own workspaces stay as they are. You can set up a fresh demo whenever you like.`}
      doLabel={t`Remove the demo`}
      onRemove={remove}
      isBusy={isPending}
      error={error}
    />
  )
}
