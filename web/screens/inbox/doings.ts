import type { Conversation, Message, Row } from '#api/contract/shapes.ts'
import type { CommandId } from '#web/commands.ts'
import { composerOf, type Inbox } from './inbox-context.ts'
import { fourPanes } from './use-media.ts'

/** What can be done now, by command: whoever offers it asks here, whether key, button, menu or palette. */
export type Doings = Partial<Record<CommandId, () => void>>

/** What can be decided about one conversation, or about several at once. */
export function doingsAbout(inbox: Inbox, rows: readonly Row[]): Doings {
  const [first] = rows
  if (!first) return {}
  const { decide, me } = inbox
  const isSelection = inbox.selected.size > 0 && rows.every((row) => inbox.selected.has(row.id))
  const after = (act: () => void) => () => {
    act()
    if (isSelection) inbox.clearSelected()
  }
  const turn = () => {
    for (const row of rows) decide.setRead(row, first.isUnread)
  }
  const looking: Doings = {
    unread: after(turn),
    ...(rows.length === 1 ? { copyLink: () => decide.copyLink(first) } : {}),
  }
  if (!me.canWrite) return looking
  const open = rows.filter((row) => row.state !== 'done')
  const resting = rows.filter((row) => row.state === 'waiting' || row.state === 'done')
  const others = rows.filter((row) => row.owner?.id !== me.member?.id)
  const owned = rows.filter((row) => row.owner !== null)
  const loud = rows.filter((row) => row.state !== 'noise')
  const noisy = rows.filter((row) => row.state === 'noise')
  return {
    ...(open.length > 0 ? { done: after(() => decide.finish(open)) } : {}),
    ...(resting.length > 0 ? { reopen: after(() => decide.reopen(resting)) } : {}),
    ...(others.length > 0 ? { mine: after(() => void decide.claim(others, { takeOver: true })) } : {}),
    ...(loud.length > 0 ? { noise: after(() => decide.sayNoise(loud)) } : {}),
    ...(noisy.length > 0 ? { work: after(() => decide.sayWork(noisy)) } : {}),
    ...(rows.length === 1 ? { merge: () => inbox.openDialog({ kind: 'merge', row: first }) } : {}),
    ...(rows.length === 1 ? { joinStory: () => inbox.openDialog({ kind: 'joinStory', row: first }) } : {}),
    ...(rows.length === 1 && (first.story?.count ?? 1) > 1 ? { pile: () => inbox.openPile(first) } : {}),
    ...(owned.length > 0 ? { release: after(() => decide.release(owned)) } : {}),
    // Asked in a dialog first: what is selected stays so until it is answered there.
    handOver: () => inbox.openDialog({ kind: 'handOver', rows }),
    ask: () => inbox.openDialog({ kind: 'handOver', rows, how: 'consulted' }),
    wait: () => inbox.openDialog({ kind: 'wait', rows }),
    ...looking,
  }
}

/** What can be done with a message in the open conversation. */
export function doingsWith(inbox: Inbox, message: Message): Doings {
  const press = (what: string) => () =>
    document.querySelector<HTMLElement>(`[data-message="${CSS.escape(message.id)}"] [data-${what}]`)?.click()
  const isOurs = message.isOwn
  const isGone = message.deletedAt !== null
  const { url } = message
  return {
    ...(inbox.me.canWrite ? { reply: () => composerOf(inbox, inbox.current)?.focus('reply') } : {}),
    ...(inbox.me.canWrite && !isGone && !isOurs && message.assessment ? { sentiment: press('sentiment') } : {}),
    ...(!isGone && !isOurs && (message.assessment || message.topics.length > 0) ? { why: press('why') } : {}),
    ...(isGone ? {} : { copyText: () => inbox.decide.copyText(message.text) }),
    ...(url === null ? {} : { original: () => void window.open(url, '_blank', 'noopener,noreferrer') }),
    author: () => (matchMedia(fourPanes).matches ? inbox.toggleAuthor() : inbox.showAuthor()),
  }
}

/** The message that keys and the menu of the whole conversation speak of: the first that is not ours. */
export function leadOf(conversation: Conversation | undefined): Message | undefined {
  const messages = conversation?.messages.toSorted((a, b) => a.publishedAt.localeCompare(b.publishedAt))
  return messages?.find((message) => !message.isOwn) ?? messages?.[0]
}

/** What is selected goes first; else it is the conversation that is open. */
export function subjectsOf(inbox: Inbox): readonly Row[] {
  if (inbox.selected.size > 0) return inbox.list.rows.filter((row) => inbox.selected.has(row.id))
  return inbox.currentRow ? [inbox.currentRow] : []
}
