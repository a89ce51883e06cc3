import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { PlugZap, RotateCw } from 'lucide-react'
import type { SourceView } from '#api/contract/shapes.ts'
import { Btn, btnClass } from '#web/parts/bits.tsx'
import { useFmt, useNow } from '#web/parts/fmt.ts'
import { useMay } from '#web/session.ts'
import { useAskNow } from './use-ask-now.ts'

const halfMinuteMs = 30_000

type Props = { source: SourceView; failure: NonNullable<SourceView['failure']> }

/** Why a source does not answer, since when, when it is asked again, and what one can do now. */
export function SourceTrouble({ source, failure }: Props) {
  const { t, i18n } = useLingui()
  const fmt = useFmt()
  const now = useNow(halfMinuteMs)
  const askNow = useAskNow(source)
  const may = useMay()
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  const nextAt = new Date(failure.until ?? source.nextAt ?? now)
  const isSoon = nextAt <= now
  const next = isSoon
    ? t`It is tried again about now.`
    : failure.kind === 'wait'
      ? t`The network asked for patience until ${fmt.moment(nextAt)}.`
      : t`It is tried again at ${fmt.moment(nextAt)}.`
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg bg-warn-s px-3 py-2 text-ui">
      <p className="num flex min-w-0 flex-1 basis-64 gap-2.5">
        <PlugZap size={15} aria-hidden="true" className="mt-0.5 shrink-0 text-warn-t" />
        <span className="min-w-0 break-words">
          {failure.why[lang]}{' '}
          <span className="text-ink-2">
            {t`Since ${fmt.moment(new Date(failure.since))}.`} {next}
          </span>
        </span>
      </p>
      {failure.kind === 'reconnect' && source.listensTo === 'account' && may('account.connect') ? (
        <Link to="/settings/accounts" className={btnClass('outline', true)}>
          {t`Connect again`}
        </Link>
      ) : (
        may('source.change') && (
          <Btn small isBusy={askNow.isBusy} onClick={askNow.run}>
            <RotateCw size={13} />
            {t`Try now`}
          </Btn>
        )
      )}
    </div>
  )
}
