import { useLingui } from '@lingui/react/macro'
import { Download, Square } from 'lucide-react'
import { useState } from 'react'
import type { ExportAskView } from '#api/contract/export-shapes.ts'
import { type ExportFormat, type ExportTable, exportFormats, exportTables } from '#domain/report-export.ts'
import { isProblem } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, Select } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { momentOf } from '#web/screens/reputation/use-report.ts'
import { Progress } from './progress.tsx'
import { useExport } from './use-export.ts'

type Props = { asked: Omit<ExportAskView, 'table' | 'format'>; onClose: () => void }

/** The rows behind the figures, as a file. */
export function ExportDialog({ asked, onClose }: Props) {
  const { t } = useLingui()
  const fmt = useFmt()
  const wordsOf = useProblemWords()
  const tables = useTables()
  const formats = useFormats()
  const [table, setTable] = useState<ExportTable>('mentions')
  const [format, setFormat] = useState<ExportFormat>('csv')
  const { state, start, stop } = useExport()
  const isRunning = state.kind === 'running'
  const [from, to] = [fmt.day(momentOf(asked.from)), fmt.day(momentOf(asked.to))]
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Take the rows along`}
      says={t`What the figures from ${from} to ${to} are counted from, with the filters of this screen.`}
      footer={
        isRunning ? (
          <Btn onClick={stop}>
            <Square size={13} />
            {t`Stop`}
          </Btn>
        ) : (
          <Btn kind="ink" data-export="start" onClick={() => void start({ ...asked, table, format })}>
            <Download size={14} />
            {t`Save the file`}
          </Btn>
        )
      }
    >
      <fieldset disabled={isRunning}>
        <legend className="mb-1 text-ui font-semibold">{t`One row for each`}</legend>
        {exportTables.map((one) => (
          <label key={one} className="flex items-start gap-2.5 py-1.5 touch:min-h-11">
            <input
              type="radio"
              name="table"
              className="mt-1 accent-[var(--ink)]"
              checked={table === one}
              onChange={() => setTable(one)}
              data-first={one === 'mentions' || undefined}
            />
            <span className="min-w-0">
              <span className="block text-ui font-semibold">{tables[one].name}</span>
              <span className="block text-meta text-ink-3">{tables[one].says}</span>
            </span>
          </label>
        ))}
        <Field className="mt-2" label={t`Kind of file`} help={formats[format].says}>
          {(control) => (
            <Select
              {...control}
              value={format}
              onChange={({ currentTarget: { value } }) =>
                setFormat(exportFormats.find((one) => one === value) ?? 'csv')
              }
              choices={exportFormats.map((one) => ({ value: one, label: formats[one].name }))}
            />
          )}
        </Field>
      </fieldset>
      <div className="mt-3 min-h-10">
        {state.kind === 'failed' ? (
          <FormError>
            {isProblem(state.error)
              ? wordsOf(state.error)
              : t`The file broke off before it was whole. Nothing was saved; try again.`}
          </FormError>
        ) : (
          <Progress state={state} />
        )}
      </div>
      <p className="text-meta text-ink-3">{t`It holds names and words of people. That you took it along is written in the audit.`}</p>
    </Dialog>
  )
}

function useTables(): Record<ExportTable, { name: string; says: string }> {
  const { t } = useLingui()
  return {
    mentions: { name: t`Message`, says: t`with tone, topics, source, reach and noise` },
    conversations: {
      name: t`Conversation`,
      says: t`with its first answer, promise, what was seen after it, and silence`,
    },
    waits: { name: t`Wait for a first answer`, says: t`from when, how long, and whether the promise was kept` },
    answers: { name: t`Answer of ours`, says: t`with promotion, own initiative, and what was seen after it` },
    silences: { name: t`Decision to say nothing`, says: t`with its reason` },
  }
}

function useFormats(): Record<ExportFormat, { name: string; says: string }> {
  const { t } = useLingui()
  return {
    csv: { name: t`CSV`, says: t`Text with commas, for nearly every program.` },
    xlsx: { name: t`Excel (XLSX)`, says: t`A workbook for Excel, LibreOffice and Numbers.` },
    ndjson: { name: t`NDJSON`, says: t`One JSON object a line, for programs.` },
  }
}
