import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ConnectorView, SourceView } from '#api/contract/shapes.ts'
import { useAsk } from '#web/api.ts'
import { Dialog } from '#web/parts/dialog.tsx'
import { FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { ConnectorChoice } from './connector-choice.tsx'
import { SourceForm } from './source-form.tsx'

/** A new source in three steps that are one screen: where, how, and a look at what would be heard. */
export function SourceEditor({ source, onClose }: { source: SourceView | undefined; onClose: () => void }) {
  const { t } = useLingui()
  const connectors = useAsk('GET /api/connectors')
  const [chosen, setChosen] = useState<ConnectorView | undefined>()
  const connector = source ? connectors.data?.find((one) => one.id === source.connector) : chosen
  if (connector)
    return (
      <SourceForm
        connector={connector}
        source={source}
        onClose={onClose}
        onBack={source ? undefined : () => setChosen(undefined)}
      />
    )
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Where do people talk about you?`}
      says={t`Start with what needs no account.`}
    >
      {connectors.isPending && <SkeletonRows label={t`The networks are on their way`} />}
      {connectors.error && (
        <FailedState error={connectors.error} retry={() => void connectors.refetch()} className="mx-0!" />
      )}
      {connectors.data && <ConnectorChoice connectors={connectors.data} onChoose={setChosen} />}
    </Dialog>
  )
}
