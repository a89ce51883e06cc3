import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { AnnotationView } from '#api/contract/annotation-routes.ts'
import { annotationLimits } from '#domain/annotation.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, Input } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { dayOf } from '#web/screens/reputation/use-report.ts'
import { useOnce } from '#web/use-once.ts'

type Props = {
  /** The one that is changed; without it a new one. */
  annotation?: AnnotationView
  /** On which day a new one begins: that of a chart, or today. */
  day?: string
  onClose: () => void
}

const earliest = '2000-01-01'
const latest = '2099-12-31'

const refresh = ['GET /api/annotations'] as const

/** What happened, on which day, and until when if it lasted. */
export function AnnotationDialog({ annotation, day: picked, onClose }: Props) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const [words, setWords] = useState(annotation?.words ?? '')
  const [day, setDay] = useState(annotation?.day ?? picked ?? dayOf(new Date()))
  const [until, setUntil] = useState(annotation?.untilDay ?? '')
  const change = useChange('PUT /api/annotations/{id}', { refresh, isAtOnce: true })
  const note = useOnce('POST /api/annotations', refresh)
  const save = annotation ? change : note
  const problem = until && day && until < day ? t`The last day must not come before the first.` : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!words.trim() || !day || problem || save.isPending) return
    const body = { day, untilDay: until || null, words: words.trim() }
    if (annotation) change.mutate({ params: { id: annotation.id }, body }, { onSuccess: onClose })
    else note.mutate({ body }, { onSuccess: onClose })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={annotation ? t`Change what happened` : t`Note what happened`}
      says={t`It stands numbered on the charts of Reputation, of every search and of reports, for everybody who reads them.`}
    >
      <form data-annotation className="space-y-4" onSubmit={submit}>
        <Field label={t`What happened`}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={annotationLimits.words}
              placeholder={t`price rise, television advertisement, strike`}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          )}
        </Field>
        <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
          <Field label={t`Day`}>
            {(control) => (
              <Input
                {...control}
                type="date"
                required
                min={earliest}
                max={latest}
                value={day}
                onChange={(event) => setDay(event.currentTarget.value)}
              />
            )}
          </Field>
          <Field label={t`Last day`} error={problem} isOptional>
            {(control) => (
              <Input
                {...control}
                type="date"
                min={day || earliest}
                max={latest}
                value={until}
                onChange={(event) => setUntil(event.currentTarget.value)}
              />
            )}
          </Field>
        </div>
        {save.error && <FormError>{wordsOf(save.error)}</FormError>}
        <Btn kind="primary" type="submit" isBusy={save.isPending}>
          {annotation ? t`Save` : t`Note it`}
        </Btn>
      </form>
    </Dialog>
  )
}
