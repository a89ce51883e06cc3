import { useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import { FileDown, Link2, Mail, Pencil, Printer, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { SavedReportView } from '#api/contract/saved-report-shapes.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn, btnClass } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { RemoveDialog } from '#web/parts/remove-dialog.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { useSpanWords } from '#web/screens/reputation/span-words.ts'
import { useLetterWords } from './letter-words.ts'
import { MailDialog } from './mail-dialog.tsx'
import { PdfLine } from './pdf-line.tsx'
import { ShareDialog } from './share-dialog.tsx'
import { usePdf } from './use-pdf.ts'

/** What a report is called, and what one may do with it. */
export function ReportHead({ report }: { report: SavedReportView }) {
  const { t } = useLingui()
  const { id, name, may } = report
  const [open, setOpen] = useState<'share' | 'mail' | 'remove' | undefined>()
  const pdf = usePdf(report)
  const canPdf = useAsk('GET /api/saved-reports').data?.canPdf
  const close = () => setOpen(undefined)
  return (
    <header>
      <div className="mt-1 flex flex-wrap items-start gap-x-4 gap-y-2">
        <h1 className="display min-w-0 flex-1 basis-80 text-[24px] leading-[30px] text-balance break-words">{name}</h1>
        <div className="flex flex-wrap gap-2">
          {may.change && (
            <Link to="/reports/$report/edit" params={{ report: id }} className={btnClass()}>
              <Pencil size={13} />
              {t`Edit`}
            </Link>
          )}
          {may.share && (
            <>
              <Btn data-report="share" onClick={() => setOpen('share')}>
                <Link2 size={14} />
                {t`Share it`}
              </Btn>
              <Btn data-report="mail" onClick={() => setOpen('mail')}>
                <Mail size={14} />
                {t`E-mail`}
              </Btn>
            </>
          )}
          {canPdf && (
            <Btn data-report="pdf" isBusy={pdf.state.kind === 'making'} onClick={() => void pdf.start()}>
              <FileDown size={14} />
              {t`PDF`}
            </Btn>
          )}
          <Link to="/reports/$report/print" params={{ report: id }} className={btnClass()}>
            <Printer size={14} />
            {canPdf === false ? t`Print, or save as PDF` : t`Print`}
          </Link>
          {may.remove && (
            <Btn kind="quiet" data-report="remove" onClick={() => setOpen('remove')}>
              <Trash2 size={14} />
              {t`Remove`}
            </Btn>
          )}
        </div>
      </div>
      <Kept report={report} />
      <PdfLine state={pdf.state} stop={pdf.stop} />
      {open === 'share' && <ShareDialog report={report} onClose={close} />}
      {open === 'mail' && <MailDialog report={report} onClose={close} />}
      {open === 'remove' && <Remove report={report} onClose={close} />}
    </header>
  )
}

function Kept({ report: { span, by, changedAt, letters } }: { report: SavedReportView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const spanWords = useSpanWords()
  const letterWords = useLetterWords()
  const changed = fmt.moment(new Date(changedAt))
  return (
    <p className="num mt-1 text-meta text-ink-3">
      {spanWords(span)} · {by ? t`by ${by.name}, changed ${changed}` : t`by somebody who left, changed ${changed}`}
      {letters && ` · ${t`leaves ${letterWords(letters)}`}`}
    </p>
  )
}

function Remove({ report: { id, name }, onClose }: { report: SavedReportView; onClose: () => void }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const remove = useChange('DELETE /api/saved-reports/{id}', { refresh: ['GET /api/saved-reports'], isAtOnce: true })
  return (
    <RemoveDialog
      isOpen
      onClose={onClose}
      title={t`Remove “${name}”?`}
      says={t`Its links show nothing from then on, and it does not leave by e-mail any more. This cannot be taken back.`}
      doLabel={t`Remove the report`}
      isBusy={remove.isPending}
      error={remove.error}
      onRemove={() =>
        remove.mutate(
          { params: { id } },
          {
            onSuccess: () => {
              showToast({ text: t`The report was removed.` })
              void navigate({ to: '/reports' })
            },
          },
        )
      }
    />
  )
}
