import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { Answer } from '#api/contract/contract.ts'

/** What became of what waited, in one line. */
export function useResumedWords(): (resumed: Answer<'POST /api/stops/{id}/resume'>) => string {
  const { t } = useLingui()
  return ({ send, drafts, look }) =>
    [
      t`Sending goes on`,
      send > 0 && t`${plural(send, { one: '# answer goes out', other: '# answers go out' })}`,
      drafts > 0 && t`${plural(drafts, { one: '# is a draft again', other: '# are drafts again' })}`,
      look > 0 && t`${plural(look, { one: '# waits for a look', other: '# wait for a look' })}`,
    ]
      .filter((part) => part !== false)
      .join(' · ')
}
