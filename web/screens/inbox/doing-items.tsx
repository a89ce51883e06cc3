import { useLingui } from '@lingui/react/macro'
import {
  AlarmClock,
  Archive,
  Check,
  CircleHelp,
  Copy,
  ExternalLink,
  Handshake,
  Layers,
  Link2,
  type LucideIcon,
  MailOpen,
  Merge,
  MessageCircleQuestion,
  MessagesSquare,
  Reply,
  RotateCcw,
  Siren,
  Smile,
  Split,
  Stamp,
  ThumbsDown,
  Undo2,
  UserMinus,
  UserRound,
  UserRoundCheck,
  Volume2,
  VolumeX,
} from 'lucide-react'
import type { Row } from '#api/contract/shapes.ts'
import type { CommandId } from '#web/commands.ts'
import { commandLabels } from '#web/keys/command-labels.ts'
import { MenuItem } from '#web/parts/menu.tsx'
import type { Doings } from './doings.ts'
import { useInbox } from './inbox-context.ts'

const icons: Partial<Record<CommandId, LucideIcon>> = {
  done: Check,
  reopen: RotateCcw,
  mine: UserRoundCheck,
  release: UserMinus,
  handOver: UserRound,
  ask: MessageCircleQuestion,
  wait: AlarmClock,
  noise: VolumeX,
  work: Volume2,
  joinStory: Layers,
  toIncident: Siren,
  pile: MessagesSquare,
  approve: Stamp,
  askChanges: Undo2,
  reject: ThumbsDown,
  pledge: Handshake,
  hold: Archive,
  merge: Merge,
  split: Split,
  unread: MailOpen,
  copyLink: Link2,
  reply: Reply,
  sentiment: Smile,
  why: CircleHelp,
  copyText: Copy,
  original: ExternalLink,
  author: UserRound,
}

/** In the order of the menus. */
export const decisionIds = [
  'approve',
  'askChanges',
  'reject',
  'done',
  'reopen',
  'mine',
  'handOver',
  'ask',
  'wait',
  'noise',
  'work',
  'merge',
  'joinStory',
  'toIncident',
  'pile',
  'pledge',
  'hold',
  'release',
] as const
export const lookingIds = ['unread', 'copyLink'] as const
export const messageIds = ['reply', 'split', 'sentiment', 'why', 'copyText', 'original', 'author'] as const

type Props = { ids: readonly CommandId[]; doings: Doings; rows: readonly Row[] }

/** The commands that can be done, each with its sign, its name and its key. */
export function DoingItems({ ids, doings, rows }: Props) {
  const nameOf = useDoingName(rows)
  return ids.map((id) => {
    const run = doings[id]
    if (!run) return null
    return (
      // The menu gives the focus back first: a command may want to put it somewhere else.
      <MenuItem key={id} icon={icons[id]} command={id} onSelect={() => setTimeout(run)}>
        {nameOf(id)}
      </MenuItem>
    )
  })
}

/** Here one sees what it would do: whose it is now, and whether it is read. */
function useDoingName(rows: readonly Row[]): (id: CommandId) => string {
  const { t, i18n } = useLingui()
  const { me } = useInbox()
  const isTaken = rows.some((row) => row.owner !== null && row.owner.id !== me.member?.id)
  const isWaiting = rows.every((row) => row.state === 'waiting')
  return (id) => {
    if (id === 'mine') return isTaken ? t`Take over` : t`Make it mine`
    if (id === 'reopen') return isWaiting ? t`Stop waiting` : t`Open again`
    if (id === 'unread') return rows[0]?.isUnread ? t`Mark as read` : t`Mark as unread`
    if (id === 'author') return t`About the author`
    return i18n._(commandLabels[id])
  }
}
