import { useLingui } from '@lingui/react/macro'
import { useFmt } from '#web/parts/fmt.ts'

/** When it was said; the whole date on hover, and whether it was changed afterwards. */
export function MomentOf({ at, editedAt }: { at: string; editedAt?: string | null }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const edited = editedAt ? fmt.whole(new Date(editedAt)) : ''
  return (
    <span className="num shrink-0 text-meta text-ink-3">
      {edited && (
        <span title={edited} className="mr-1.5">
          {t`edited`}
        </span>
      )}
      <time dateTime={at} title={fmt.whole(new Date(at))}>
        {fmt.moment(new Date(at))}
      </time>
    </span>
  )
}
