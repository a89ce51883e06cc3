import { useLingui } from '@lingui/react/macro'
import { Plus, Webhook } from 'lucide-react'
import { useState } from 'react'
import { useAsk, useChange } from '#web/api.ts'
import { Btn, Chip } from '#web/parts/bits.tsx'
import { RemoveDialog } from '#web/parts/remove-dialog.tsx'
import { FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import { HookEditor } from './hook-editor.tsx'
import { type Hook, hookNames } from './hook-names.ts'
import { Tried, TroubleLine } from './tried.tsx'

/** Channels of the company that are told as well. */
export function HooksCard({ mayChange }: { mayChange: boolean }) {
  const { t } = useLingui()
  const asked = useAsk('GET /api/hooks')
  const [edited, setEdited] = useState<Hook | 'new'>()
  return (
    <SettingsCard
      title={t`Channels`}
      says={t`Slack, Microsoft Teams and Mattermost take a message at an address of their own (an incoming webhook; in Teams a workflow that posts to a channel). Who has the address can write there, so it is kept encrypted.`}
    >
      {asked.isPending && <SkeletonRows label={t`The channels are on their way`} count={2} />}
      {asked.error && !asked.data && (
        <FailedState error={asked.error} retry={() => void asked.refetch()} className="mx-0!" />
      )}
      {asked.data?.length === 0 && <p className="text-ui text-ink-2">{t`No channel is told anything yet.`}</p>}
      {asked.data && asked.data.length > 0 && (
        <ul className="divide-y divide-line">
          {asked.data.map((hook) => (
            <HookRow key={hook.id} hook={hook} onEdit={mayChange ? () => setEdited(hook) : undefined} />
          ))}
        </ul>
      )}
      {mayChange && asked.data && (
        <Btn onClick={() => setEdited('new')}>
          <Plus size={14} />
          {t`Add a channel`}
        </Btn>
      )}
      {edited && <HookEditor hook={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />}
    </SettingsCard>
  )
}

function HookRow({ hook, onEdit }: { hook: Hook; onEdit: (() => void) | undefined }) {
  const { t } = useLingui()
  const [isRemoving, setRemoving] = useState(false)
  const remove = useChange('DELETE /api/hooks/{id}', { refresh: ['GET /api/hooks'] })
  const attempt = useChange('POST /api/hooks/{id}/try', { refresh: ['GET /api/hooks'] })
  const { id, name, kind, host, stoppedAt, trouble } = hook
  const params = { id }
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <Webhook size={16} aria-hidden="true" className="shrink-0 text-ink-3" />
      <span className="min-w-0 flex-1 basis-48">
        <span className="flex items-center gap-2 text-body font-semibold">
          <span className="min-w-0 truncate">{name}</span>
          {stoppedAt && <Chip tone="warn">{t`off: it failed too often`}</Chip>}
        </span>
        <span className="block truncate text-meta text-ink-3">
          {hookNames[kind]} · {host}
        </span>
        <TroubleLine trouble={trouble} />
        <Tried tried={attempt.data} error={attempt.error} />
      </span>
      {onEdit && (
        <>
          <Btn
            isBusy={attempt.isPending}
            onClick={() => attempt.mutate({ params, body: {} })}
            aria-label={t`Try it: ${name}`}
          >{t`Try it`}</Btn>
          <Btn onClick={onEdit} aria-label={t`Change ${name}`}>{t`Change`}</Btn>
          <Btn kind="quiet" onClick={() => setRemoving(true)} aria-label={t`Remove ${name}`}>{t`Remove`}</Btn>
        </>
      )}
      <RemoveDialog
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        title={t`Remove ${name}?`}
        says={t`The channel is told nothing any more, and we forget its address.`}
        doLabel={t`Remove`}
        error={remove.error}
        isBusy={remove.isPending}
        onRemove={() => remove.mutate({ params }, { onSuccess: () => setRemoving(false) })}
      />
    </li>
  )
}
