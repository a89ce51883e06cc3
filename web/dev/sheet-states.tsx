import { useLingui } from '@lingui/react/macro'
import { ApiProblemError } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { EmptyState, FailedState, NotAllowed, SkeletonRows } from '#web/parts/states.tsx'
import { Frame } from './frame.tsx'

const offline = new ApiProblemError(0, { code: 'offline', message: '', details: {} })
const unavailable = new ApiProblemError(503, { code: 'unavailable', message: '', details: {} })
const notAllowed = new ApiProblemError(403, { code: 'not_allowed', message: '', details: {} })
const tooMany = new ApiProblemError(429, { code: 'too_many', message: '', details: {} })

/** What stands where nothing can stand. */
export function SheetStates() {
  const { t } = useLingui()
  return (
    <>
      <Frame name="loading" span="lg:col-span-3">
        <SkeletonRows count={4} label={t`The conversations are on their way`} />
      </Frame>
      <Frame name="empty" span="lg:col-span-3">
        <EmptyState
          hasArt
          level={3}
          className="px-0! py-2!"
          title={t`Everyone has been answered`}
          text={t`Nothing is waiting. New messages appear here by themselves.`}
        />
      </Frame>
      <Frame name="failures, not allowed" span="lg:col-span-6">
        <FailedState error={offline} retry={() => {}} className="mx-0! mt-0! mb-2!" />
        <FailedState error={unavailable} retry={() => {}} className="mx-0! mt-0! mb-2!" />
        <FailedState error={notAllowed} className="mx-0! mt-0! mb-2!" />
        <FailedState error={tooMany} className="mx-0! mt-0! mb-2!" />
        <NotAllowed>{t`You can look at these. An administrator can change them.`}</NotAllowed>
      </Frame>
      <Frame name="empty because filtered" span="lg:col-span-6">
        <EmptyState
          level={3}
          className="px-0! py-2!"
          title={t`Nothing matches`}
          text={t`No conversation in this view passes these filters.`}
          action={<Btn>{t`Clear all`}</Btn>}
        />
      </Frame>
    </>
  )
}
