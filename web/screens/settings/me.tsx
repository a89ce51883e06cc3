import { useLingui } from '@lingui/react/macro'
import { LogOut } from 'lucide-react'
import { useState } from 'react'
import type { Ask } from '#api/contract/contract.ts'
import { isProblem, useChange } from '#web/api.ts'
import { runCommand } from '#web/commands.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, Input, Select } from '#web/parts/field.tsx'
import { Password } from '#web/parts/password.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { type Lang, type Theme, usePrefs } from '#web/prefs.tsx'
import { keepSession, startOver, useSession } from '#web/session.ts'
import { SettingsCard, SettingsPage } from './page.tsx'

const passwordMin = 10

/** What is mine, on every machine I use. */
export function MySettings() {
  const { t } = useLingui()
  const { user } = useSession()
  if (!user) return null
  return (
    <SettingsPage title={t`Me`} says={t`Only you see and change these.`}>
      <NameCard key={user.name} name={user.name} email={user.email} />
      <LookCard />
      <PasswordCard email={user.email} />
      <WorkspacesCard />
      <Btn onClick={() => runCommand('sign-out')}>
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
  const wordsOf = useProblemWords()
  const go = useChange('POST /api/me/workspace')
  if (workspaces.length < 2) return null
  return (
    <SettingsCard
      title={t`Workspaces`}
      says={t`You work in several. Each has its own inbox, colleagues and settings.`}
      problem={go.error ? wordsOf(go.error) : undefined}
    >
      <Field label={t`Where you are now`} className="max-w-md">
        {(control) => (
          <Select
            {...control}
            value={workspace?.id ?? ''}
            disabled={go.isPending}
            onChange={(event) =>
              go.mutate({ body: { workspaceId: event.currentTarget.value } }, { onSuccess: () => startOver() })
            }
            choices={workspaces.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
      </Field>
    </SettingsCard>
  )
}

function useSaveMe() {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const change = useChange('PATCH /api/me', { refresh: ['GET /api/members'] })
  type Body = Ask<'PATCH /api/me'>['body']
  const save = (body: Body, back?: Body) =>
    change.mutate(
      { body },
      {
        onSuccess: (session) => {
          keepSession(session)
          showToast({ text: t`Saved`, undo: back && (() => save(back)) })
        },
      },
    )
  return {
    save,
    isBusy: change.isPending,
    error: change.error,
    problem: change.error ? wordsOf(change.error) : undefined,
  }
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
      onSave={() => me.save({ name: typed }, { name })}
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

/** Seen at once, so saved at once. */
function LookCard() {
  const { t } = useLingui()
  const { lang, theme, setLang, setTheme } = usePrefs()
  const me = useSaveMe()
  return (
    <SettingsCard
      title={t`Language and look`}
      says={t`Messages stay in the language of their writers.`}
      problem={me.problem}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t`Language`}>
          {(control) => (
            <Select
              {...control}
              value={lang}
              onChange={(event) => {
                const next = event.currentTarget.value as Lang
                setLang(next)
                me.save({ lang: next })
              }}
              choices={[
                { value: 'en', label: 'English' },
                { value: 'nl', label: 'Nederlands' },
              ]}
            />
          )}
        </Field>
        <Field label={t`Theme`}>
          {(control) => (
            <Select
              {...control}
              value={theme}
              onChange={(event) => {
                const next = event.currentTarget.value as Theme
                setTheme(next)
                me.save({ theme: next })
              }}
              choices={[
                { value: 'system', label: t`As this device` },
                { value: 'light', label: t`Light` },
                { value: 'dark', label: t`Dark` },
              ]}
            />
          )}
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
