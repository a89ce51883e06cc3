import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { isProblem, queries, useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, FormError, Input } from '#web/parts/field.tsx'
import { Password } from '#web/parts/password.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { usePrefs } from '#web/prefs.tsx'
import { useSession } from '#web/session.ts'
import { Door } from './door.tsx'
import { useEnter } from './use-enter.ts'

export const passwordMin = 10
const empty = { workspaceName: '', name: '', email: '', password: '' }

/** Nobody has an account yet: who comes first owns the house. */
export function FirstRun() {
  const { t } = useLingui()
  const { lang } = usePrefs()
  const { isDemoWanted } = useSession()
  const [values, setValues] = useState(empty)
  const enter = useEnter()
  const wordsOf = useProblemWords()
  const start = useChange('POST /api/first-run', { isAtOnce: true })
  useTitle(t`Start`)
  const set = (part: Partial<typeof empty>) => setValues((now) => ({ ...now, ...part }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const workspaceName = isDemoWanted ? t`My organisation` : values.workspaceName
    start.mutate({ body: { ...values, workspaceName, lang } }, { onSuccess: (session) => enter(session) })
  }
  const isTaken = isProblem(start.error, 'taken')
  return (
    <Door
      title={t`Hear what is said, and answer it`}
      says={
        isDemoWanted
          ? t`You are the first one here, so this becomes the owner’s account. After it you stand in a demo company; your own workspace waits beside it.`
          : t`You are the first one here, so this becomes the owner’s account. It stays on this server.`
      }
    >
      <form onSubmit={submit} className="space-y-4">
        {/* Whoever wants to look around first has no name to give yet. */}
        {!isDemoWanted && (
          <Field label={t`Your organisation`} help={t`As you write it yourself. You can change it later.`}>
            {(control) => (
              <Input
                {...control}
                required
                maxLength={120}
                autoComplete="organization"
                value={values.workspaceName}
                onChange={(event) => set({ workspaceName: event.currentTarget.value })}
              />
            )}
          </Field>
        )}
        <Field label={t`Your name`} help={t`Colleagues see it beside what you do.`}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={120}
              autoComplete="name"
              value={values.name}
              onChange={(event) => set({ name: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={t`E-mail address`}>
          {(control) => (
            <Input
              {...control}
              required
              type="email"
              maxLength={254}
              name="email"
              autoComplete="username"
              value={values.email}
              onChange={(event) => set({ email: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field
          label={t`Password`}
          help={t`At least ${passwordMin} characters. A few words after each other are easy to remember.`}
        >
          {(control) => (
            <Password
              {...control}
              required
              minLength={passwordMin}
              maxLength={256}
              name="password"
              autoComplete="new-password"
              value={values.password}
              onChange={(event) => set({ password: event.currentTarget.value })}
            />
          )}
        </Field>
        {start.error && (
          <FormError>
            {isTaken ? t`Somebody was just before you: there is an owner now.` : wordsOf(start.error)}{' '}
            {isTaken && (
              <button
                type="button"
                className="font-bold underline"
                onClick={() => void queries.invalidateQueries({ queryKey: ['GET /api/session'] })}
              >
                {t`To signing in`}
              </button>
            )}
          </FormError>
        )}
        <Btn kind="primary" type="submit" isBusy={start.isPending} className="h-10! w-full px-4 text-body! sm:w-auto">
          {isDemoWanted ? t`Make the account and look around` : t`Make the account and start`}
        </Btn>
      </form>
    </Door>
  )
}
