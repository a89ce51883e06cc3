import { useLingui } from '@lingui/react/macro'
import { useFmt } from '#web/parts/fmt.ts'
import type { Stop } from './use-stops.ts'

/** What is stopped since when, and by whom. */
export function useStopWords({ account, at, by }: Pick<Stop, 'account' | 'at' | 'by'>): { since: string; by: string } {
  const { t } = useLingui()
  const fmt = useFmt()
  const when = fmt.moment(new Date(at))
  const handle = account ? `@${account.handle}` : ''
  const name = by?.name
  return {
    since: account ? t`Nothing goes out as ${handle} since ${when}:` : t`Nothing goes out since ${when}:`,
    by: name === undefined ? t`from the command line` : t`by ${name}`,
  }
}
