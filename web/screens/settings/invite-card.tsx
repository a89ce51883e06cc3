import { useLingui } from '@lingui/react/macro'
import { Check, Copy, X } from 'lucide-react'
import { useState } from 'react'
import type { Answer } from '#api/contract/contract.ts'
import type { Role } from '#domain/role.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn, IconBtn } from '#web/parts/bits.tsx'
import { Field, Input, Select } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { useSession } from '#web/session.ts'
import { SettingsCard } from './page.tsx'
import { rolesUpTo, useRoleHelp, useRoleName } from './role-words.ts'

type Invitation = Answer<'GET /api/members'>['invitations'][number]

/** A colleague gets a link; we do not send mail, so that no mail server is needed. */
export function InviteCard({ invitations }: { invitations: readonly Invitation[] }) {
  const { t } = useLingui()
  const { member } = useSession()
  const departments = useAsk('GET /api/departments').data ?? []
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('member')
  const [departmentId, setDepartmentId] = useState('')
  const roleName = useRoleName()
  const roleHelp = useRoleHelp()
  const wordsOf = useProblemWords()
  const invite = useChange('POST /api/invitations', { refresh: ['GET /api/members'] })
  const submit = () =>
    invite.mutate(
      { body: { email: email.trim(), role, departmentIds: departmentId ? [departmentId] : [] } },
      { onSuccess: () => setEmail('') },
    )
  return (
    <SettingsCard
      title={t`Invite a colleague`}
      says={t`You get a link to pass on yourself. It works once, for this address.`}
      isMain
      saveLabel={t`Make the invitation`}
      isChanged={email.includes('@')}
      isBusy={invite.isPending}
      problem={invite.error ? wordsOf(invite.error) : undefined}
      onSave={submit}
    >
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label={t`E-mail address`}>
          {(control) => (
            <Input
              {...control}
              type="email"
              required
              autoComplete="off"
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t`Role`} help={roleHelp(role)}>
          {(control) => (
            <Select
              {...control}
              value={role}
              onChange={(event) => setRole(event.currentTarget.value as Role)}
              choices={rolesUpTo(member?.role ?? 'member').map((one) => ({ value: one, label: roleName(one) }))}
            />
          )}
        </Field>
        <Field label={t`Department`} isOptional>
          {(control) => (
            <Select
              {...control}
              value={departmentId}
              onChange={(event) => setDepartmentId(event.currentTarget.value)}
              choices={[
                { value: '', label: t`None yet` },
                ...departments.map((one) => ({ value: one.id, label: one.name })),
              ]}
            />
          )}
        </Field>
      </div>
      {invite.data?.link && <LinkOnce link={invite.data.link} email={invite.data.email} />}
      {invitations.length > 0 && <Waiting invitations={invitations} />}
    </SettingsCard>
  )
}

function LinkOnce({ link, email }: { link: string; email: string }) {
  const { t } = useLingui()
  const [isCopied, setCopied] = useState(false)
  return (
    <div role="status" className="rounded-lg bg-sunken px-3.5 py-3">
      <p className="text-ui font-semibold">{t`For ${email}. You see this link once.`}</p>
      <div className="mt-2 flex gap-2">
        <Input
          readOnly
          value={link}
          aria-label={t`The link`}
          onFocus={(event) => event.currentTarget.select()}
          className="font-mono text-[13px]!"
        />
        <Btn className="h-9!" onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}>
          {isCopied ? <Check size={14} /> : <Copy size={14} />}
          {isCopied ? t`Copied` : t`Copy`}
        </Btn>
      </div>
    </div>
  )
}

function Waiting({ invitations }: { invitations: readonly Invitation[] }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const roleName = useRoleName()
  const withdraw = useChange('DELETE /api/invitations/{id}', { refresh: ['GET /api/members'] })
  return (
    <div>
      <h3 className="text-meta font-semibold text-ink-3">{t`Invited, not here yet`}</h3>
      <ul>
        {invitations.map((one) => {
          const { email } = one
          return (
            <li key={one.id} className="flex min-h-9 items-center gap-3 text-ui">
              <span className="min-w-0 flex-1 truncate">{email}</span>
              <span className="num text-ink-3 max-sm:hidden">
                {roleName(one.role)} · {t`until ${fmt.day(new Date(one.expiresAt))}`}
              </span>
              <IconBtn
                label={t`Withdraw the invitation of ${email}`}
                onClick={() => withdraw.mutate({ params: { id: one.id } })}
              >
                <X size={15} />
              </IconBtn>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
