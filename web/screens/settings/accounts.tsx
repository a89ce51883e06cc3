import { useLingui } from '@lingui/react/macro'
import { PlugZap, Plus } from 'lucide-react'
import { useState } from 'react'
import type { AccountView } from '#api/contract/shapes.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn, Chip } from '#web/parts/bits.tsx'
import { Net } from '#web/parts/network.tsx'
import { RemoveDialog } from '#web/parts/remove-dialog.tsx'
import { EmptyState, FailedState, NotAllowed, SkeletonRows } from '#web/parts/states.tsx'
import { useMay } from '#web/session.ts'
import { StopSwitch } from '#web/shell/stop/stop-switch.tsx'
import { CanLine } from './can-line.tsx'
import { ConnectAccount } from './connect-account.tsx'
import { SettingsPage } from './page.tsx'

/** As whom we can speak. */
export function AccountSettings() {
  const { t } = useLingui()
  const accounts = useAsk('GET /api/accounts')
  const mayConnect = useMay()('account.connect')
  const [connecting, setConnecting] = useState<{ network?: string } | undefined>()
  const shown = accounts.data?.filter((account) => account.state !== 'removed') ?? []
  const isEmpty = accounts.data !== undefined && shown.length === 0
  return (
    <SettingsPage
      title={t`Accounts`}
      says={t`As whom we answer in public. Passwords and keys are kept encrypted on this server and are never shown again.`}
    >
      {!mayConnect && <NotAllowed>{t`You can look at these. An administrator can change them.`}</NotAllowed>}
      {accounts.isPending && <SkeletonRows label={t`The accounts are on their way`} count={2} />}
      {accounts.error && <FailedState error={accounts.error} retry={() => void accounts.refetch()} className="mx-0!" />}
      {isEmpty && (
        <EmptyState
          className="rounded-xl border border-line bg-pane"
          title={t`No account yet`}
          text={t`Listening works without one, and you can answer by hand: copy the text, open the original, post it there. With an account the answer goes out from here, and what people say to you comes in by itself.`}
        />
      )}
      {shown.length > 0 && (
        <ul className="divide-y divide-line rounded-xl border border-line bg-pane">
          {shown.map((account) => (
            <AccountRow
              key={account.id}
              account={account}
              onReconnect={mayConnect ? () => setConnecting({ network: account.network }) : undefined}
            />
          ))}
        </ul>
      )}
      <div data-stop-all className="flex flex-wrap gap-2">
        {mayConnect && (
          <Btn kind="primary" onClick={() => setConnecting({})}>
            <Plus size={14} />
            {t`Connect an account`}
          </Btn>
        )}
        {shown.length > 0 && <StopSwitch account={null} />}
      </div>
      {connecting && <ConnectAccount network={connecting.network} onClose={() => setConnecting(undefined)} />}
    </SettingsPage>
  )
}

function AccountRow({ account, onReconnect }: { account: AccountView; onReconnect?: () => void }) {
  const { t, i18n } = useLingui()
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  const [isRemoving, setRemoving] = useState(false)
  const remove = useChange('DELETE /api/accounts/{id}', { refresh: ['GET /api/accounts', 'GET /api/sources'] })
  const can = useAsk('GET /api/connectors').data?.find((one) => one.id === account.network)?.can
  const isLost = account.state === 'reconnect'
  const handle = `@${account.handle}`
  return (
    <li className="px-5 py-3.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="grid size-9 shrink-0 place-items-center rounded-md bg-sunken">
          <Net id={account.network} size={17} label={account.networkName} />
        </span>
        <span className="min-w-0 flex-1 basis-48">
          <span className="flex items-center gap-2 text-body font-bold">
            <span className="min-w-0 truncate">{account.name || handle}</span>
            {isLost ? <Chip tone="warn">{t`connect again`}</Chip> : <Chip tone="pos">{t`connected`}</Chip>}
          </span>
          <span className="block truncate text-meta text-ink-3">
            {account.url ? (
              <a href={account.url} target="_blank" rel="noreferrer noopener" className="hover:underline">
                {handle}
              </a>
            ) : (
              handle
            )}{' '}
            · {account.networkName}
          </span>
          {can && <CanLine can={can} />}
        </span>
        <StopSwitch account={account} />
        {onReconnect && (
          <>
            {isLost && <Btn onClick={onReconnect}>{t`Connect again`}</Btn>}
            <Btn
              kind="quiet"
              aria-label={t`Disconnect ${handle}`}
              onClick={() => setRemoving(true)}
            >{t`Disconnect…`}</Btn>
          </>
        )}
      </div>
      {account.problem && (
        <p className="mt-2.5 flex gap-2.5 rounded-lg bg-warn-s px-3 py-2 text-ui">
          <PlugZap size={15} aria-hidden="true" className="mt-0.5 shrink-0 text-warn-t" />
          {account.problem.why[lang]}
        </p>
      )}
      <RemoveDialog
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        title={t`Disconnect ${handle}?`}
        says={t`We forget its key and hear its notifications no more. Answers that wait for it are stopped and kept. What is on the network stays there.`}
        doLabel={t`Disconnect`}
        error={remove.error}
        isBusy={remove.isPending}
        onRemove={() => remove.mutate({ params: { id: account.id } }, { onSuccess: () => setRemoving(false) })}
      />
    </li>
  )
}
