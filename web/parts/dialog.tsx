import { Dialog as Base } from '@base-ui/react/dialog'
import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'
import { IconBtn } from './bits.tsx'

type DialogProps = {
  isOpen: boolean
  onClose: () => void
  title: ReactNode
  says?: ReactNode
  children?: ReactNode
  footer?: ReactNode
  /** `side` slides in from the right (a panel that has no room); `wide` is for forms with a sample beside them. */
  shape?: 'middle' | 'wide' | 'side'
  /** Nothing but words, and many: they are scrolled by key. */
  isOnlyRead?: true
}

const backdrop =
  'fixed inset-0 z-40 bg-[oklch(0.15_0.02_190/0.45)] transition-opacity duration-150 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0'
const shapes = {
  middle:
    'md:top-[12vh] md:left-1/2 md:w-[min(480px,calc(100vw-24px))] md:max-h-[76vh] md:-translate-x-1/2 md:rounded-xl max-md:inset-x-0 max-md:bottom-0 max-md:max-h-[88dvh] max-md:rounded-t-xl',
  wide: 'md:top-[6vh] md:left-1/2 md:w-[min(960px,calc(100vw-32px))] md:max-h-[88vh] md:-translate-x-1/2 md:rounded-xl max-md:inset-0',
  side: 'top-0 right-0 bottom-0 w-[min(380px,100vw)]',
}

/** A dialog with its name on top. On a phone it comes from below. Focus goes in, stays in, and comes back. */
export function Dialog(props: DialogProps) {
  const { t } = useLingui()
  const body = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open={props.isOpen} onOpenChange={(isOpen) => !isOpen && props.onClose()}>
      <Base.Portal>
        <Base.Backdrop className={backdrop} />
        <Base.Popup
          initialFocus={() => firstField(body.current) ?? true}
          className={clsx(
            'fixed z-50 flex flex-col overflow-hidden bg-raised text-ink shadow-3 outline-none dark:[--line:var(--line-strong)]',
            shapes[props.shape ?? 'middle'],
          )}
        >
          <div className="flex shrink-0 items-start gap-3 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1">
              <Base.Title className="display text-title text-balance">{props.title}</Base.Title>
              {props.says && <Base.Description className="mt-1 text-ui text-ink-2">{props.says}</Base.Description>}
            </div>
            <Base.Close render={<IconBtn label={t`Close`} command="back" className="-mr-2" />}>
              <X size={16} />
            </Base.Close>
          </div>
          <div
            ref={body}
            {...(props.isOnlyRead && { tabIndex: 0 })}
            className="thin-scroll min-h-0 flex-1 overflow-y-auto px-5 pb-4 -outline-offset-2"
          >
            {props.children}
          </div>
          <FocusAtOnce body={body} />
          {props.footer && (
            <div className="flex shrink-0 flex-wrap items-center gap-2 border-t border-line px-5 py-3 pb-[max(12px,env(safe-area-inset-bottom))]">
              {props.footer}
            </div>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

/** Stands behind the body, whose ref is set by then. Whoever types on as the dialog opens is heard by it: Base UI gives the focus a moment later, and a key pressed before that is lost. */
function FocusAtOnce({ body }: { body: RefObject<HTMLDivElement | null> }) {
  useLayoutEffect(() => firstField(body.current)?.focus(), [body])
  return null
}

/** A form is opened to be filled in: its first field has the focus, not the cross. What asked for it itself keeps it. */
function firstField(body: HTMLElement | null): HTMLElement | null {
  const active = document.activeElement
  if (active instanceof HTMLElement && body?.contains(active)) return active
  const first = body?.querySelector<HTMLElement>('[data-first]')
  if (first) return first
  return body?.querySelector<HTMLElement>('input:not([type=hidden]):enabled,textarea:enabled,select:enabled') ?? null
}
