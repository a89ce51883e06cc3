import { useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp, Stamp } from 'lucide-react'
import type { ApprovalRule } from '#domain/approval.ts'
import { Btn, Chip, IconBtn } from '#web/parts/bits.tsx'
import { Switch } from '#web/parts/field.tsx'
import { ApproversNow } from './approvers-now.tsx'
import { useApproverWords, useAskedWords } from './rule-words.ts'
import { type Approving, approversHere } from './use-approver-things.ts'

type Props = {
  rule: ApprovalRule
  place: number
  count: number
  things: Approving
  mayChange: boolean
  isBusy: boolean
  onMove: (by: 1 | -1) => void
  onTurn: (isOn: boolean) => void
  onEdit: () => void
}

/** One rule in the list: its place, which answers it is about, and who approves those. */
export function RuleRow({ rule, place, count, things, mayChange, isBusy, onMove, onTurn, onEdit }: Props) {
  const { t } = useLingui()
  const askedWords = useAskedWords(things)
  const approverWords = useApproverWords(things)
  const { id, name, isOn, approvers } = rule
  const isTrouble = isOn && approversHere(approvers, things).every(({ isAway }) => isAway)
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3">
      <span className="num w-5 shrink-0 pt-0.5 text-right text-body text-ink-3">{place}.</span>
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-body font-bold break-words">
          {name}
          {!isOn && <Chip>{t`off`}</Chip>}
        </p>
        <p className="mt-0.5 text-ui text-pretty break-words text-ink-2">{askedWords(rule)}</p>
        <p className="mt-1 flex items-start gap-x-1.5 text-ui">
          <Stamp size={13} aria-hidden="true" className="mt-[3px] shrink-0 text-ink-3" />
          <span className="min-w-0 font-semibold break-words">{approverWords(approvers)}</span>
        </p>
        {isTrouble && (
          <div className="mt-1">
            <ApproversNow approvers={approvers} things={things} />
          </div>
        )}
      </div>
      {mayChange && (
        <div className="flex flex-wrap items-center gap-1 max-sm:w-full max-sm:pl-8">
          <span className="mr-1 [&>div]:items-center [&_input]:mt-0">
            <Switch
              label={<span className="sr-only">{t`${name} is on`}</span>}
              isOn={isOn}
              disabled={isBusy}
              onChange={onTurn}
            />
          </span>
          <IconBtn
            data-move={`${id} -1`}
            label={t`Ask ${name} sooner`}
            disabled={place === 1}
            onClick={() => !isBusy && onMove(-1)}
          >
            <ArrowUp size={15} />
          </IconBtn>
          <IconBtn
            data-move={`${id} 1`}
            label={t`Ask ${name} later`}
            disabled={place === count}
            onClick={() => !isBusy && onMove(1)}
          >
            <ArrowDown size={15} />
          </IconBtn>
          <Btn aria-label={t`Change ${name}`} onClick={onEdit}>
            {t`Change…`}
          </Btn>
        </div>
      )}
    </li>
  )
}
