import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { ApprovalSettings } from '#domain/approval.ts'
import { useAsk } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { type Approvals, useSaveApprovals } from './use-save-approvals.ts'

/** What held when. Going back is a new version: nothing is overwritten, and an answer keeps by which it was asked about. */
export function HistoryCard({ approvals, mayChange }: { approvals: Approvals; mayChange: boolean }) {
  const { t } = useLingui()
  const { data, error, refetch } = useAsk('GET /api/approvals/versions')
  return (
    <details className="rounded-xl border border-line bg-pane px-5 py-4">
      <summary className="min-h-6 cursor-pointer text-body font-bold touch:min-h-11">{t`Earlier versions`}</summary>
      {data ? (
        data.items.length === 0 ? (
          <p className="mt-2 text-ui text-ink-2">{t`Nobody changed anything yet.`}</p>
        ) : (
          <ol aria-label={t`Earlier versions`} className="mt-2 divide-y divide-line">
            {data.items.map((version) => (
              <Version key={version.version} shown={version} approvals={approvals} mayChange={mayChange} />
            ))}
          </ol>
        )
      ) : error ? (
        <FailedState error={error} retry={() => void refetch()} className="mx-0!" />
      ) : (
        <SkeletonRows label={t`What held before is on its way`} count={2} />
      )}
    </details>
  )
}

function Version({ shown, approvals, mayChange }: { shown: Approvals; approvals: Approvals; mayChange: boolean }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { savePart, isBusy } = useSaveApprovals(approvals)
  const saidOf = useSaid()
  const { version: number, settings } = shown
  const isNow = number === approvals.version
  const who = shown.by?.name ?? t`Somebody`
  const when = shown.at ? fmt.moment(new Date(shown.at)) : ''
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="text-ui font-semibold">{isNow ? t`Version ${number}, holds now` : t`Version ${number}`}</p>
        <p className="text-ui break-words text-ink-2">{saidOf(settings)}</p>
        <p className="text-meta text-ink-3">
          {who}, {when}
        </p>
      </div>
      {mayChange && !isNow && (
        <Btn
          small
          isBusy={isBusy}
          aria-label={t`Go back to this: version ${number}`}
          onClick={() => savePart(settings, { says: t`Version ${number} holds again.` })}
        >{t`Go back to this`}</Btn>
      )}
    </li>
  )
}

/** A version in a line, so that one knows which it was. */
function useSaid(): (settings: ApprovalSettings) => string {
  const { t } = useLingui()
  return ({ rules, all }) => {
    const on = rules.filter(({ isOn }) => isOn)
    const names = on.map(({ name }) => name).join(', ')
    const said = t`${plural(on.length, { 0: 'no rules', one: '# rule', other: '# rules' })}`
    const alls = { never: '', incident: t`all during an incident`, always: t`all answers` }
    return [names === '' ? said : `${said}: ${names}`, alls[all]].filter((part) => part !== '').join(' · ')
  }
}
