import { msg } from '@lingui/core/macro'
import type { ConversationView } from '#domain/conversation.ts'

/** The views of the inbox, in the order of the rail; `1` to `8` open them. */
export const views = [
  { view: 'mine', label: msg`My queue` },
  { view: 'asked', label: msg`Asked of me` },
  { view: 'approve', label: msg`To approve` },
  { view: 'unowned', label: msg`No owner yet` },
  { view: 'waiting', label: msg`Waiting` },
  { view: 'all', label: msg`Everything open` },
  { view: 'done', label: msg`Done` },
  { view: 'noise', label: msg`Noise` },
] as const satisfies readonly { view: ConversationView; label: unknown }[]
