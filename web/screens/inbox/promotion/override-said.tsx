import { useLingui } from '@lingui/react/macro'
import { Ban } from 'lucide-react'
import type { Override } from '#domain/promotion/override.ts'
import { useGateRuleName } from './gate-words.ts'

/** Beside an answer that went although something stopped it: what that was, and why it went. */
export function OverrideSaid({ override }: { override: Override }) {
  const { t } = useLingui()
  const nameOf = useGateRuleName()
  const names = override.rules.map(nameOf).join(' · ')
  return (
    <p className="mt-1.5 flex items-start gap-1.5 text-meta text-ink-2">
      <Ban size={13} strokeWidth={2.3} className="mt-px shrink-0 text-warn-t" aria-hidden="true" />
      <span className="min-w-0 break-words">
        {t`Sent all the same: ${names}.`} {override.reason && `“${override.reason}”`}
      </span>
    </p>
  )
}
