import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'

const delayMs = 400

/** Once around the app: after the first tip the next ones come at once. */
export function TipProvider({ children }: { children: ReactNode }) {
  return <Tooltip.Provider delay={delayMs}>{children}</Tooltip.Provider>
}

/** Says the name of a picture, with its key. It adds nothing that is not also in the name of the control. */
export function Tip(props: {
  label: ReactNode
  keys?: readonly string[]
  children: ReactElement
  side?: 'top' | 'bottom' | 'right'
}) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={props.children} />
      <Tooltip.Portal>
        <Tooltip.Positioner side={props.side ?? 'bottom'} sideOffset={6} className="z-[60]">
          <Tooltip.Popup className="flex max-w-72 items-center gap-2 rounded-md bg-ink px-2 py-1 text-meta text-on-ink shadow-2">
            <span>{props.label}</span>
            {props.keys && props.keys.length > 0 && (
              <span className="font-semibold opacity-80 touch:hidden">{props.keys.join(' ')}</span>
            )}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
