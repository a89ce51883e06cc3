import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Answer } from '#api/contract/contract.ts'
import { type MailSecurity, mailSecurities } from '#domain/notice.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, Input, Select } from '#web/parts/field.tsx'
import { Password } from '#web/parts/password.tsx'
import { RemoveDialog } from '#web/parts/remove-dialog.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import { Tried, TroubleLine } from './tried.tsx'

type Server = NonNullable<Answer<'GET /api/mail'>['server']>
type Draft = Pick<Server, 'host' | 'port' | 'security' | 'username' | 'sender'>

const empty: Draft = { host: '', port: 465, security: 'tls', username: '', sender: '' }
const usualPorts: Record<MailSecurity, number> = { tls: 465, starttls: 587, none: 25 }

function draftOf(server: Server | null): Draft {
  if (!server) return empty
  const { host, port, security, username, sender } = server
  return { host, port, security, username, sender }
}

export function MailServerCard({ server }: { server: Server | null }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const [draft, setDraft] = useState(draftOf(server))
  const [password, setPassword] = useState('')
  const save = useChange('PUT /api/mail', { refresh: ['GET /api/mail'] })
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(server)) || password !== ''
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const body = { ...draft, ...(password === '' ? {} : { password }) }
  return (
    <SettingsCard
      title={t`Server for e-mail`}
      says={t`Letters leave over your own server (SMTP). Without one there is no e-mail. The password is kept encrypted and never shown again.`}
      isMain
      saveLabel={t`Save the server`}
      isChanged={isChanged && draft.host !== '' && draft.sender !== ''}
      isBusy={save.isPending}
      problem={save.error ? wordsOf(save.error) : undefined}
      onSave={() =>
        save.mutate(
          { body },
          {
            onSuccess: () => {
              setPassword('')
              showToast({ text: t`Saved` })
            },
          },
        )
      }
    >
      <ServerFields draft={draft} set={set} />
      <Field
        label={t`Password`}
        className="max-w-md"
        help={server?.hasPassword ? t`One is kept. Left empty, it stays, for the same host and user.` : undefined}
      >
        {(control) => (
          <Password
            {...control}
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        )}
      </Field>
      {server && <ServerState server={server} isChanged={isChanged} />}
    </SettingsCard>
  )
}

function ServerFields({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) {
  const { t } = useLingui()
  const securities: Record<MailSecurity, string> = {
    tls: t`TLS from the beginning`,
    starttls: t`STARTTLS`,
    none: t`None: only inside your own network`,
  }
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t`Host`}>
        {(control) => (
          <Input
            {...control}
            required
            maxLength={253}
            placeholder="smtp.example.org"
            autoCapitalize="none"
            value={draft.host}
            onChange={(event) => set({ host: event.currentTarget.value.trim() })}
          />
        )}
      </Field>
      <Field label={t`Encryption`}>
        {(control) => (
          <Select
            {...control}
            value={draft.security}
            onChange={(event) => {
              const security = mailSecurities.find((one) => one === event.currentTarget.value)
              if (security) set({ security, port: usualPorts[security] })
            }}
            choices={mailSecurities.map((value) => ({ value, label: securities[value] }))}
          />
        )}
      </Field>
      <Field label={t`Port`}>
        {(control) => (
          <Input
            {...control}
            type="number"
            required
            min={1}
            max={65_535}
            value={draft.port}
            onChange={(event) => set({ port: event.currentTarget.valueAsNumber || 0 })}
          />
        )}
      </Field>
      <Field label={t`From`} help={t`The address that letters come from.`}>
        {(control) => (
          <Input
            {...control}
            type="email"
            required
            maxLength={254}
            placeholder="wederhoor@example.org"
            value={draft.sender}
            onChange={(event) => set({ sender: event.currentTarget.value.trim() })}
          />
        )}
      </Field>
      <Field label={t`User name`} isOptional>
        {(control) => (
          <Input
            {...control}
            maxLength={254}
            autoComplete="off"
            autoCapitalize="none"
            value={draft.username}
            onChange={(event) => set({ username: event.currentTarget.value })}
          />
        )}
      </Field>
    </div>
  )
}

function ServerState({ server, isChanged }: { server: Server; isChanged: boolean }) {
  const { t } = useLingui()
  const [isRemoving, setRemoving] = useState(false)
  const attempt = useChange('POST /api/mail/try', { refresh: ['GET /api/mail'] })
  const remove = useChange('DELETE /api/mail', { refresh: ['GET /api/mail'] })
  return (
    <div>
      <TroubleLine trouble={attempt.data && !attempt.data.isSent ? null : server.trouble} />
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Btn
          isBusy={attempt.isPending}
          disabled={isChanged}
          onClick={() => attempt.mutate({ body: {} })}
        >{t`Send me a trial`}</Btn>
        <Btn kind="quiet" onClick={() => setRemoving(true)}>{t`Send no e-mail any more`}</Btn>
      </div>
      <Tried tried={attempt.data} error={attempt.error} />
      <RemoveDialog
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        title={t`Send no e-mail any more?`}
        says={t`The server and its password are forgotten. Nobody gets a letter until another is saved.`}
        doLabel={t`Send no e-mail any more`}
        error={remove.error}
        isBusy={remove.isPending}
        onRemove={() => remove.mutate({}, { onSuccess: () => setRemoving(false) })}
      />
    </div>
  )
}
