import { useLingui } from '@lingui/react/macro'
import type { ReplyApproval } from '#web/screens/inbox/approval/use-approval.ts'

/** Why an answer needs a second pair of eyes. */
export function useWhyWords(): (why: ReplyApproval['why']) => string {
  const { t } = useLingui()
  return (why) => {
    switch (why.kind) {
      case 'rule':
        return t`Rule “${why.name}” asks for approval.`
      case 'policy':
        return t`The policy asks for approval: ${why.name}.`
      case 'incident':
        return t`During an incident every answer needs approval.`
      case 'all':
        return t`Every answer needs approval here.`
    }
  }
}

/** Why it is asked once more; empty the first time. */
export function useLackWords(): (lack: ReplyApproval['lack']) => string {
  const { t } = useLingui()
  return (lack) => {
    switch (lack) {
      case 'message':
        return t`They wrote again since: read that first.`
      case 'text':
        return t`The words changed since.`
      case 'approver':
      case 'own':
        return t`Who approved it may not do so any more.`
      case 'taken_back':
        return t`The approval was taken back.`
      case 'never':
        return t`It was ready to leave when approval became needed.`
      case null:
        return ''
    }
  }
}
