import { useLingui } from '@lingui/react/macro'
import { useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { isProblem, useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, FormError, Input } from '#web/parts/field.tsx'
import { useNow } from '#web/parts/fmt.ts'
import { Password } from '#web/parts/password.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { timeLeft } from '#web/parts/time-left.ts'
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
  const signIn = useChange('POST /api/sign-in', { isAtOnce: true })
  useTitle(t`Sign in`)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ body: { email: email.trim(), password } }, { onSuccess: (session) => enter(session, to) })
  }
  const isWrong = isProblem(signIn.error) && (signIn.error.status === 401 || signIn.error.status === 400)
  const closed = useClosed(signIn.error, signIn.variables?.body.email)
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
        {signIn.error &&
          (closed ? (
            <ClosedFor closed={closed} />
          ) : (
            <FormError>
              {isWrong
                ? t`This e-mail address and password do not belong together. Look at both and try it again.`
                : wordsOf(signIn.error)}
            </FormError>
          ))}
        <Btn
          kind="primary"
          type="submit"
          isBusy={signIn.isPending}
          disabled={closed?.isOver === false && closed.email === email.trim()}
          className="h-10! w-full px-4 text-body! sm:w-auto"
        >
          {t`Sign in`}
        </Btn>
        <p className="text-meta text-pretty text-ink-3">{t`Forgotten it? Whoever runs this Wederhoor gives you a new password with the command “wederhoor user”.`}</p>
      </form>
    </Door>
  )
}

type Closed = { email: string; isOver: boolean; left: string }

/** After too many tries: until when this address is closed, counted down. */
function useClosed(error: unknown, email: string | undefined): Closed | undefined {
  const now = useNow()
  if (!isProblem(error, 'too_many') || email === undefined) return undefined
  const openAt = Date.parse(String(error.details.openAt))
  if (Number.isNaN(openAt)) return undefined
  return { email, isOver: openAt <= now.getTime(), left: timeLeft(Math.max(0, openAt - now.getTime()), '') }
}

function ClosedFor({ closed }: { closed: Closed }) {
  const { t } = useLingui()
  const { left } = closed
  if (closed.isOver) return <p role="status" className="text-ui font-semibold">{t`You can try again now.`}</p>
  return (
    <FormError>
      {t`Too many tries with this e-mail address. To keep others out, it is closed for a while.`}{' '}
      <span className="num font-bold" aria-live="off">{t`Try again in ${left}.`}</span>
    </FormError>
  )
}
