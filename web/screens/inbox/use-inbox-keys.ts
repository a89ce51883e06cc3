import type { Row } from '#api/contract/shapes.ts'
import { type CommandId, type Offer, useCommands } from '#web/commands.ts'
import type { ComposerMode } from './composer-tabs.tsx'
import { type Doings, doingsAbout, doingsWith, leadOf, subjectsOf } from './doings.ts'
import { focusCard } from './focus-card.ts'
import { composerOf, type Inbox } from './inbox-context.ts'
import { menuAtFocus } from './menu-place.ts'
import { useConversation } from './use-conversation.ts'
import { dropWish, makeWish, type Wish } from './wish.ts'

const aboutConversations = [
  'approve',
  'askChanges',
  'reject',
  'done',
  'reopen',
  'mine',
  'release',
  'handOver',
  'ask',
  'merge',
  'wait',
  'noise',
  'work',
  'joinStory',
  'toIncident',
  'pile',
  'pledge',
  'hold',
  'unread',
  'copyLink',
] as const
const withMessage = ['sentiment', 'why', 'copyText', 'original', 'author'] as const

/** One key per decision. What is selected goes first; else it is the conversation that is open. */
export function useInboxKeys(inbox: Inbox) {
  const conversation = useConversation(inbox.current).data
  const lead = leadOf(conversation)
  const decisions = doingsAbout(inbox, subjectsOf(inbox))
  const isSeen = inbox.columns?.isOpen ?? true
  const messageDoings = lead && isSeen ? doingsWith(inbox, lead) : {}
  useCommands([
    ...listOffers(inbox),
    ...offersOf(aboutConversations, decisions),
    ...offersOf(withMessage, messageDoings),
    ...conversationOffers(inbox, conversation?.can.direct === true),
  ])
}

function offersOf(ids: readonly CommandId[], doings: Doings): Offer[] {
  return ids.map((id) => ({ id, when: () => doings[id] !== undefined, run: () => doings[id]?.() }))
}

/** The arrows walk the list, except where they have work of their own: in the conversation they scroll. */
export function isForList(target: EventTarget | null): boolean {
  if (target === document.body) return true
  return target instanceof Element && target.closest('[data-inbox-list]') !== null && !target.closest('input')
}

function listOffers(inbox: Inbox): Offer[] {
  const { list } = inbox
  const go = (by: 1 | -1) => () => {
    const row = inbox.rowBy(by)
    if (row) inbox.open(row)
  }
  const select = (by: 1 | -1) => () => {
    const from = inbox.currentRow
    if (from && !inbox.selected.has(from.id)) inbox.toggleSelected(from.id)
    const row: Row | undefined = inbox.rowBy(by)
    if (!row) return
    if (!inbox.selected.has(row.id)) inbox.toggleSelected(row.id)
    inbox.open(row)
  }
  const hasCurrent = () => inbox.me.canWrite && inbox.currentRow !== undefined
  return [
    { id: 'next', run: go(1), isFixedHere: isForList },
    { id: 'previous', run: go(-1), isFixedHere: isForList },
    { id: 'select', when: hasCurrent, run: () => inbox.currentRow && inbox.toggleSelected(inbox.currentRow.id) },
    { id: 'selectNext', when: hasCurrent, run: select(1) },
    { id: 'selectPrevious', when: hasCurrent, run: select(-1) },
    { id: 'takeIn', when: () => list.newsCount > 0, run: list.takeIn },
    { id: 'search', when: () => !inbox.columns, run: () => focusOn('[data-inbox-search]') },
    {
      id: 'filter',
      when: () => !inbox.columns,
      run: () => document.querySelector<HTMLElement>('[data-inbox-filter]')?.click(),
    },
    { id: 'back', run: () => back(inbox) },
    { id: 'undo', run: inbox.decide.undo },
  ]
}

/** Into the conversation, and what one writes there. */
function conversationOffers(inbox: Inbox, canDirect: boolean): Offer[] {
  const write = (mode: ComposerMode) => () => {
    inbox.columns?.show()
    const composer = composerOf(inbox, inbox.current)
    if (composer) composer.focus(mode)
    else wish(mode)
  }
  const enter = () => {
    inbox.columns?.show()
    const thread = `[data-thread="${CSS.escape(inbox.currentRow?.key ?? '')}"]`
    if (document.querySelector(thread)) focusOn(thread)
    else wish('enter')
  }
  const canWrite = () => inbox.current !== undefined && inbox.me.canWrite
  return [
    { id: 'enter', when: isOnCard, run: enter },
    { id: 'menu', when: () => inbox.current !== undefined, run: () => menuAtFocus(inbox) },
    { id: 'reply', when: canWrite, run: write('reply') },
    // Of a conversation that is not here yet nobody knows whether it can be answered in private.
    { id: 'direct', when: () => canWrite() && canDirect, run: write('direct') },
    { id: 'note', when: canWrite, run: write('note') },
  ]
}

/** Out of the field, then out of the conversation, then out of the selection: one step at a time. */
function back(inbox: Inbox) {
  const { activeElement } = document
  if (activeElement instanceof HTMLTextAreaElement) return focusOn('[data-thread]')
  if (inbox.selected.size > 0) return inbox.clearSelected()
  inbox.columns?.close()
  if (inbox.currentRow) focusCard(inbox.currentRow.id)
}

/** Enter on another card opens that one: it is a link. */
function isOnCard(): boolean {
  return document.activeElement?.matches('[data-card][aria-current]') ?? false
}

/** Kept until the conversation is here, or until the person does something else. */
function wish(what: Wish) {
  makeWish(what)
  for (const doing of ['keydown', 'pointerdown'])
    window.addEventListener(doing, dropWish, { once: true, capture: true })
}

function focusOn(selector: string) {
  document.querySelector<HTMLElement>(selector)?.focus()
}
