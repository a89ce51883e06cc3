import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Send } from 'lucide-react'
import { useState } from 'react'
import type { SavedReportView } from '#api/contract/saved-report-shapes.ts'
import { lettersMax } from '#domain/saved-report.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { FormError } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { FailedState, SkeletonRows, useProblemWords } from '#web/parts/states.tsx'
import { usePrefs } from '#web/prefs.tsx'
import { useOnce } from '#web/use-once.ts'
import { addressesIn, isTooMany, letterDraft, letterPlanOf, notAddresses } from './letter-draft.ts'
import { LetterFields } from './letter-fields.tsx'
import { SentLetters } from './sent-letters.tsx'

type Props = { report: SavedReportView; onClose: () => void }
type Ways = { canPdf: boolean; hasMailServer: boolean }

const refresh = ['GET /api/saved-reports', 'GET /api/saved-reports/{id}', 'GET /api/saved-reports/{id}/shares'] as const

/** A report by e-mail: by itself, and now. */
export function MailDialog({ report, onClose }: Props) {
  const { t } = useLingui()
  const ways = useAsk('GET /api/saved-reports')
  if (ways.data) return <Letters report={report} ways={ways.data} onClose={onClose} />
  return (
    <Dialog isOpen onClose={onClose} title={t`Send by e-mail`}>
      {ways.error ? (
        <FailedState error={ways.error} retry={() => void ways.refetch()} className="mx-0!" />
      ) : (
        <SkeletonRows label={t`The letters are on their way`} count={2} />
      )}
    </Dialog>
  )
}

function Letters({ report, ways, onClose }: Props & { ways: Ways }) {
  const { t } = useLingui()
  const { lang } = usePrefs()
  const { id } = report
  const [draft, setDraft] = useState(() => letterDraft(report.letters, lang))
  const [problem, setProblem] = useState<string>()
  const wordsOf = useProblemWords()
  const save = useChange('PUT /api/saved-reports/{id}/letters', { refresh, isAtOnce: true })
  const send = useOnce('POST /api/saved-reports/{id}/letters', refresh)
  const addresses = addressesIn(draft.addresses)
  const check = (act: () => void) => {
    const wrong = notAddresses(addresses)[0]
    const says =
      addresses.length === 0
        ? t`Write at least one address.`
        : wrong
          ? t`“${wrong}” is not an address.`
          : isTooMany(addresses)
            ? t`A report goes to ${lettersMax} addresses at most.`
            : undefined
    setProblem(says)
    if (says === undefined) act()
  }
  const keep = () => save.mutate({ params: { id }, body: { letters: letterPlanOf(draft) } })
  const { hasPdf, linkDays } = draft
  const sendNow = () => send.mutate({ params: { id }, body: { addresses, lang: draft.lang, linkDays, hasPdf } })
  const error = save.error ?? send.error
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Send by e-mail`}
      says={t`A letter has the main figures and a link that shows the report. Whoever has the link sees it without signing in, until it expires.`}
      footer={
        <>
          <Btn kind="ink" data-mail="save" isBusy={save.isPending} onClick={() => (draft.isOn ? check(keep) : keep())}>
            {t`Save`}
          </Btn>
          <Btn data-mail="send" disabled={!ways.hasMailServer} isBusy={send.isPending} onClick={() => check(sendNow)}>
            <Send size={13} />
            {t`Send now`}
          </Btn>
          <Outcome isSaved={save.isSuccess} isOn={draft.isOn} sent={send.data?.count} next={report.letters} />
        </>
      }
    >
      {!ways.hasMailServer && <NoServer />}
      <LetterFields draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} canPdf={ways.canPdf} />
      {(problem ?? error) && (
        <div className="mt-4">
          <FormError>{problem ?? wordsOf(error)}</FormError>
        </div>
      )}
      <SentLetters letters={report.sent} />
    </Dialog>
  )
}

function NoServer() {
  const { t } = useLingui()
  return (
    <p className="mb-4 rounded-lg bg-warn-s px-3.5 py-2.5 text-ui">
      {t`There is no mail server yet, so nothing can leave. An administrator can name one:`}{' '}
      <Link to="/settings/mail" className="font-semibold underline underline-offset-2">
        {t`Settings, e-mail and channels`}
      </Link>
    </p>
  )
}

type OutcomeProps = { isSaved: boolean; isOn: boolean; sent: number | undefined; next: SavedReportView['letters'] }

function Outcome({ isSaved, isOn, sent, next }: OutcomeProps) {
  const { t } = useLingui()
  const fmt = useFmt()
  const nextAt = next && fmt.dayAndTime(new Date(next.nextAt))
  const says =
    sent !== undefined
      ? sent === 1
        ? t`One letter is on its way.`
        : t`${sent} letters are on their way.`
      : isSaved
        ? !isOn
          ? t`Saved: it does not leave by itself.`
          : nextAt
            ? t`Saved. It leaves ${nextAt}.`
            : t`Saved.`
        : nextAt && t`It leaves ${nextAt}.`
  return (
    <p role="status" className="num min-w-0 flex-1 text-meta text-ink-2">
      {says}
    </p>
  )
}
