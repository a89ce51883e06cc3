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
    silence_due: t`It is time to look again at what I deliberately left unanswered`,
    pledge_due: t`It is time for what was pledged in my conversation`,
    reopened: t`A new message opens my conversation again`,
    reply_failed: t`An answer of mine does not stand on the network`,
    held_back: t`An answer of mine was held back`,
    ends_soon: t`A snippet or a fact of mine holds for less than a week`,
    ended: t`A snippet or a fact of mine is past its date`,
    approval_asked: t`Somebody asks for my approval`,
    approval_late: t`An answer waits long for approval`,
    approved: t`An answer of mine was approved`,
    changes_asked: t`Somebody asks for changes in an answer of mine`,
    rejected: t`An answer of mine was rejected`,
    incident_joined: t`I am needed in an incident`,
    incident_due: t`The next update of my incident is due`,
    alert_raised: t`Something unusual is being said`,
    alert_again: t`What was over flares up again`,
    alert_grave: t`Much that is bad is being said, and it spreads`,
    listening_deaf: t`A source does not answer`,
    hook_stopped: t`A webhook was turned off because it failed`,
    sending_stopped: t`Somebody stopped sending`,
    sending_resumed: t`Sending goes on`,
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
