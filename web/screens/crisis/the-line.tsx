import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { IncidentView } from '#api/contract/incident-shapes.ts'
import { incidentLimits as most } from '#domain/incident.ts'
import { isProblem, useChange } from '#web/api.ts'
import { Btn, Chip } from '#web/parts/bits.tsx'
import { Field, FormError, TextArea } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { useSession } from '#web/session.ts'
import { useOnce } from '#web/use-once.ts'
import { Panel } from './panel.tsx'

type Line = IncidentView['lines'][number]

/** What we say: the approved wording large, what waits for approval below it, and every version before. */
export function TheLine({ incident }: { incident: IncidentView }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const [isWriting, setWriting] = useState(false)
  // Here, and not where it waits: of two who settle it at once the second reads why after it has gone.
  const settle = useSettle()
  const { lines, can } = incident
  const line = lines.find(({ state }) => state === 'approved')
  const proposed = lines.find(({ state }) => state === 'proposed')
  const older = lines.filter((one) => one !== line && one !== proposed)
  return (
    <Panel
      title={t`The line`}
      action={
        can.work &&
        !isWriting && (
          <Btn
            small
            data-write-version
            onClick={() => {
              settle.reset()
              setWriting(true)
            }}
          >{t`Write a version`}</Btn>
        )
      }
    >
      {line ? (
        <>
          <p data-the-line dir="auto" className="text-[17px] leading-[26px] whitespace-pre-line">
            {line.text}
          </p>
          <Said line={line} />
        </>
      ) : (
        <p className="text-ui text-pretty text-ink-2">
          {t`There is no approved line yet. Until there is, say only what is known, what people should do, and when we say more.`}
        </p>
      )}
      {proposed && <Proposed key={proposed.number} incident={incident} line={proposed} settle={settle} />}
      {settle.error && (
        <div className="mt-2">
          <FormError>{wordsOf(settle.error)}</FormError>
        </div>
      )}
      {isWriting && <Write incident={incident} onClose={() => setWriting(false)} />}
      {older.length > 0 && (
        <details className="mt-3">
          <summary className="min-h-6 cursor-pointer text-meta font-semibold text-ink-2 touch:min-h-11">{t`Earlier versions`}</summary>
          <ol className="mt-1 space-y-2">
            {older.map((one) => (
              <li key={one.number} className="rounded-md bg-sunken px-3 py-2">
                <p dir="auto" className="text-ui whitespace-pre-line">
                  {one.text}
                </p>
                <Said line={one} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </Panel>
  )
}

/** Who wrote it, who approved it or sent it back, and when. */
function Said({ line }: { line: Line }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { number, by, at, state, settledBy, settledAt, note } = line
  const writer = by?.name ?? t`somebody who left`
  const other = settledBy?.name ?? t`somebody who left`
  return (
    <p className="num mt-1.5 text-meta text-ink-3">
      {t`Version ${number}, by ${writer}, ${fmt.moment(new Date(at))}`}
      {settledAt && <> · {state === 'sent_back' ? t`sent back by ${other}` : t`approved by ${other}`}</>}
      {note && <> · “{note}”</>}
    </p>
  )
}

function useSettle() {
  return useChange('POST /api/incidents/{id}/lines/{number}', { refresh: ['GET /api/incidents/{id}'], isAtOnce: true })
}

type ProposedProps = { incident: IncidentView; line: Line; settle: ReturnType<typeof useSettle> }

function Proposed({ incident, line, settle }: ProposedProps) {
  const { t } = useLingui()
  const { member } = useSession()
  const [note, setNote] = useState<string>()
  const isMine = line.by?.id === member?.id
  const say = (what: 'approve' | 'send_back') =>
    settle.mutate({ params: { id: incident.id, number: line.number }, body: { what, note: note?.trim() ?? '' } })
  return (
    <div data-proposed className="mt-3 rounded-md border border-line-strong px-3 py-2">
      <Chip tone="warn">{t`Waits for approval`}</Chip>
      <p dir="auto" className="mt-1 text-body whitespace-pre-line">
        {line.text}
      </p>
      <Said line={line} />
      {isMine && <p className="mt-1 text-meta text-ink-2">{t`You wrote it: somebody else approves it.`}</p>}
      {incident.can.lead && note !== undefined && (
        <Field label={t`What should be different`} className="mt-2">
          {(control) => (
            <TextArea
              {...control}
              autoFocus
              maxLength={most.note}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      {incident.can.lead && (
        <span className="mt-2 flex flex-wrap gap-2">
          {!isMine && note === undefined && (
            <Btn kind="ink" isBusy={settle.isPending} onClick={() => say('approve')}>{t`Approve the line`}</Btn>
          )}
          {note === undefined ? (
            <Btn onClick={() => setNote('')}>{t`Send back…`}</Btn>
          ) : (
            <>
              <Btn kind="ink" isBusy={settle.isPending} disabled={note.trim() === ''} onClick={() => say('send_back')}>
                {t`Send back`}
              </Btn>
              <Btn kind="quiet" onClick={() => setNote(undefined)}>{t`Cancel`}</Btn>
            </>
          )}
        </span>
      )}
    </div>
  )
}

function Write({ incident, onClose }: { incident: IncidentView; onClose: () => void }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const [newest] = useState(incident.lines[0])
  const [text, setText] = useState(newest?.text ?? '')
  const propose = useOnce('POST /api/incidents/{id}/lines', ['GET /api/incidents/{id}'])
  // A colleague was faster. Theirs stands above this by now: whoever presses again has it before their eyes.
  const isLate = isProblem(propose.error, 'taken') && incident.lines[0]?.number !== newest?.number
  const basedOn = (isLate ? incident.lines[0] : newest)?.number ?? 0
  const isNew = text.trim() !== '' && text.trim() !== newest?.text
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isNew || propose.isPending) return
    propose.mutate({ params: { id: incident.id }, body: { text: text.trim(), basedOn } }, { onSuccess: onClose })
  }
  return (
    <form onSubmit={submit} data-line-form className="mt-3 space-y-2">
      <Field
        label={t`A new version`}
        help={t`What we know, what people should do, when we say more. Somebody else approves it.`}
      >
        {(control) => (
          <TextArea
            {...control}
            autoFocus
            maxLength={most.line}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      {propose.error && <FormError>{wordsOf(propose.error)}</FormError>}
      <span className="flex flex-wrap gap-2">
        <Btn kind="ink" type="submit" isBusy={propose.isPending} disabled={!isNew}>
          {isLate ? t`Ask for approval of mine instead` : t`Ask for approval`}
        </Btn>
        <Btn kind="quiet" onClick={onClose}>{t`Cancel`}</Btn>
      </span>
    </form>
  )
}
