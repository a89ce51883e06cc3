import { useLingui } from '@lingui/react/macro'
import { useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { isProblem, useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, FormError, Input } from '#web/parts/field.tsx'
import { Password } from '#web/parts/password.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { Door } from './door.tsx'
import { useEnter } from './use-enter.ts'

export function SignIn() {
  const { t } = useLingui()
  const { to } = useSearch({ from: '/sign-in' })
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const enter = useEnter()
  const wordsOf = useProblemWords()
  const signIn = useChange('POST /api/sign-in')
  useTitle(t`Sign in`)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ body: { email: email.trim(), password } }, { onSuccess: (session) => enter(session, to) })
  }
  const isWrong = isProblem(signIn.error) && (signIn.error.status === 401 || signIn.error.status === 400)
  return (
    <Door
      title={t`Good to have you back`}
      says={to && to !== '/' ? t`Sign in and you go straight to where you were.` : undefined}
    >
      <form onSubmit={submit} className="space-y-4">
        <Field label={t`E-mail address`}>
          {(control) => (
            <Input
              {...control}
              type="email"
              name="email"
              autoComplete="username"
              required
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t`Password`}>
          {(control) => (
            <Password
              {...control}
              name="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          )}
        </Field>
        {signIn.error && (
          <FormError>
            {isWrong
              ? t`This e-mail address and password do not belong together. Look at both and try it again.`
              : wordsOf(signIn.error)}
          </FormError>
        )}
        <Btn kind="primary" type="submit" isBusy={signIn.isPending} className="h-10! px-4 text-body!">
          {t`Sign in`}
        </Btn>
        <p className="text-meta text-ink-3">{t`Forgotten it? Whoever runs this Wederhoor gives you a new password with the command “wederhoor user”.`}</p>
      </form>
    </Door>
  )
}
