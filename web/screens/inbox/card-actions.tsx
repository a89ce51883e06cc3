import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { AlarmClock, Check, UserRound } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import type { Row } from '#api/contract/shapes.ts'
import { Tip } from '#web/parts/tooltip.tsx'
import { useInbox } from './inbox-context.ts'

type Props = { row: Row; isSelected: boolean; isPointed: boolean; name: string }

/** What can be done without opening: over the third line, when the card is pointed at or has the focus. */
export function CardActions({ row, isSelected, isPointed, name }: Props) {
  const { t } = useLingui()
  const inbox = useInbox()
  if (!inbox.me.canWrite) return null
  return (
    <>
      <SelectBox isSelected={isSelected} label={t`Select ${name}`} onToggle={() => inbox.toggleSelected(row.id)} />
      {isPointed && <QuickActions row={row} />}
    </>
  )
}

function QuickActions({ row }: { row: Row }) {
  const { t } = useLingui()
  const inbox = useInbox()
  return (
    <span
      data-quick
      className="absolute right-2 bottom-1.5 hidden gap-0.5 rounded-md border border-line bg-raised p-0.5 shadow-1 md:flex touch:!hidden"
    >
      {row.state !== 'done' && (
        <Quick label={t`Done`} keys="E" onPress={() => inbox.decide.finish([row])}>
          <Check size={14} />
        </Quick>
      )}
      <Quick label={t`Hand over`} keys="A" onPress={() => inbox.openDialog({ kind: 'handOver', rows: [row] })}>
        <UserRound size={14} />
      </Quick>
      <Quick label={t`Wait until…`} keys="H" onPress={() => inbox.openDialog({ kind: 'wait', rows: [row] })}>
        <AlarmClock size={14} />
      </Quick>
    </span>
  )
}

function Quick(props: { label: string; keys: string; onPress: () => void; children: ReactNode }): ReactElement {
  return (
    <Tip label={props.label} keys={[props.keys]}>
      <button
        type="button"
        aria-label={props.label}
        onClick={props.onPress}
        className="grid size-6 place-items-center rounded-sm text-ink-2 hover:bg-sunken hover:text-ink"
      >
        {props.children}
      </button>
    </Tip>
  )
}

/** Lies over the face: seen when pointed at, when focused, and as long as something is selected. */
function SelectBox(props: { isSelected: boolean; label: string; onToggle: () => void }) {
  const { selected } = useInbox()
  const isShown = props.isSelected || selected.size > 0
  return (
    // biome-ignore lint/a11y/useSemanticElements: the face behind it must show through; a native box cannot be seen through.
    <button
      type="button"
      role="checkbox"
      aria-checked={props.isSelected}
      aria-label={props.label}
      onClick={props.onToggle}
      className={clsx(
        'absolute top-2.5 left-2.5 grid size-9 place-items-center rounded-full bg-raised ring-1 ring-line-strong',
        'focus-visible:opacity-100 touch:hidden',
        isShown ? 'opacity-100' : 'opacity-0 group-hover/card:opacity-100',
      )}
    >
      <span
        className={clsx(
          'grid size-[18px] place-items-center rounded-sm border-[1.5px]',
          props.isSelected ? 'border-ink bg-ink text-on-ink' : 'border-control',
        )}
      >
        {props.isSelected && <Check size={13} strokeWidth={3} />}
      </span>
    </button>
  )
}
