import { clsx } from 'clsx'
import { Check, type LucideIcon } from 'lucide-react'
import { cloneElement, type ReactElement, type ReactNode, useState } from 'react'
import type { CommandId } from '#web/commands.ts'
import { KeyWords } from './keys.tsx'

type Base = typeof import('@base-ui/react/menu')['Menu']

/**
 * What makes menus work is as heavy as a third of the inbox, so it comes when a pointer or the focus first nears one.
 * Its parts are drawn only inside an open menu, and by then it is here.
 */
let base: Base | undefined
export async function loadMenuBase(): Promise<void> {
  base ??= (await import('@base-ui/react/menu')).Menu
}

function here(): Base {
  if (!base) throw new Error('A part of a menu stands outside a menu.')
  return base
}

export const menuPopup =
  'thin-scroll max-h-[min(420px,var(--available-height))] min-w-48 max-w-[min(340px,calc(100vw-16px))] overflow-y-auto rounded-lg border border-line bg-raised p-1 text-ui text-ink shadow-3 outline-none'
const item =
  'flex min-h-8 w-full cursor-default items-center gap-2.5 rounded-md px-2 py-1 text-left outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-sunken touch:min-h-11'

type MenuProps = {
  trigger: ReactElement
  /** As a function where they are fetched: it is asked when they are here, by when whoever wrote it may not be drawn anew. */
  children: ReactNode | (() => ReactNode)
  align?: 'start' | 'end'
  side?: 'top' | 'bottom'
  /** What the items need besides; they are drawn when it is here. */
  load?: () => Promise<void>
}
type TriggerProps = {
  onClick?: () => void
  onPointerEnter?: () => void
  onFocus?: () => void
  'aria-haspopup'?: 'menu'
  'aria-expanded'?: boolean
}

/** A button that opens a list of things to do. `trigger` is the button. */
export function Menu(props: MenuProps) {
  const [isAwake, setAwake] = useState(false)
  if (isAwake) return <AwakeMenu {...props} />
  const load = () => Promise.all([loadMenuBase(), props.load?.()])
  const near = () => void load()
  return cloneElement(props.trigger as ReactElement<TriggerProps>, {
    onPointerEnter: near,
    onFocus: near,
    onClick: () => void load().then(() => setAwake(true)),
    'aria-haspopup': 'menu',
    'aria-expanded': false,
  })
}

/** From its first opening on. It takes the place of the plain button and opens at once. */
function AwakeMenu({ trigger, children, align = 'start', side = 'bottom' }: MenuProps) {
  const { Root, Trigger, Portal, Positioner, Popup } = here()
  const [isOpen, setOpen] = useState(true)
  return (
    <Root open={isOpen} onOpenChange={setOpen}>
      <Trigger render={trigger} />
      <Portal>
        <Positioner align={align} side={side} sideOffset={6} className="z-50 outline-none">
          <Popup className={menuPopup}>{typeof children === 'function' ? children() : children}</Popup>
        </Positioner>
      </Portal>
    </Root>
  )
}

type ItemProps = {
  icon?: LucideIcon
  children: ReactNode
  onSelect: () => void
  command?: CommandId
  isDanger?: boolean
  disabled?: boolean
}

export function MenuItem({ icon: Icon, children, onSelect, command, isDanger, disabled }: ItemProps) {
  const { Item } = here()
  return (
    <Item onClick={onSelect} disabled={disabled} className={clsx(item, isDanger && 'text-neg-t')}>
      {Icon && <Icon size={15} className={isDanger ? '' : 'text-ink-3'} />}
      <span className="min-w-0 flex-1">{children}</span>
      {command && <KeyWords of={command} className="text-meta text-ink-3" />}
    </Item>
  )
}

/** One of several, of which one holds. */
export function MenuChoice<T extends string>(props: {
  value: T
  onChoose: (value: T) => void
  choices: readonly { value: T; label: ReactNode }[]
}) {
  const { RadioGroup, RadioItem, RadioItemIndicator } = here()
  return (
    <RadioGroup value={props.value} onValueChange={(value) => props.onChoose(value as T)}>
      {props.choices.map((choice) => (
        <RadioItem key={choice.value} value={choice.value} closeOnClick className={item}>
          <span className="grid w-4 place-items-center">
            <RadioItemIndicator>
              <Check size={14} />
            </RadioItemIndicator>
          </span>
          <span className="min-w-0 flex-1">{choice.label}</span>
        </RadioItem>
      ))}
    </RadioGroup>
  )
}

/** A heading with the things that belong to it. */
export function MenuGroup({ label, children }: { label: ReactNode; children: ReactNode }) {
  const { Group, GroupLabel } = here()
  return (
    <Group>
      <GroupLabel className="px-2 pt-2 pb-1 text-meta font-semibold text-ink-3">{label}</GroupLabel>
      {children}
    </Group>
  )
}

export function MenuLine() {
  const { Separator } = here()
  return <Separator className="my-1 h-px bg-line" />
}
