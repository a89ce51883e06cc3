import { Menu as Base } from '@base-ui/react/menu'
import { clsx } from 'clsx'
import { Check, type LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'

const popup =
  'thin-scroll max-h-[min(420px,var(--available-height))] min-w-48 max-w-[min(340px,calc(100vw-16px))] overflow-y-auto rounded-lg border border-line bg-raised p-1 text-ui text-ink shadow-3 outline-none'
const item =
  'flex min-h-8 w-full cursor-default items-center gap-2.5 rounded-md px-2 py-1 text-left outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-sunken touch:min-h-11'

/** A button that opens a list of things to do. `trigger` is the button. */
export function Menu(props: {
  trigger: ReactElement
  children: ReactNode
  align?: 'start' | 'end'
  side?: 'top' | 'bottom'
}) {
  return (
    <Base.Root>
      <Base.Trigger render={props.trigger} />
      <Base.Portal>
        <Base.Positioner
          align={props.align ?? 'start'}
          side={props.side ?? 'bottom'}
          sideOffset={6}
          className="z-50 outline-none"
        >
          <Base.Popup className={popup}>{props.children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

type ItemProps = {
  icon?: LucideIcon
  children: ReactNode
  onSelect: () => void
  keys?: readonly string[]
  isDanger?: boolean
  disabled?: boolean
}

export function MenuItem({ icon: Icon, children, onSelect, keys, isDanger, disabled }: ItemProps) {
  return (
    <Base.Item onClick={onSelect} disabled={disabled} className={clsx(item, isDanger && 'text-neg-t')}>
      {Icon && <Icon size={15} className={isDanger ? '' : 'text-ink-3'} />}
      <span className="min-w-0 flex-1">{children}</span>
      {keys && keys.length > 0 && <span className="text-meta text-ink-3 touch:hidden">{keys.join(' ')}</span>}
    </Base.Item>
  )
}

/** One of several, of which one holds. */
export function MenuChoice<T extends string>(props: {
  value: T
  onChoose: (value: T) => void
  choices: readonly { value: T; label: ReactNode }[]
}) {
  return (
    <Base.RadioGroup value={props.value} onValueChange={(value) => props.onChoose(value as T)}>
      {props.choices.map((choice) => (
        <Base.RadioItem key={choice.value} value={choice.value} closeOnClick className={item}>
          <span className="grid w-4 place-items-center">
            <Base.RadioItemIndicator>
              <Check size={14} />
            </Base.RadioItemIndicator>
          </span>
          <span className="min-w-0 flex-1">{choice.label}</span>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  )
}

/** A heading with the things that belong to it. */
export function MenuGroup({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-2 pb-1 text-meta font-semibold text-ink-3">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  )
}

export function MenuLine() {
  return <Base.Separator className="my-1 h-px bg-line" />
}
