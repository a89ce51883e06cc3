import type { Conversation, Message, Row } from '#api/contract/shapes.ts'
import type { CommandId } from '#web/commands.ts'
import { composerOf, type Inbox } from './inbox-context.ts'
import { rowsStanding } from './standing-lists.ts'
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
    ...(rows.length === 1 ? approvingIn(inbox, first) : {}),
    ...(open.length > 0 ? { done: closing(inbox, open, after) } : {}),
    ...(resting.length > 0 ? { reopen: after(() => decide.reopen(resting)) } : {}),
    ...(others.length > 0 ? { mine: after(() => void decide.claim(others, { takeOver: true })) } : {}),
    ...(loud.length > 0 ? { noise: after(() => decide.sayNoise(loud)) } : {}),
    ...(noisy.length > 0 ? { work: after(() => decide.sayWork(noisy)) } : {}),
    ...(rows.length === 1 ? { merge: () => inbox.openDialog({ kind: 'merge', row: first }) } : {}),
    ...(rows.length === 1 ? { joinStory: () => inbox.openDialog({ kind: 'joinStory', row: first }) } : {}),
    ...(rows.length === 1 && (first.story?.count ?? 1) > 1 ? { pile: () => inbox.openPile(first) } : {}),
    ...(rows.length === 1 ? { pledge: () => inbox.openDialog({ kind: 'pledge', id: first.id }) } : {}),
    ...(rows.length === 1 ? { hold: () => inbox.openDialog({ kind: 'hold', id: first.id }) } : {}),
    ...(owned.length > 0 ? { release: after(() => decide.release(owned)) } : {}),
    // Asked in a dialog first: what is selected stays so until it is answered there.
    handOver: () => inbox.openDialog({ kind: 'handOver', rows }),
    ask: () => inbox.openDialog({ kind: 'handOver', rows, how: 'consulted' }),
    wait: () => inbox.openDialog({ kind: 'wait', rows }),
    toIncident: () => inbox.openDialog({ kind: 'toIncident', rows }),
    ...looking,
  }
}

const deciding = { approve: 'approve', askChanges: 'ask_changes', reject: 'reject' } as const

/** A word about a colleague’s answer, where it stands to be read: nothing is approved unseen. What is not open yet is opened first. */
function approvingIn(inbox: Inbox, row: Row): Doings {
  if (!row.approval?.mayDecide) return {}
  const isOpen = inbox.currentRow?.id === row.id && (inbox.columns?.isOpen ?? true)
  const act = (what: string) => () => {
    if (isOpen) return decideShown(row, what)
    inbox.columns?.show()
    inbox.open(row)
  }
  return { approve: act(deciding.approve), askChanges: act(deciding.askChanges), reject: act(deciding.reject) }
}

/** Presses what stands there. Where two wait, the one that has the focus is meant, or else the first gets it. */
function decideShown({ key }: Pick<Row, 'key'>, what: string): void {
  const all = [...document.querySelectorAll<HTMLElement>(`[data-thread="${CSS.escape(key)}"] [data-deciding]`)]
  const here = all.find((one) => one.contains(document.activeElement)) ?? (all.length === 1 ? all[0] : undefined)
  const button = (here ?? all[0])?.querySelector<HTMLElement>(`[data-do=${what}]`)
  if (here) button?.click()
  else button?.focus()
}

/** What nobody answered is closed with a reason: that is asked first, and what is selected stays so until it is given. */
function closing(inbox: Inbox, rows: readonly Row[], after: (act: () => void) => () => void): () => void {
  if (rows.some((row) => row.needsDecision)) return () => inbox.openDialog({ kind: 'close', rows })
  return after(() => inbox.decide.finish(rows))
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
    author: () => (matchMedia(fourPanes).matches && !inbox.columns ? inbox.toggleAuthor() : inbox.showAuthor()),
  }
}

/** The message that keys and the menu of the whole conversation speak of: the first that is not ours. */
export function leadOf(conversation: Conversation | undefined): Message | undefined {
  const messages = conversation?.messages.toSorted((a, b) => a.publishedAt.localeCompare(b.publishedAt))
  return messages?.find((message) => !message.isOwn) ?? messages?.[0]
}

/** What is selected goes first; else it is the conversation that is open. */
export function subjectsOf(inbox: Inbox): readonly Row[] {
  // In columns some may have been chosen in another one.
  if (inbox.selected.size > 0 && inbox.columns) return rowsStanding(inbox.selected)
  if (inbox.selected.size > 0) return inbox.list.rows.filter((row) => inbox.selected.has(row.id))
  return inbox.currentRow ? [inbox.currentRow] : []
}
