import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useChange } from '#web/api.ts'
import { Btn, btnClass } from '#web/parts/bits.tsx'
import { FormError } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { Door } from '#web/screens/sign-in/door.tsx'
import { startOver, useSession } from '#web/session.ts'
import { useDemo } from './use-demo.ts'

/** On the way into the demo company: eight weeks are told in a few seconds, and then it opens by itself. */
export function DemoScreen() {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const enter = useChange('POST /api/demo')
  const { workspace } = useSession()
  const isBegun = useRef(false)
  useTitle(t`Demo company`)
  const go = () => enter.mutate({ body: {} }, { onSuccess: () => startOver('/inbox/mine') })
  useEffect(() => {
    // Asked once: what a second call would find is the same demo.
    if (isBegun.current) return
    isBegun.current = true
    go()
  })
  return (
    <Door
      title={t`Eight weeks in a few seconds`}
      says={t`An airline and an energy firm that do not exist, and everything that people say about them. Nothing of it leaves this machine.`}
    >
      {enter.error ? (
        <div className="space-y-4">
          <FormError>{wordsOf(enter.error)}</FormError>
          <div className="flex flex-wrap gap-3">
            <Btn kind="primary" isBusy={enter.isPending} onClick={go}>
              {t`Try again`}
            </Btn>
            <Link to={workspace?.isWelcomed ? '/inbox' : '/welcome'} className={btnClass('quiet')}>
              {t`To my own workspace`}
            </Link>
          </div>
        </div>
      ) : (
        <Filling />
      )}
    </Door>
  )
}

function Filling() {
  const { t } = useLingui()
  const fmt = useFmt()
  const demo = useDemo({ isFilling: true })
  const stop = useChange('DELETE /api/demo')
  const told = demo?.told ?? 0
  const of = Math.max(demo?.of ?? 0, 1)
  const share = demo?.state === 'standing' ? 1 : told / of
  return (
    <div className="space-y-4">
      <div
        role="progressbar"
        aria-label={t`Setting up the demo company`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        className="h-2 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className="h-full origin-left rounded-full bg-ink transition-transform duration-300"
          style={{ transform: `scaleX(${share})` }}
        />
      </div>
      <p className="num flex min-h-8 items-center gap-3 text-ui text-ink-3">
        <span className="flex-1">
          {told > 0 ? t`${fmt.int(told)} of ${fmt.int(of)} things have happened` : t`The story begins…`}
        </span>
        {demo?.state === 'filling' && demo.mayRemove && (
          <Btn small isBusy={stop.isPending} onClick={() => stop.mutate({})}>
            {t`Stop`}
          </Btn>
        )}
      </p>
    </div>
  )
}
