import type { ConversationView } from './conversation.ts'

/** What a list is asked for: a view, and what it is narrowed by, as the address of the page has it. */
export type SavedAsk = {
  view: ConversationView
  q?: string | undefined
  network?: string | undefined
  sentiment?: string | undefined
  lang?: string | undefined
  topicId?: string | undefined
  departmentId?: string | undefined
  silence?: string | undefined
  sort?: 'urgent' | undefined
}

export const savedNameMax = 60
/** As many as anybody finds their way in. */
export const savedViewsMax = 50
/** More than this is told as "999+": counting on would be waiting for a number that nobody reads. */
export const savedCountMost = 999
