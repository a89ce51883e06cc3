import { useLingui } from '@lingui/react/macro'
import { Stamp } from 'lucide-react'
import { useFmt } from '#web/parts/fmt.ts'
import { Notice } from '#web/screens/inbox/notice.tsx'
import type { useNeed } from './use-need.ts'
import { useWhyWords } from './why-words.ts'

/** Said before one types: this answer will be looked at by somebody else, why, and by whom. */
export function NeedLine({ need }: { need: NonNullable<ReturnType<typeof useNeed>> }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const whyWords = useWhyWords()
  const names = fmt.list(need.approvers.map(({ name }) => name))
  return (
    <Notice icon={<Stamp size={15} className="shrink-0 text-warn-t" />} isCalm>
      {whyWords(need.why)}{' '}
      {need.approvers.length === 0
        ? t`Nobody here may give it: ask an administrator to name somebody.`
        : t`Sending asks ${names}.`}
    </Notice>
  )
}
