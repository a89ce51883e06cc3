import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useRef } from 'react'
import type { Row } from '#api/contract/shapes.ts'
import { ContextMenu, type MenuPlace } from '#web/parts/context-menu.tsx'
import { MenuGroup, MenuLine } from '#web/parts/menu.tsx'
import { DoingItems, decisionIds, lookingIds, messageIds } from './doing-items.tsx'
import { doingsAbout, doingsWith, leadOf } from './doings.ts'
import { useInbox } from './inbox-context.ts'
import { useMerges } from './parties/use-merges.ts'
import { rowOf, useConversation } from './use-conversation.ts'

/** Of one card, or of all that are selected. */
export function CardMenu({ at, rows }: { at: MenuPlace; rows: readonly Row[] }) {
  const { t } = useLingui()
  const inbox = useInbox()
  const close = useClose()
  const doings = doingsAbout(inbox, rows)
  const about =
    rows.length === 1
      ? (rows[0]?.title ?? '')
      : plural(rows.length, { one: '# conversation', other: '# conversations' })
  return (
    <ContextMenu at={at} label={t`What can be done with it`} {...close}>
      <MenuGroup label={<span className="block truncate">{about}</span>}>
        <DoingItems ids={decisionIds} doings={doings} rows={rows} />
        {inbox.me.canWrite && <MenuLine />}
        <DoingItems ids={lookingIds} doings={doings} rows={rows} />
      </MenuGroup>
    </ContextMenu>
  )
}

/** Of one message of the open conversation. */
export function MessageMenu({ at, messageId }: { at: MenuPlace; messageId: string }) {
  const { t } = useLingui()
  const inbox = useInbox()
  const { split } = useMerges()
  const close = useClose()
  const conversation = useConversation(inbox.current).data
  const message = conversation?.messages.find((one) => one.id === messageId)
  if (!conversation || !message) return null
  const canSplit = inbox.me.canWrite && !message.isOwn && leadOf(conversation)?.id !== message.id
  const doings = {
    ...doingsWith(inbox, message),
    ...(canSplit ? { split: () => void split(message.id, conversation) } : {}),
  }
  return (
    <ContextMenu at={at} label={t`What can be done with it`} {...close}>
      <DoingItems ids={messageIds} doings={doings} rows={[rowOf(conversation)]} />
    </ContextMenu>
  )
}

function useClose() {
  const { openDialog } = useInbox()
  const before = useRef(document.activeElement)
  return {
    onClose: () => openDialog(null),
    focusAfter: () => (before.current instanceof HTMLElement && before.current.isConnected ? before.current : null),
  }
}
