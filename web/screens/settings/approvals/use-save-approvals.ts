import { useLingui } from '@lingui/react/macro'
import type { Answer } from '#api/contract/contract.ts'
import type { ApprovalSettings } from '#domain/approval.ts'
import { keyOf, queries, useChange } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'

export type Approvals = Answer<'GET /api/approvals'>

const refresh = ['GET /api/approvals', 'GET /api/approvals/versions'] as const

/** One part of what holds; the rest stays as it is. What somebody else saved meanwhile is refused, and read anew. */
export function useSaveApprovals({ settings, version }: Approvals) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const change = useChange('PUT /api/approvals', { refresh })
  type Put = { to: ApprovalSettings; basedOn: number; back?: ApprovalSettings; says?: string; onSaved?: () => void }
  const put = ({ to, basedOn, back, says, onSaved }: Put): void =>
    change.mutate(
      { body: { settings: to, basedOn } },
      {
        onSuccess: (answer) => {
          keep(answer)
          const undo = back && (() => put({ to: back, basedOn: answer.version }))
          showToast({ text: says ?? t`Saved`, undo })
          onSaved?.()
        },
        onError: (error) => showToast({ tone: 'failed', text: wordsOf(error) }),
      },
    )
  return {
    savePart: (part: Partial<ApprovalSettings>, said: { says?: string; onSaved?: () => void } = {}) =>
      put({ to: { ...settings, ...part }, basedOn: version, back: settings, ...said }),
    isBusy: change.isPending,
    problem: change.error ? wordsOf(change.error) : undefined,
  }
}

/** The one switch, which whoever leads may turn without the rest. */
export function useSwitchAll({ settings }: Approvals) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const change = useChange('PUT /api/approvals/all', { refresh })
  const turn = (
    all: ApprovalSettings['all'],
    { back, onSaved }: { back?: ApprovalSettings['all']; onSaved?: () => void },
  ) =>
    change.mutate(
      { body: { all } },
      {
        onSuccess: (answer) => {
          keep(answer)
          showToast({ text: t`Saved`, undo: back && (() => turn(back, {})) })
          onSaved?.()
        },
      },
    )
  return {
    turnTo: (all: ApprovalSettings['all'], onSaved?: () => void) => turn(all, { back: settings.all, onSaved }),
    isBusy: change.isPending,
    problem: change.error ? wordsOf(change.error) : undefined,
  }
}

/** At once on the screen: the next change is based on it. */
function keep(answer: Approvals): void {
  queries.setQueryData<Approvals>(keyOf('GET /api/approvals'), answer)
}
