import { useLingui } from '@lingui/react/macro'
import { Check, Pencil, Trash2 } from 'lucide-react'
import { type MouseEvent, useEffect, useState } from 'react'
import { Btn } from '#web/parts/bits.tsx'
import { ContextMenu, type MenuPlace } from '#web/parts/context-menu.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { loadMenuBase, Menu, MenuChoice, MenuGroup, MenuItem, MenuLine } from '#web/parts/menu.tsx'
import { RemoveDialog } from '#web/parts/remove-dialog.tsx'
import { dropToast, showToast } from '#web/parts/toast.tsx'
import { Frame } from './frame.tsx'

const heldMs = 600_000

/** What lies over a screen: each opens from its button; two toasts stand below as they do in a day. */
export function SheetOver() {
  const { t } = useLingui()
  const [open, setOpen] = useState<'middle' | 'wide' | 'side' | 'remove'>()
  const close = () => setOpen(undefined)
  const name = 'Zilvermeeuw'
  useEffect(() => {
    const until = { at: Date.now() + heldMs, ofMs: heldMs }
    const held = showToast({ id: 'held', tone: 'held', text: t`Saved`, undo: () => {}, undoUntil: until })
    const failed = showToast({ id: 'failed', tone: 'failed', text: t`Not sent. Your text is kept.` })
    return () => {
      dropToast(held)
      dropToast(failed)
    }
  }, [t])
  return (
    <Frame name="dialogs, menus, toasts" span="lg:col-span-12">
      <div className="flex flex-wrap gap-2">
        {(['middle', 'wide', 'side'] as const).map((shape) => (
          <Btn key={shape} onClick={() => setOpen(shape)}>
            <span lang="en" data-code>
              Dialog {shape}
            </span>
          </Btn>
        ))}
        <Btn kind="danger" onClick={() => setOpen('remove')}>{t`Remove…`}</Btn>
        <Menu trigger={<Btn>{t`More`}</Btn>}>
          <MenuItem icon={Pencil} command="done" onSelect={close}>{t`Change…`}</MenuItem>
          <MenuItem icon={Check} disabled onSelect={close}>{t`Done`}</MenuItem>
          <MenuGroup label={t`Theme`}>
            <MenuChoice
              value="light"
              onChoose={close}
              choices={[
                { value: 'light', label: t`Light` },
                { value: 'dark', label: t`Dark` },
              ]}
            />
          </MenuGroup>
          <MenuLine />
          <MenuItem icon={Trash2} isDanger onSelect={close}>{t`Remove…`}</MenuItem>
        </Menu>
        <UnderTheHand />
        <Btn onClick={() => showToast({ text: t`Saved`, undo: () => {} })}>
          <span lang="en" data-code>
            Toast
          </span>
        </Btn>
      </div>
      {open && open !== 'remove' && (
        <Dialog
          isOpen
          onClose={close}
          shape={open}
          title={t`Hand over to`}
          says={t`When one fails, the rest goes on.`}
          footer={<Btn kind="primary" onClick={close}>{t`Hand over`}</Btn>}
        >
          <p className="text-body text-ink-2">{t`Nothing is waiting. New messages appear here by themselves.`}</p>
        </Dialog>
      )}
      <RemoveDialog
        isOpen={open === 'remove'}
        onClose={close}
        title={t`Stop listening for ${name}?`}
        says={t`What was heard stays in the inbox, without this topic. The search itself is gone; pausing keeps it.`}
        doLabel={t`Remove the topic`}
        error={null}
        isBusy={false}
        onRemove={close}
      />
    </Frame>
  )
}

/** The menu that a right click opens, at the place of the click. */
function UnderTheHand() {
  const { t } = useLingui()
  const [at, setAt] = useState<MenuPlace>()
  const close = () => setAt(undefined)
  const open = (event: MouseEvent) => {
    event.preventDefault()
    const place = { x: event.clientX, y: event.clientY }
    void loadMenuBase().then(() => setAt(place))
  }
  return (
    <>
      <Btn onClick={open} onContextMenu={open}>
        <span lang="en" data-code>
          ContextMenu
        </span>
      </Btn>
      {at && (
        <ContextMenu at={at} label={t`More`} onClose={close} focusAfter={() => null}>
          <MenuItem icon={Check} command="done" onSelect={close}>{t`Done`}</MenuItem>
        </ContextMenu>
      )}
    </>
  )
}
