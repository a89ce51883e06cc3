import { useLingui } from '@lingui/react/macro'
import { CircleAlert } from 'lucide-react'
import type { Approvers } from '#domain/approval.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { isNobody } from './rule-draft.ts'
import { type Approving, approversHere } from './use-approver-things.ts'

const namesMost = 6

type Props = {
  approvers: Approvers
  things: Approving
  /** Nobody stands behind these. */
  isLast?: boolean
}

/** Who that is at this moment: what nobody can fulfil keeps answers waiting, and is said to do so. */
export function ApproversNow({ approvers, things, isLast = false }: Props) {
  const { t } = useLingui()
  const fmt = useFmt()
  const here = approversHere(approvers, things)
  const names = here.slice(0, namesMost).map(({ name, isAway }) => (isAway ? t`${name} (away)` : name))
  const more = here.length - names.length
  const list = fmt.list(more > 0 ? [...names, t`${more} more`] : names)
  const trouble = () => {
    if (isNobody(approvers)) return t`Choose a role, a colleague or a department.`
    if (here.length === 0)
      return isLast
        ? t`Nobody here fits this: answers would wait without end.`
        : t`Nobody here fits this: the next in line are asked at once.`
    if (here.every(({ isAway }) => isAway))
      return isLast ? t`All of them are away.` : t`All of them are away: the next in line are asked at once.`
    if (here.length > 1) return undefined
    return isLast
      ? t`One person only, who cannot approve their own answers.`
      : t`One person only: their own answers go to the next in line.`
  }
  const says = trouble()
  return (
    <div role="status" className="space-y-1 text-meta text-pretty">
      {here.length > 0 && <p className="text-ink-2">{t`Now that is: ${list}.`}</p>}
      {says && (
        <p className="flex items-start gap-1.5 font-semibold text-warn-t">
          <CircleAlert size={13} aria-hidden="true" className="mt-px shrink-0" />
          <span>{says}</span>
        </p>
      )}
    </div>
  )
}
