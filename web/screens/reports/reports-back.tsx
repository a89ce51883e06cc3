import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'

/** The way back, to what stands above it. */
export function ReportsBack({ to }: { to: '/reports' | '/reputation' }) {
  const { t } = useLingui()
  return (
    <Link
      to={to}
      className="-ml-2 inline-flex h-8 items-center gap-1.5 rounded-md px-2 text-ui text-ink-2 hover:bg-sunken hover:text-ink touch:h-11"
    >
      <ArrowLeft size={15} />
      {to === '/reports' ? t`All reports` : t`Reputation`}
    </Link>
  )
}
