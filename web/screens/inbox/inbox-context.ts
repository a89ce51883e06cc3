import { createContext, use } from 'react'
import type { Row } from '#api/contract/shapes.ts'
import type { MenuPlace } from '#web/parts/context-menu.tsx'
import type { InboxSearch } from '#web/router.tsx'
import type { ListAsk } from './filters.ts'
import type { PresentHere } from './presence.ts'
import type { Decisions } from './use-decisions.ts'
import type { List } from './use-list.ts'
import type { Me } from './use-me.ts'

/** What lies over the inbox: one question at a time. */
export type InboxDialog =
  | { kind: 'handOver'; rows: readonly Row[] }
  | { kind: 'wait'; rows: readonly Row[] }
  | { kind: 'author' }
  | { kind: 'menu'; at: MenuPlace; rows: readonly Row[] }
  | { kind: 'messageMenu'; at: MenuPlace; messageId: string }
  | null

/** The part of the page that answers to `R` and `N`: the composer registers itself here. */
export type ComposerHandle = { focus: (tab: 'reply' | 'note') => void; setText: (text: string) => void }

export type Inbox = {
  me: Me
  view: string
  search: InboxSearch
  ask: ListAsk
  list: List
  /** The conversation in the address: its id or its key. */
  current: string | undefined
  currentRow: Row | undefined
  /** One up or down from where one is. */
  rowBy: (by: 1 | -1) => Row | undefined
  /** Opens one and puts the focus on its card; `undefined` closes. */
  open: (row: Pick<Row, 'id' | 'key'> | undefined, options?: { replace?: boolean; isQuiet?: boolean }) => void
  /** Off the list because an answer takes it along; the next one opens. */
  leave: (row: Row, kind: 'finish' | 'wait') => void
  setSearch: (change: InboxSearch) => void
  decide: Decisions
  selected: ReadonlySet<string>
  toggleSelected: (id: string) => void
  clearSelected: () => void
  problems: ReadonlyMap<string, string>
  /** Which colleagues are at which conversation now. */
  present: ReadonlyMap<string, PresentHere>
  dialog: InboxDialog
  openDialog: (dialog: InboxDialog) => void
  composer: { current: ComposerHandle | null }
  isAuthorShown: boolean
  toggleAuthor: () => void
  /** The pane where there is room for it, a drawer where there is not. */
  showAuthor: () => void
}

export const InboxContext = createContext<Inbox | undefined>(undefined)

export function useInbox(): Inbox {
  const inbox = use(InboxContext)
  if (!inbox) throw new Error('useInbox stands outside the inbox')
  return inbox
}
