import { useLingui } from '@lingui/react/macro'
import { OctagonPause } from 'lucide-react'
import { Notice } from '#web/screens/inbox/notice.tsx'

/** Above the words, before they are sent: they will not leave yet. */
export function StoppedLine() {
  const { t } = useLingui()
  return (
    <Notice icon={<OctagonPause size={15} aria-hidden="true" className="shrink-0 text-neg-t" />} isCalm>
      <span data-held-until>{t`Answers are held until sending is resumed.`}</span>
    </Notice>
  )
}
