import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import type { ReportShareView } from '#api/contract/saved-report-shapes.ts'
import { useChange } from '#web/api.ts'
import { Btn, IconBtn } from '#web/parts/bits.tsx'
import { FieldError } from '#web/parts/field.tsx'
import { useFmt, useNow } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { momentOf } from '#web/screens/reputation/use-report.ts'

type Props = { reportId: string; share: ReportShareView }

const lookEveryMs = 60_000

/** One link: of which days, from whom, until when, and how often it was seen. */
export function ShareLine({ reportId, share }: Props) {
  const { t } = useLingui()
  const fmt = useFmt()
  const wordsOf = useProblemWords()
  const now = useNow(lookEveryMs)
  const [isCopied, setCopied] = useState(false)
  const end = useChange('DELETE /api/saved-reports/{id}/shares/{shareId}', {
    refresh: ['GET /api/saved-reports/{id}/shares'],
    isAtOnce: true,
  })
  const { id, url, by, isOfLetter, seenCount, seenAt, endedAt, expiresAt } = share
  const [from, to] = [fmt.day(momentOf(share.from)), fmt.day(momentOf(share.to))]
  const moment = (at: string) => fmt.dayAndTime(new Date(at))
  const isOver = endedAt !== null || new Date(expiresAt) <= now
  const maker = by?.name ?? t`somebody who left`
  const seen = plural(seenCount, { 0: 'not seen yet', one: 'seen once', other: 'seen # times' })
  const said = [
    isOfLetter ? t`for a letter` : t`by ${maker}`,
    endedAt ? t`ended ${moment(endedAt)}` : isOver ? t`expired ${moment(expiresAt)}` : t`until ${moment(expiresAt)}`,
    seenAt ? `${seen}, ${t`most recently ${fmt.ago(new Date(seenAt), now)}`}` : seen,
  ]
  return (
    <li className="flex items-center gap-2 py-2">
      <span className={`num min-w-0 flex-1 text-ui ${isOver ? 'text-ink-3' : ''}`}>
        <span className="block font-semibold">{t`${from} to ${to}`}</span>
        <span className="block text-meta text-ink-3">{said.join(' · ')}</span>
        {end.error && <FieldError>{wordsOf(end.error)}</FieldError>}
      </span>
      {!isOver && (
        <>
          <IconBtn
            label={isCopied ? t`Copied` : t`Copy the link of ${from} to ${to}`}
            onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}
          >
            {isCopied ? <Check size={15} /> : <Copy size={15} />}
          </IconBtn>
          <Btn
            small
            kind="danger"
            isBusy={end.isPending}
            onClick={() => end.mutate({ params: { id: reportId, shareId: id } })}
          >
            {t`End it`}
          </Btn>
        </>
      )}
    </li>
  )
}
