import type { Conversation } from '#api/contract/shapes.ts'
import { MenuLine } from '#web/parts/menu.tsx'
import { DoingItems, decisionIds, lookingIds, messageIds } from './doing-items.tsx'
import { doingsAbout, doingsWith, leadOf } from './doings.ts'
import { useInbox } from './inbox-context.ts'
import { MuteItems } from './mute/mute-items.tsx'
import { rowOf } from './use-conversation.ts'

/** Everything that the menus of card and message hold has its twin here. */
export function MoreItems({ conversation }: { conversation: Conversation }) {
  const inbox = useInbox()
  const row = inbox.currentRow ?? rowOf(conversation)
  const lead = leadOf(conversation)
  const doings = doingsAbout(inbox, [row])
  return (
    <>
      {inbox.me.canWrite && (
        <>
          <DoingItems ids={decisionIds} doings={doings} rows={[row]} />
          <MenuLine />
        </>
      )}
      <DoingItems ids={lookingIds} doings={doings} rows={[row]} />
      <MuteItems conversation={conversation} />
      <MenuLine />
      {lead && <DoingItems ids={messageIds} doings={doingsWith(inbox, lead)} rows={[row]} />}
    </>
  )
}
