import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { AlarmClock, Check, type LucideIcon, UserRound } from 'lucide-react'
import type { Row } from '#api/contract/shapes.ts'
import type { CommandId } from '#web/commands.ts'
import { Tip } from '#web/parts/tooltip.tsx'
import { type Doings, doingsAbout } from './doings.ts'
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
  const doings = doingsAbout(useInbox(), [row])
  return (
    <span
      data-quick
      className="absolute right-2 bottom-1.5 hidden gap-0.5 rounded-md border border-line bg-raised p-0.5 shadow-1 md:flex touch:!hidden"
    >
      <Quick id="done" label={t`Done`} doings={doings} icon={Check} />
      <Quick id="handOver" label={t`Hand over`} doings={doings} icon={UserRound} />
      <Quick id="wait" label={t`Wait until…`} doings={doings} icon={AlarmClock} />
    </span>
  )
}

type QuickProps = { id: CommandId; label: string; doings: Doings; icon: LucideIcon }

function Quick({ id, label, doings, icon: Icon }: QuickProps) {
  const run = doings[id]
  if (!run) return null
  return (
    <Tip label={label} command={id}>
      <button
        type="button"
        aria-label={label}
        onClick={run}
        className="grid size-6 place-items-center rounded-sm text-ink-2 hover:bg-sunken hover:text-ink"
      >
        <Icon size={14} />
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
