import { createContext, use } from 'react'
import type { Row } from '#api/contract/shapes.ts'
import type { PartyKind } from '#domain/party.ts'
import type { Visibility } from '#domain/reply.ts'
import type { InboxSearch } from '#web/inbox-search.ts'
import type { MenuPlace } from '#web/parts/context-menu.tsx'
import type { ComposerMode } from './composer-tabs.tsx'
import type { ListAsk } from './filters.ts'
import type { PresentHere } from './presence.ts'
import type { Decisions } from './use-decisions.ts'
import type { List } from './use-list.ts'
import type { Me } from './use-me.ts'

/** What somebody beside the owner is asked to do. */
export type AskedHow = 'handOver' | PartyKind

/** What lies over the inbox: one question at a time. */
export type InboxDialog =
  | { kind: 'handOver'; rows: readonly Row[]; how?: AskedHow }
  | { kind: 'wait'; rows: readonly Row[] }
  | { kind: 'close' | 'toIncident'; rows: readonly Row[] }
  | { kind: 'author' }
  | { kind: 'hold'; id: string }
  | { kind: 'pledge'; id: string }
  | { kind: 'joinStory' | 'merge'; row: Row }
  | { kind: 'menu'; at: MenuPlace; rows: readonly Row[] }
  | { kind: 'messageMenu'; at: MenuPlace; messageId: string }
  | null

/** The part of the page that answers to `R` and `N`: the composer registers itself here, with the conversation it writes in. */
export type ComposerHandle = {
  of: Pick<Row, 'id' | 'key'>
  focus: (mode: ComposerMode) => void
  setText: (text: string, visibility: Visibility) => void
  /** What stands in it as an answer. */
  read: () => string
}

/** Puts it back where it stood. */
export type ComeBack = () => void

/** A view with what narrows it: what an address of the inbox says before the conversation. */
export type ViewPlace = { view: string; search: InboxSearch }

type OpenOptions = { replace?: boolean; isQuiet?: boolean; isAfterDecision?: boolean; place?: ViewPlace }

/** Where views stand side by side a card can be current while no conversation is open. */
export type ColumnsHere = {
  /** The open conversation stands beside them. */
  isOpen: boolean
  show: () => void
  close: () => void
}
/** Inside one of them. */
export type ColumnHere = { isActive: boolean; searchStr: string }

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
  open: (row: Pick<Row, 'id' | 'key'> | undefined, options?: OpenOptions) => void
  /** This one opened by itself, after what was decided about another. */
  isAfterDecision: boolean
  /** All who say the same as this one, to be answered as one. */
  openPile: (row: Pick<Row, 'key'>) => void
  /** Off the list because an answer takes it along; the next one opens. */
  leave: (row: Row, kind: 'finish' | 'wait' | 'approval') => ComeBack
  setSearch: (change: InboxSearch) => void
  /** Absent in the list. What the address says is then the column one is in. */
  columns: ColumnsHere | undefined
  column?: ColumnHere
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

/**
 * The composer of this conversation, by its id or key, if that is the one that stands: a moment after a step it is still that of the
 * conversation before, and words for one must never get into the other.
 */
export function composerOf({ composer }: Pick<Inbox, 'composer'>, idOrKey: string | undefined) {
  const { current } = composer
  return current && (current.of.id === idOrKey || current.of.key === idOrKey) ? current : undefined
}

export const InboxContext = createContext<Inbox | undefined>(undefined)

export function useInbox(): Inbox {
  const inbox = use(InboxContext)
  if (!inbox) throw new Error('useInbox stands outside the inbox')
  return inbox
}
