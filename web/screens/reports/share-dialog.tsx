import { useLingui } from '@lingui/react/macro'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import type { ReportShareView, SavedReportView } from '#api/contract/saved-report-shapes.ts'
import { shareDaysChoices } from '#domain/saved-report.ts'
import { useAsk } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, Input, Select } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { FailedState, SkeletonRows, useProblemWords } from '#web/parts/states.tsx'
import { useOnce } from '#web/use-once.ts'
import { ShareLine } from './share-line.tsx'

type Props = { report: SavedReportView; onClose: () => void }

const usualDays = 7

/** Links that show a report to whoever has them. */
export function ShareDialog({ report: { id }, onClose }: Props) {
  const { t } = useLingui()
  const shares = useAsk('GET /api/saved-reports/{id}/shares', { params: { id } })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Share with a link`}
      says={t`Whoever has the link sees these figures and your words, without signing in, until it expires. They see no messages, and no names of people who were heard.`}
    >
      <MakeLink id={id} />
      <h3 className="mt-5 text-meta font-semibold text-ink-3">{t`Links there are`}</h3>
      {shares.data ? (
        <Links id={id} shares={shares.data} />
      ) : shares.error ? (
        <FailedState error={shares.error} retry={() => void shares.refetch()} className="mx-0! mb-0!" />
      ) : (
        <SkeletonRows label={t`The links are on their way`} count={2} />
      )}
    </Dialog>
  )
}

function MakeLink({ id }: { id: string }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const [days, setDays] = useState<number>(usualDays)
  const make = useOnce('POST /api/saved-reports/{id}/shares', ['GET /api/saved-reports/{id}/shares'])
  return (
    <>
      <div className="flex flex-wrap items-end gap-2">
        <Field label={t`It works for`} className="min-w-32 flex-1">
          {(control) => (
            <Select
              {...control}
              value={String(days)}
              onChange={({ currentTarget: { value } }) => setDays(Number(value))}
              choices={shareDaysChoices.map((one) => ({
                value: String(one),
                label: one === 1 ? t`1 day` : t`${one} days`,
              }))}
            />
          )}
        </Field>
        <Btn
          kind="ink"
          className="h-9!"
          data-share="make"
          isBusy={make.isPending}
          onClick={() => make.mutate({ params: { id }, body: { days } })}
        >
          {t`Make a link`}
        </Btn>
      </div>
      <p className="mt-1 text-meta text-ink-3">
        {t`It shows the days that the report means today, also when you look at it later.`}
      </p>
      {make.error && (
        <div className="mt-2">
          <FormError>{wordsOf(make.error)}</FormError>
        </div>
      )}
      {make.data && <Made key={make.data.id} url={make.data.url} expiresAt={make.data.expiresAt} />}
    </>
  )
}

function Made({ url, expiresAt }: { url: string; expiresAt: string }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const [isCopied, setCopied] = useState(false)
  const until = fmt.whole(new Date(expiresAt))
  return (
    <div role="status" className="mt-3 rounded-lg bg-sunken px-3.5 py-3">
      <p className="num text-ui font-semibold">{t`The link works until ${until}.`}</p>
      <div className="mt-2 flex gap-2">
        <Input
          readOnly
          value={url}
          aria-label={t`The link`}
          onFocus={(event) => event.currentTarget.select()}
          className="font-mono text-[13px]!"
        />
        <Btn className="h-9!" onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}>
          {isCopied ? <Check size={14} /> : <Copy size={14} />}
          {isCopied ? t`Copied` : t`Copy`}
        </Btn>
      </div>
    </div>
  )
}

function Links({ id, shares }: { id: string; shares: readonly ReportShareView[] }) {
  const { t } = useLingui()
  if (shares.length === 0)
    return <p className="mt-1 text-ui text-ink-2">{t`There are none. Nobody outside sees this report.`}</p>
  return (
    <ul className="divide-y divide-line">
      {shares.map((share) => (
        <ShareLine key={share.id} reportId={id} share={share} />
      ))}
    </ul>
  )
}
