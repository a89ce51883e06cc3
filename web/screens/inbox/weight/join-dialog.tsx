import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Row } from '#api/contract/shapes.ts'
import { Dialog } from '#web/parts/dialog.tsx'
import { Input } from '#web/parts/field.tsx'
import { useInbox } from '#web/screens/inbox/inbox-context.ts'
import { useMerges } from '#web/screens/inbox/parties/use-merges.ts'
import { useFoundConversations } from '#web/screens/palette/find-conversations.ts'
import { useStoryChanges } from './use-story-changes.ts'

/** By hand into one story, or into one conversation: the other is found by its words, its author or its key. */
export function JoinDialog({ row, isMerge }: { row: Row; isMerge: boolean }) {
  const { t } = useLingui()
  const { openDialog } = useInbox()
  const { join } = useStoryChanges()
  const { merge } = useMerges()
  const [typed, setTyped] = useState('')
  const { conversations, state } = useFoundConversations(typed)
  const found = conversations.filter((one) => one.key !== row.key)
  const close = () => openDialog(null)
  const choose = async (key: string) => {
    if (await (isMerge ? merge(row, key) : join(row, key))) close()
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      title={isMerge ? t`Merge into…` : t`Same story as…`}
      says={
        isMerge
          ? t`Messages, answers and notes of this one go into the other. The promise that ends first keeps running. It can be taken apart again.`
          : t`Both tell of the same event: they are shown together, and it is written down who said so.`
      }
    >
      <Input
        autoFocus
        aria-label={t`Words, an author, or WH-…`}
        placeholder={t`Words, an author, or WH-…`}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <p role="status" className="mt-2 text-ui text-ink-3">
        {state === 'looking' && t`Looking…`}
        {state === 'failed' && t`It could not be looked up. Try again.`}
        {state === 'found' && found.length === 0 && t`No conversation says that.`}
      </p>
      <ul className="-mx-2">
        {found.map((one) => (
          <li key={one.key}>
            <button
              type="button"
              onClick={() => void choose(one.key)}
              className="block min-h-10 w-full rounded-md px-2 py-1 text-left hover:bg-sunken focus-visible:bg-sunken touch:min-h-11"
            >
              <span lang={one.lang} dir="auto" className="block truncate text-body">
                {one.title}
              </span>
              <span className="block truncate text-meta text-ink-3">{one.detail}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
