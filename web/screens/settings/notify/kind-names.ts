import { useLingui } from '@lingui/react/macro'
import type { NoticeKind, NoticeLevel } from '#domain/notice.ts'

/** What one can be told of, as it stands in a list. */
export function useKindNames(): Record<NoticeKind, string> {
  const { t } = useLingui()
  return {
    promise_flagged: t`A promise is broken, and there is risk in it`,
    promises_stand: t`Nobody looks at the deadlines of promises`,
    promise_broken: t`A promise is broken`,
    promise_near: t`A promise is near its end`,
    mentioned: t`Somebody calls me by name in a note`,
    asked: t`Somebody asks for my advice`,
    informed: t`Somebody keeps me informed`,
    handed_over: t`Something is given to me`,
    queued: t`Something comes to my department, and nobody has it`,
    reopened: t`A new message opens my conversation again`,
    reply_failed: t`An answer of mine does not stand on the network`,
    hook_stopped: t`A webhook was turned off because it failed`,
  }
}

export function useLevelNames(): Record<NoticeLevel, string> {
  const { t } = useLingui()
  return {
    page: t`Page: at once, with sound`,
    nudge: t`Nudge: at once`,
    badge: t`Badge: only in Wederhoor`,
    digest: t`Digest: once a day`,
  }
}
