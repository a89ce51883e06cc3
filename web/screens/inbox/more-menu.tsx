import { useLingui } from '@lingui/react/macro'
import {
  AlarmClock,
  Check,
  Ellipsis,
  Link2,
  MailOpen,
  RotateCcw,
  UserMinus,
  UserRound,
  UserRoundCheck,
} from 'lucide-react'
import type { Conversation } from '#api/contract/shapes.ts'
import { useKeysOf } from '#web/commands.ts'
import { IconBtn } from '#web/parts/bits.tsx'
import { Menu, MenuItem, MenuLine } from '#web/parts/menu.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { useInbox } from './inbox-context.ts'
import { rowOf } from './use-conversation.ts'
import { useMedia } from './use-media.ts'

/** What is needed less often, and on a phone everything. */
export function MoreMenu({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const inbox = useInbox()
  const { decide, me } = inbox
  const row = inbox.currentRow ?? rowOf(conversation)
  const isMine = conversation.owner?.id === me.member?.id
  const isPhone = useMedia('(max-width: 767px)')
  const keys = { mine: useKeysOf('mine'), unread: useKeysOf('unread'), author: useKeysOf('author') }
  return (
    <Menu
      align="end"
      trigger={
        <IconBtn label={t`More`}>
          <Ellipsis size={16} />
        </IconBtn>
      }
    >
      {isPhone && me.canWrite && <PhoneDecisions conversation={conversation} />}
      {me.canWrite && !isMine && (
        <MenuItem icon={UserRoundCheck} keys={keys.mine} onSelect={() => void decide.claim(row, { takeOver: true })}>
          {conversation.owner ? t`Take over` : t`Make it mine`}
        </MenuItem>
      )}
      {me.canWrite && conversation.owner && (
        <MenuItem icon={UserMinus} onSelect={() => decide.release(row)}>
          {t`Back to “no owner yet”`}
        </MenuItem>
      )}
      {me.canWrite && conversation.state === 'waiting' && (
        <MenuItem icon={RotateCcw} onSelect={() => decide.reopen([row])}>
          {t`Stop waiting`}
        </MenuItem>
      )}
      <MenuItem icon={MailOpen} keys={keys.unread} onSelect={() => decide.setRead(row, row.isUnread)}>
        {row.isUnread ? t`Mark as read` : t`Mark as unread`}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={Link2} onSelect={() => copyLink(conversation.key, t`The link is copied.`)}>
        {t`Copy the link for a colleague`}
      </MenuItem>
      <MenuItem icon={UserRound} keys={keys.author} onSelect={() => inbox.showAuthor()}>
        {t`About the author`}
      </MenuItem>
    </Menu>
  )
}

function PhoneDecisions({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const inbox = useInbox()
  const row = inbox.currentRow ?? rowOf(conversation)
  return (
    <>
      {conversation.state === 'done' ? (
        <MenuItem icon={RotateCcw} onSelect={() => inbox.decide.reopen([row])}>
          {t`Open again`}
        </MenuItem>
      ) : (
        <MenuItem icon={Check} onSelect={() => inbox.decide.finish([row])}>
          {t`Done`}
        </MenuItem>
      )}
      <MenuItem icon={UserRound} onSelect={() => inbox.openDialog({ kind: 'handOver', rows: [row] })}>
        {t`Hand over`}
      </MenuItem>
      <MenuItem icon={AlarmClock} onSelect={() => inbox.openDialog({ kind: 'wait', rows: [row] })}>
        {t`Wait until…`}
      </MenuItem>
      <MenuLine />
    </>
  )
}

function copyLink(key: string, said: string) {
  void navigator.clipboard.writeText(`${window.location.origin}/c/${key}`).then(() => showToast({ text: said }))
}
