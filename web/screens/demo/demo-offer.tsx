import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Theater } from 'lucide-react'
import { btnClass } from '#web/parts/bits.tsx'

/** For whoever hears nothing, or would rather see first: two firms that do not exist, with everything in them. */
export function DemoOffer({ isUrged }: { isUrged: boolean }) {
  const { t } = useLingui()
  if (!isUrged)
    return (
      <p className="text-ui text-pretty text-ink-3">
        {t`Rather see it filled first?`}{' '}
        <Link to="/demo" className="font-semibold text-ink-2 underline underline-offset-2 hover:text-ink">
          {t`Look around in a demo company`}
        </Link>
      </p>
    )
  return (
    <section className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-line bg-raised px-4 py-3">
      <Theater size={22} strokeWidth={1.6} aria-hidden="true" className="shrink-0 text-mix-t" />
      <p className="min-w-[24ch] flex-1 text-body text-pretty text-ink-2">
        {t`Meanwhile: an airline and an energy firm that do not exist, with eight weeks of messages. Nothing of it leaves this machine, and one button removes it.`}
      </p>
      <Link to="/demo" className={btnClass('ink')}>
        {t`Look around in a demo company`}
      </Link>
    </section>
  )
}
