import { useLingui } from '@lingui/react/macro'
import { Link, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Answer } from '#api/contract/contract.ts'
import { isProblem, useAsk, useChange } from '#web/api.ts'
import { Btn, btnClass } from '#web/parts/bits.tsx'
import { Field, FormError, Input } from '#web/parts/field.tsx'
import { Password } from '#web/parts/password.tsx'
import { Bar, FailedState, useProblemWords } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { usePrefs } from '#web/prefs.tsx'
import { Door } from './door.tsx'
import { passwordMin } from './first-run.tsx'
import { useEnter } from './use-enter.ts'

/** A colleague was invited: one page from the link to the inbox. */
export function InvitationScreen() {
  const { t } = useLingui()
  const { token } = useParams({ from: '/invitation/$token' })
  const invitation = useAsk('GET /api/invitations/{token}', { params: { token } })
  useTitle(t`Invitation`)
  if (invitation.isPending)
    return (
      <Door title={t`Your invitation`}>
        <div role="status" aria-label={t`The invitation is on its way`} className="space-y-4">
          <Bar width={80} />
          <Bar width={60} />
        </div>
      </Door>
    )
  if (invitation.error) return <SpentInvitation error={invitation.error} retry={() => void invitation.refetch()} />
  return <Accept token={token} invitation={invitation.data} />
}

function SpentInvitation({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useLingui()
  const isSpent = isProblem(error) && [404, 410].includes(error.status)
  if (!isSpent)
    return (
      <Door title={t`Your invitation`}>
        <FailedState error={error} retry={retry} className="m-0!" />
      </Door>
    )
  return (
    <Door
      title={t`This invitation does not work any more`}
      says={t`It was used, withdrawn, or is older than it may be. Ask your colleague for a new one. Have you been here before? Then sign in.`}
    >
      <Link to="/sign-in" className={btnClass('primary')}>
        {t`To signing in`}
      </Link>
    </Door>
  )
}

type Given = { token: string; invitation: Answer<'GET /api/invitations/{token}'> }

function Accept({ token, invitation }: Given) {
  const { t } = useLingui()
  const { lang } = usePrefs()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const enter = useEnter()
  const wordsOf = useProblemWords()
  const accept = useChange('POST /api/invitations/{token}', { isAtOnce: true })
  const { workspaceName, email, isKnown } = invitation
  const submit = (event: FormEvent) => {
    event.preventDefault()
    accept.mutate({ params: { token }, body: { name, password, lang } }, { onSuccess: (session) => enter(session) })
  }
  const says = isKnown
    ? t`You have an account here already. Your password shows that it is you.`
    : t`Choose a name and a password, and you are in.`
  const isWrong = isKnown && isProblem(accept.error) && [400, 401].includes(accept.error.status)
  return (
    <Door title={t`${workspaceName} would like your help`} says={says}>
      <form onSubmit={submit} className="space-y-4">
        <Field label={t`E-mail address`}>
          {(control) => <Input {...control} type="email" name="email" autoComplete="username" readOnly value={email} />}
        </Field>
        <Field label={t`Your name`} help={t`Colleagues see it beside what you do.`}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={120}
              autoComplete="name"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field
          label={t`Password`}
          help={
            isKnown
              ? undefined
              : t`At least ${passwordMin} characters. A few words after each other are easy to remember.`
          }
        >
          {(control) => (
            <Password
              {...control}
              required
              minLength={isKnown ? undefined : passwordMin}
              name="password"
              autoComplete={isKnown ? 'current-password' : 'new-password'}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          )}
        </Field>
        {accept.error && (
          <FormError>{isWrong ? t`This is not the password of ${email}.` : wordsOf(accept.error)}</FormError>
        )}
        <Btn kind="primary" type="submit" isBusy={accept.isPending} className="h-10! w-full px-4 text-body! sm:w-auto">
          {t`Join`}
        </Btn>
      </form>
    </Door>
  )
}
