import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { RoutingRunView, RoutingView } from '#api/contract/shapes.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { FormError } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import { RunProgress } from './run-progress.tsx'
import { DepartmentCounts, MovedExamples } from './run-result.tsx'

const lookEveryMs = 1_000

/** Placing what is open anew, what came of it the last time, and the way back. */
export function ApplyCard({ routing }: { routing: RoutingView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const wordsOf = useProblemWords()
  const [isAsking, setAsking] = useState(false)
  const { application, undo } = routing
  const running = [application, undo].find((run) => run?.state === 'running')
  useAsk('GET /api/routing', undefined, { refetchInterval: running ? lookEveryMs : false })
  const back = useChange('POST /api/routing/runs/{id}/undo', { refresh: ['GET /api/routing'] })
  const mayPutBack = application && application.moved > 0 && !undo && application.state !== 'running'
  return (
    <SettingsCard
      title={t`What is open now`}
      says={t`A rule counts for what comes in from now on. Here what is open already is placed anew, as if today’s rules had been there. What a person placed stays.`}
    >
      <div className="flex flex-wrap gap-2">
        <Btn disabled={running !== undefined} onClick={() => setAsking(true)}>
          {t`Apply to what is open…`}
        </Btn>
        {mayPutBack && (
          <Btn kind="quiet" isBusy={back.isPending} onClick={() => back.mutate({ params: { id: application.id } })}>
            {t`Put back what it moved`}
          </Btn>
        )}
      </div>
      {back.error && <FormError>{wordsOf(back.error)}</FormError>}
      {running && (
        <RunProgress run={running} label={running === undo ? t`Putting back` : t`Placing anew`}>
          {running.of > 0 ? t`${fmt.int(running.tried)} of ${fmt.int(running.of)} done` : t`It begins in a moment…`}
        </RunProgress>
      )}
      {!running && application && <Outcome application={application} undo={undo} />}
      {isAsking && <AskApply routing={routing} onClose={() => setAsking(false)} />}
    </SettingsCard>
  )
}

function Outcome({ application, undo }: { application: RoutingRunView; undo: RoutingRunView | null }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { moved, byHand, tried } = application
  const when = fmt.moment(new Date(application.finishedAt ?? application.askedAt))
  const who = application.by?.name ?? t`somebody`
  if (undo) {
    const backCount = undo.moved
    const leftCount = undo.byHand
    return (
      <p className="num text-body text-pretty text-ink-2">
        {t`Put back: ${plural(backCount, { one: '# conversation', other: '# conversations' })}.`}{' '}
        {leftCount > 0 &&
          t`${plural(leftCount, { one: '# was moved since and stays.', other: '# were moved since and stay.' })}`}
      </p>
    )
  }
  return (
    <>
      <p className="num text-body text-pretty text-ink-2">
        {t`${who}, ${when}`}: {application.state === 'stopped' && t`Stopped halfway.`}{' '}
        {t`${plural(moved, { one: '# conversation', other: '# conversations' })} of ${fmt.int(tried)} placed anew.`}{' '}
        {byHand > 0 &&
          t`${plural(byHand, { one: '# was placed by a person and stays.', other: '# were placed by people and stay.' })}`}
      </p>
      {moved > 0 && (
        <details className="text-ui">
          <summary className="min-h-6 cursor-pointer font-semibold touch:min-h-11 touch:content-center">
            {t`Where they stand`}
          </summary>
          <div className="mt-2 space-y-3">
            <DepartmentCounts run={application} />
            <MovedExamples run={application} />
          </div>
        </details>
      )}
    </>
  )
}

function AskApply({ routing, onClose }: { routing: RoutingView; onClose: () => void }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const apply = useChange('POST /api/routing/applications', { refresh: ['GET /api/routing'] })
  const count = routing.rules.filter(({ isOn }) => isOn).length
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Place what is open anew?`}
      says={t`By ${plural(count, { one: 'the # rule that is on', other: 'the # rules that are on' })}. What no rule places loses the department that a rule gave it. You can stop it, and put it back as a whole.`}
      footer={
        <>
          <Btn kind="primary" isBusy={apply.isPending} onClick={() => apply.mutate({}, { onSuccess: onClose })}>
            {t`Apply the rules`}
          </Btn>
          <Btn kind="quiet" onClick={onClose}>{t`Cancel`}</Btn>
        </>
      }
    >
      {apply.error && <FormError>{wordsOf(apply.error)}</FormError>}
    </Dialog>
  )
}
