import { useLingui } from '@lingui/react/macro'
import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { isProblem } from '#web/api.ts'
import { runCommand } from '#web/commands.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, Input, Select } from '#web/parts/field.tsx'
import { Password } from '#web/parts/password.tsx'
import { goToWorkspace, useSession } from '#web/session.ts'
import { AwayCard } from './away-card.tsx'
import { SettingsCard, SettingsPage } from './page.tsx'
import { useSaveMe } from './use-save-me.ts'

const passwordMin = 10

/** What is mine, on every machine I use. */
export function MySettings() {
  const { t } = useLingui()
  const { user } = useSession()
  if (!user) return null
  return (
    <SettingsPage title={t`Me`} says={t`Only you see and change these.`}>
      <NameCard key={user.name} name={user.name} email={user.email} />
      <AwayCard />
      <PasswordCard email={user.email} />
      <WorkspacesCard />
      <Btn onClick={() => runCommand('signOut')}>
        <LogOut size={14} />
        {t`Sign out`}
      </Btn>
    </SettingsPage>
  )
}

/** On a phone there is no rail to change workspace in. */
function WorkspacesCard() {
  const { t } = useLingui()
  const { workspace, workspaces } = useSession()
  if (workspaces.length < 2) return null
  return (
    <SettingsCard title={t`Workspaces`} says={t`You work in several. Each has its own inbox, colleagues and settings.`}>
      <Field label={t`Where you are now`} className="max-w-md">
        {(control) => (
          <Select
            {...control}
            value={workspace?.id ?? ''}
            onChange={(event) => {
              const chosen = workspaces.find(({ id }) => id === event.currentTarget.value)
              if (chosen) void goToWorkspace(chosen)
            }}
            choices={workspaces.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
      </Field>
    </SettingsCard>
  )
}

function NameCard({ name, email }: { name: string; email: string }) {
  const { t } = useLingui()
  const [typed, setTyped] = useState(name)
  const me = useSaveMe()
  return (
    <SettingsCard
      title={t`Who I am`}
      isMain
      saveLabel={t`Save my name`}
      isChanged={typed.trim() !== '' && typed.trim() !== name}
      isBusy={me.isBusy}
      problem={me.problem}
      onSave={() => me.save({ name: typed }, { back: { name } })}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t`Name`} help={t`Colleagues see it beside what you do.`}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={120}
              autoComplete="name"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t`E-mail address`} help={t`You sign in with it.`}>
          {(control) => <Input {...control} type="email" readOnly value={email} className="text-ink-2" />}
        </Field>
      </div>
    </SettingsCard>
  )
}

function PasswordCard({ email }: { email: string }) {
  const { t } = useLingui()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const me = useSaveMe()
  const isWrong = isProblem(me.error) && [400, 401, 403].includes(me.error.status)
  return (
    <SettingsCard
      title={t`Password`}
      saveLabel={t`Change the password`}
      isChanged={current !== '' && next.length >= passwordMin}
      isBusy={me.isBusy}
      problem={isWrong ? t`The password you have now is another one. Nothing was changed.` : me.problem}
      onSave={() => me.save({ password: { current, next } })}
    >
      {/* Tells password managers whose password this is. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t`The one you have now`}>
          {(control) => (
            <Password
              {...control}
              autoComplete="current-password"
              value={current}
              onChange={(event) => setCurrent(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field
          label={t`The new one`}
          help={t`At least ${passwordMin} characters. A few words after each other are easy to remember.`}
        >
          {(control) => (
            <Password
              {...control}
              autoComplete="new-password"
              minLength={passwordMin}
              value={next}
              onChange={(event) => setNext(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
    </SettingsCard>
  )
}
