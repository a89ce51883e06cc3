import { ContextMenu as Base } from '@base-ui/react/context-menu'
import type { MouseEvent, ReactNode } from 'react'
import { menuPopup } from './menu.tsx'

export type MenuPlace = { x: number; y: number }

type Props = {
  at: MenuPlace
  label: string
  onClose: () => void
  /** Who has the focus again when nothing was chosen. */
  focusAfter: () => HTMLElement | null
  children: ReactNode
}

/** A menu at a point: under the pointer, or beside what has the focus. It is there as long as it stands on the page. */
export function ContextMenu({ at, label, onClose, focusAfter, children }: Props) {
  const anchor = { getBoundingClientRect: () => DOMRect.fromRect({ ...at, width: 0, height: 0 }) }
  // A second right click on our own menu is not a wish for the browser's.
  const keepOurs = (event: MouseEvent) => event.preventDefault()
  return (
    <Base.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40" onContextMenu={keepOurs} />
        <Base.Positioner anchor={anchor} className="z-50 outline-none" onContextMenu={keepOurs}>
          <Base.Popup aria-label={label} className={menuPopup} finalFocus={focusAfter}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
