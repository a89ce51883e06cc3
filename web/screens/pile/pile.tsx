import { useLingui } from '@lingui/react/macro'
import { Link, useParams } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { isProblem } from '#web/api.ts'
import { btnClass } from '#web/parts/bits.tsx'
import { Bar, EmptyState, FailedState, NotAllowed, SkeletonRows } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { useMay } from '#web/session.ts'
import { PileList } from './pile-list.tsx'
import { PileWriter } from './pile-writer.tsx'
import { usePile } from './use-pile.ts'

/** All who say the same, and one answer in as many wordings as it takes. Each gets an answer of their own. */
export function PileScreen() {
  const { conversation = '' } = useParams({ strict: false })
  return <PileOf key={conversation} conversation={conversation} />
}

function PileOf({ conversation }: { conversation: string }) {
  const { t } = useLingui()
  const mayWrite = useMay()('reply.write_pile')
  const pile = usePile(conversation)
  const { data, error } = pile.pile
  useTitle(t`Answer as one`)
  const isGone = isProblem(error, 'not_found') || isProblem(error, 'bad_input')
  const { count = 0, title = '' } = data ?? {}
  return (
    <div data-scroll className="thin-scroll h-full overflow-y-auto">
      <div className="mx-auto max-w-[1240px] px-4 pt-3 pb-16 md:px-8 md:pt-5">
        <Link
          to="/c/$key"
          params={{ key: conversation }}
          className="-ml-1.5 inline-flex h-8 items-center gap-1 rounded-md px-1.5 text-ui font-semibold text-ink-3 hover:text-ink touch:h-11"
        >
          <ChevronLeft size={15} aria-hidden="true" />
          {t`Back to the conversation`}
        </Link>
        {data ? (
          <>
            <h1 className="display mt-1 text-title text-balance">{t`Answer as one`}</h1>
            <p className="num mt-1 max-w-prose text-body text-pretty text-ink-2">
              {t`${count} conversations tell of the same: “${title}”. Each gets an answer of its own, in its own place.`}
            </p>
            <div className="mt-5 grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
              {mayWrite ? (
                <PileWriter pile={pile} />
              ) : (
                <NotAllowed>{t`You look along as an observer. Answering is for members; an administrator can make you one.`}</NotAllowed>
              )}
              <PileList pile={pile} mayWrite={mayWrite} />
            </div>
          </>
        ) : isGone ? (
          <EmptyState
            level={1}
            title={t`Nobody else tells of this`}
            text={t`This conversation is in no story any more: it was taken out, or it belongs to another workspace.`}
            action={
              <Link to="/inbox/$view" params={{ view: 'all' }} className={btnClass('primary')}>
                {t`To the inbox`}
              </Link>
            }
          />
        ) : error ? (
          <FailedState error={error} retry={() => void pile.pile.refetch()} />
        ) : (
          <Loading />
        )}
      </div>
    </div>
  )
}

function Loading() {
  const { t } = useLingui()
  return (
    <div role="status" aria-label={t`The story is on its way`} className="mt-3 grid gap-8 lg:grid-cols-[5fr_6fr]">
      <div className="space-y-4">
        <Bar width={40} className="h-7!" />
        <Bar width={90} className="h-20!" />
      </div>
      <SkeletonRows label={t`The story is on its way`} />
    </div>
  )
}
