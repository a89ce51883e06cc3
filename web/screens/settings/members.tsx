import { useLingui } from '@lingui/react/macro'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { MemberView } from '#api/contract/shapes.ts'
import { type Role, roles } from '#domain/role.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Initials } from '#web/parts/avatar.tsx'
import { IconBtn } from '#web/parts/bits.tsx'
import { Select } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { RemoveDialog } from '#web/parts/remove-dialog.tsx'
import { FailedState, NotAllowed, SkeletonRows, useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { useMay, useSession } from '#web/session.ts'
import { InviteCard } from './invite-card.tsx'
import { SettingsCard, SettingsPage } from './page.tsx'
import { rolesUpTo, useRoleHelp, useRoleName } from './role-words.ts'

/** Who works here, and what each may do. */
export function MemberSettings() {
  const { t } = useLingui()
  const team = useAsk('GET /api/members')
  const mayInvite = useMay()('member.invite')
  return (
    <SettingsPage
      title={t`Members`}
      says={t`Everybody here sees the inbox. What they can do more depends on their role.`}
    >
      {team.isPending && <SkeletonRows label={t`The members are on their way`} />}
      {team.error && <FailedState error={team.error} retry={() => void team.refetch()} className="mx-0!" />}
      {!mayInvite && <NotAllowed>{t`You can look at these. An administrator can change them.`}</NotAllowed>}
      {mayInvite && <InviteCard invitations={team.data?.invitations ?? []} />}
      {team.data && (
        <SettingsCard title={t`Here now`}>
          <ul className="-mx-5 -mb-4 divide-y divide-line border-t border-line">
            {team.data.members.map((member) => (
              <MemberRow key={member.id} member={member} />
            ))}
          </ul>
        </SettingsCard>
      )}
      <RolesCard />
    </SettingsPage>
  )
}

/** The roles in words, each with what it adds to the one before it. */
function RolesCard() {
  const { t } = useLingui()
  const { member: me } = useSession()
  const roleName = useRoleName()
  const roleHelp = useRoleHelp()
  return (
    <SettingsCard title={t`What each role may do`} says={t`Each may also do what stands above it.`}>
      <dl className="grid gap-x-6 gap-y-2.5 text-ui sm:grid-cols-[auto_1fr]">
        {roles.map((role) => (
          <div key={role} className="contents">
            <dt className="font-bold">
              {roleName(role)} {role === me?.role && <span className="font-normal text-ink-3">{t`(you)`}</span>}
            </dt>
            <dd className="text-ink-2 max-sm:-mt-2">{roleHelp(role)}</dd>
          </div>
        ))}
      </dl>
    </SettingsCard>
  )
}

function MemberRow({ member }: { member: MemberView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { member: me } = useSession()
  const departments = useAsk('GET /api/departments').data ?? []
  const own = departments.filter((one) => member.departmentIds.includes(one.id)).map((one) => one.name)
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-5 py-3">
      <Initials name={member.name} size={36} />
      <span className="min-w-0 flex-1 basis-52">
        <span className="block truncate text-body font-bold">
          {member.name} {member.id === me?.id && <span className="font-normal text-ink-3">{t`(you)`}</span>}
        </span>
        <span className="block truncate text-meta text-ink-3" title={member.email}>
          {member.email}
          {own.length > 0 && ` · ${fmt.list(own)}`}
        </span>
      </span>
      <RoleAndRemove member={member} isMe={member.id === me?.id} myRole={me?.role ?? 'observer'} />
    </li>
  )
}

function RoleAndRemove({ member, isMe, myRole }: { member: MemberView; isMe: boolean; myRole: Role }) {
  const { t } = useLingui()
  const roleName = useRoleName()
  const roleHelp = useRoleHelp()
  const may = useMay()
  const wordsOf = useProblemWords()
  const [isRemoving, setRemoving] = useState(false)
  const change = useChange('PATCH /api/members/{id}', { refresh: ['GET /api/members', 'GET /api/session'] })
  const remove = useChange('DELETE /api/members/{id}', { refresh: ['GET /api/members', 'GET /api/departments'] })
  const { name } = member
  const setRole = (role: Role, back?: Role) =>
    change.mutate(
      { params: { id: member.id }, body: { role } },
      {
        onSuccess: () => showToast({ text: t`${name}: ${roleName(role)}`, undo: back && (() => setRole(back)) }),
        onError: (error) => showToast({ tone: 'failed', text: wordsOf(error) }),
      },
    )
  const given = rolesUpTo(myRole)
  if (!may('member.change') || !given.includes(member.role))
    return <span className="text-ui text-ink-2">{roleName(member.role)}</span>
  return (
    <span className="flex items-center gap-1">
      <Select
        aria-label={t`Role of ${name}`}
        title={roleHelp(member.role)}
        value={member.role}
        onChange={(event) => setRole(event.currentTarget.value as Role, member.role)}
        choices={given.map((role) => ({ value: role, label: roleName(role) }))}
        className="w-40!"
      />
      <IconBtn label={t`Remove ${name}`} disabled={isMe} onClick={() => setRemoving(true)}>
        <Trash2 size={15} />
      </IconBtn>
      <RemoveDialog
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        title={t`Let ${name} go?`}
        says={t`What ${name} wrote stays. Open conversations go back to “no owner yet”. Coming back takes a new invitation.`}
        doLabel={t`Remove from this workspace`}
        error={remove.error}
        isBusy={remove.isPending}
        onRemove={() => remove.mutate({ params: { id: member.id } }, { onSuccess: () => setRemoving(false) })}
      />
    </span>
  )
}
