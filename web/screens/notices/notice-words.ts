import { useLingui } from '@lingui/react/macro'
import type { NoticeView } from '#api/contract/shapes.ts'
import { useClockWords, usePromisedTime } from '#web/parts/promises/clock-words.ts'

/** What a notice says, in one sentence. */
export function useNoticeWords({ kind, clock, rule, minutes, by, name, why }: NoticeView): string {
  const { t } = useLingui()
  const what = useClockWords()[clock]
  const long = usePromisedTime()(minutes ?? 0)
  const rules = rule === null ? '' : ` (“${rule}”)`
  const who = by ?? t`Wederhoor`
  const named = name ?? ''
  switch (kind) {
    case 'promise_flagged':
      return t`We promised ${what} within ${long}${rules}, that is past, and there is risk in it.`
    case 'promise_broken':
      return t`We promised ${what} within ${long}${rules}, and that is past.`
    case 'promise_near':
      return t`We promised ${what} within ${long}${rules}, and that ends soon.`
    case 'promises_stand':
      return t`Nobody looks at the deadlines of promises any more. Whoever runs this Wederhoor must look.`
    case 'mentioned':
      return t`${who} calls you by name in a note.`
    case 'asked':
      return t`${who} asks for your advice.`
    case 'informed':
      return t`${who} keeps you informed.`
    case 'handed_over':
      return t`${who} gave it to you.`
    case 'queued':
      return t`${who} handed it to ${named}; nobody has it yet.`
    case 'reopened':
      return t`They wrote again. It is yours, and open.`
    case 'silence_due':
      return t`Look again: there was deliberately no answer (${named}).`
    case 'pledge_due':
      return t`It is time for what was pledged to them.`
    case 'reply_failed':
      return t`Your answer does not stand on the network. Look what is needed.`
    case 'held_back':
      return heldBack(why)
    case 'ends_soon':
      return t`“${named}” holds for less than a week. Give it another date, or let it end.`
    case 'ended':
      return t`“${named}” is past its date and is not offered any more.`
    case 'approval_asked':
      return t`${who} asks for your approval of an answer.`
    case 'approval_late':
      return t`An answer has been waiting for approval for a while. You may approve it too.`
    case 'approved':
      return t`${who} approved your answer.`
    case 'changes_asked':
      return t`${who} asks for changes in your answer. Your text is kept.`
    case 'rejected':
      return t`${who} rejected your answer. Your text is kept.`
    case 'incident_joined':
      return t`${who} needs you in incident ${named}.`
    case 'incident_due':
      return t`The next update of incident ${named} is due.`
    case 'alert_raised':
      return named ? t`Something unusual is being said about “${named}”.` : t`Something unusual is being said.`
    case 'alert_again':
      return named
        ? t`It flares up again: something unusual is being said about “${named}”.`
        : t`It flares up again: something unusual is being said.`
    case 'alert_grave':
      return named
        ? t`Much that is bad is being said about “${named}”, and it spreads.`
        : t`Much that is bad is being said, and it spreads.`
    case 'listening_deaf':
      return t`“${named}” does not answer. What is said there is not heard.`
    case 'hook_stopped':
      return t`The webhook “${named}” failed too often and was turned off.`
    case 'sending_stopped':
      return named ? t`${who} stopped sending as ${named}.` : t`${who} stopped sending. Nothing goes out.`
    case 'sending_resumed':
      return named ? t`${who} let answers go out as ${named} again.` : t`${who} let answers go out again.`
  }

  function heldBack(reason: NoticeView['why']): string {
    switch (reason) {
      case 'message':
        return t`They wrote again before your answer left, so it was held back. Your text is kept.`
      case 'colleague':
        return t`${who} answered, so the answer you had scheduled was held back. Your text is kept.`
      case 'stop':
        return t`The moment of your answer came while sending is stopped. It waits.`
      case 'resumed':
        return t`${who} let sending go on. Your answer is a draft again.`
      case 'approval':
        return t`Your answer needs approval anew before it can leave. It was asked for.`
      case undefined:
        return t`Your answer was held back. Look what is needed.`
    }
  }
}
