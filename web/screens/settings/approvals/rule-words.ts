import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { ApprovalRule, Approvers } from '#domain/approval.ts'
import { noNames, spacedText, testText } from '#domain/policy-words.ts'
import { useAsk } from '#web/api.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { useRoleName } from '#web/screens/settings/role-words.ts'
import type { Approving } from './use-approver-things.ts'

/** Which answers a rule is about, in a line: all of it must hold. */
export function useAskedWords(things: Approving): (rule: ApprovalRule) => string {
  const { t, i18n } = useLingui()
  const fmt = useFmt()
  const roleName = useRoleName()
  const names = useAsk('GET /api/policy').data?.names ?? noNames
  const accounts = useAsk('GET /api/accounts').data ?? []
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  const gone = t`no longer here`
  const namesOf = (ids: readonly string[], all: readonly { id: string; name: string }[]) =>
    fmt.list(ids.map((id) => all.find((one) => one.id === id)?.name ?? gone))
  return (rule) => {
    const { writerRoleMost, writerSentBelow } = rule
    const role = writerRoleMost && roleName(writerRoleMost)
    const writers = namesOf(rule.writerIds, things.members)
    const handles = accounts.map(({ id, handle }) => ({ id, name: `@${handle}` }))
    const said = [
      ...rule.tests.map((test) => spacedText(testText(test, lang, names))),
      rule.departmentIds.length > 0 && namesOf(rule.departmentIds, things.departments),
      rule.accountIds.length > 0 && t`as ${namesOf(rule.accountIds, handles)}`,
      rule.writerIds.length > 0 && t`written by ${writers}`,
      role && t`written by at most: ${role}`,
      writerSentBelow !== null &&
        t`by somebody new: fewer than ${plural(writerSentBelow, { one: '# answer', other: '# answers' })} sent`,
    ].filter((one) => typeof one === 'string' && one !== '')
    return said.length > 0 ? said.join(' · ') : t`every answer`
  }
}

/** Who approves: each of these is enough. */
export function useApproverWords({ members, departments }: Approving): (approvers: Approvers) => string {
  const { t } = useLingui()
  const roleName = useRoleName()
  const gone = t`no longer here`
  return ({ roleLeast, memberIds, departmentId }) => {
    const department = departments.find(({ id }) => id === departmentId)?.name ?? gone
    const role = roleLeast && roleName(roleLeast)
    const said = [
      roleLeast === 'member' ? t`Any colleague who answers` : role && t`from ${role} on`,
      ...memberIds.map((id) => members.find((one) => one.id === id)?.name ?? gone),
      departmentId !== null && t`who leads in ${department}`,
    ].filter((one) => typeof one === 'string' && one !== '')
    return said.join(t` or `)
  }
}
