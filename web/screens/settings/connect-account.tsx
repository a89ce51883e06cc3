import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import type { ConnectorView, FieldView } from '#api/contract/shapes.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { DrawnForm, firstMissing, givenValues, initialValues } from '#web/parts/drawn-form.tsx'
import { FormError } from '#web/parts/field.tsx'
import { Net } from '#web/parts/network.tsx'
import { FailedState, SkeletonRows, useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { CanLine } from './can-line.tsx'

type Connectable = ConnectorView & { accountForm: FieldView[] }

/** Which network, then its own form. Tried at once: connected means that it worked. */
export function ConnectAccount({ network, onClose }: { network: string | undefined; onClose: () => void }) {
  const { t } = useLingui()
  const connectors = useAsk('GET /api/connectors')
  const [chosenId, setChosenId] = useState(network)
  const connectable = (connectors.data ?? []).filter((one): one is Connectable => one.accountForm !== null)
  const chosen = connectable.find((one) => one.id === chosenId)
  if (chosen) return <AccountForm connector={chosen} onClose={onClose} />
  return (
    <Dialog isOpen onClose={onClose} title={t`Where do you have an account?`}>
      {connectors.isPending && <SkeletonRows label={t`The networks are on their way`} />}
      {connectors.error && (
        <FailedState error={connectors.error} retry={() => void connectors.refetch()} className="mx-0!" />
      )}
      <ul className="-mx-2 space-y-1">
        {connectable.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={() => setChosenId(one.id)}
              className="flex w-full items-start gap-3 rounded-lg px-2 py-2.5 text-left hover:bg-sunken"
            >
              <span className="grid size-9 shrink-0 place-items-center rounded-md bg-sunken">
                <Net id={one.id} size={17} label="" />
              </span>
              <span className="min-w-0">
                <span className="block text-body font-bold">{one.name}</span>
                <CanLine can={one.can} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function AccountForm({ connector, onClose }: { connector: Connectable; onClose: () => void }) {
  const { t } = useLingui()
  const formId = useId()
  const [values, setValues] = useState(() => initialValues(connector.accountForm))
  const wordsOf = useProblemWords()
  const connect = useChange('POST /api/accounts', { refresh: ['GET /api/accounts', 'GET /api/sources'] })
  const networkName = connector.name
  const submit = (event: FormEvent) => {
    event.preventDefault()
    connect.mutate(
      { body: { connector: connector.id, credentials: givenValues(values) } },
      {
        onSuccess: ({ handle }) => {
          showToast({ text: t`Connected: @${handle}` })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Connect ${networkName}`}
      says={<CanLine can={connector.can} />}
      footer={
        <>
          <Btn
            kind="primary"
            type="submit"
            form={formId}
            isBusy={connect.isPending}
            disabled={firstMissing(connector.accountForm, values) !== undefined}
          >
            {t`Try and connect`}
          </Btn>
          <Btn kind="quiet" onClick={onClose}>{t`Cancel`}</Btn>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="space-y-4 pt-1">
        <DrawnForm fields={connector.accountForm} values={values} onChange={setValues} />
        {connect.error && <FormError>{wordsOf(connect.error)}</FormError>}
      </form>
    </Dialog>
  )
}
