import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Btn, btnClass } from '#web/parts/bits.tsx'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import { RemoveDemo } from './remove-demo.tsx'
import { useDemo } from './use-demo.ts'

/** The demo among the settings: to set it up, to go there, to remove it. */
export function DemoCard() {
  const { t } = useLingui()
  const [isAsked, setAsked] = useState(false)
  const demo = useDemo()
  if (!demo) return null
  const isStanding = demo.state === 'standing'
  return (
    <SettingsCard
      title={t`Demo company`}
      says={t`An airline and an energy firm that do not exist, with eight weeks of messages: to look around in, to practise, to show to others. They stand in workspaces of their own, and nothing of them leaves this machine.`}
    >
      <p className="flex flex-wrap gap-3">
        <Link to="/demo" className={btnClass()}>
          {isStanding ? t`Go to the demo company` : t`Set up the demo company`}
        </Link>
        {isStanding && demo.mayRemove && (
          <Btn kind="danger" onClick={() => setAsked(true)}>
            {t`Remove the demo`}
          </Btn>
        )}
      </p>
      {isStanding && !demo.mayRemove && (
        <p className="text-ui text-ink-3">{t`Who set up the demo company can remove it.`}</p>
      )}
      <RemoveDemo isOpen={isAsked} onClose={() => setAsked(false)} />
    </SettingsCard>
  )
}
