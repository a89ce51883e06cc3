import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import type { RumourView } from '#api/contract/rumour-shapes.ts'
import { knowledgeLimits } from '#domain/knowledge.ts'
import { useChange } from '#web/api.ts'
import { Btn, Chip } from '#web/parts/bits.tsx'
import { Field, FormError, TextArea } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { useMay } from '#web/session.ts'

const refresh = ['GET /api/rumours', 'GET /api/rumours/{id}', 'GET /api/conversations/{id}/rumours'] as const
type Version = RumourView['answers'][number]

/** What we say to whoever tells it: versions, of which the newest that was approved is offered. */
export function RumourAnswer({ rumour }: { rumour: RumourView }) {
  const { t } = useLingui()
  const id = useId()
  const may = useMay()
  const [isWriting, setWriting] = useState(false)
  const [newest] = rumour.answers
  const offered = rumour.answers.find(({ approvedAt }) => approvedAt !== null)
  const shown = [...new Set([newest, offered])].filter((one) => one !== undefined)
  return (
    <section aria-labelledby={id} className="rounded-xl border border-line bg-pane px-5 py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id={id} className="text-body font-bold">{t`The answer`}</h2>
        {may('rumour.answer') && !isWriting && (
          <Btn small onClick={() => setWriting(true)}>
            {newest ? t`Write another version` : t`Write the answer`}
          </Btn>
        )}
      </div>
      {!newest && !isWriting && (
        <p className="mt-1 max-w-[62ch] text-ui text-pretty text-ink-2">
          {t`None yet. Once it is written and a colleague approved it, whoever answers a message that tells this is offered it.`}
        </p>
      )}
      {isWriting && <Writing rumour={rumour} newest={newest} onDone={() => setWriting(false)} />}
      <div className="divide-y divide-line">
        {shown.map((version) => (
          <Said key={version.number} rumour={rumour} version={version} isOffered={version === offered} />
        ))}
      </div>
    </section>
  )
}

function Said({ rumour, version, isOffered }: { rumour: RumourView; version: Version; isOffered: boolean }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const may = useMay()
  const wordsOf = useProblemWords()
  const approve = useChange('POST /api/rumours/{id}/answers/{number}/approval', { refresh })
  const { number, by, at, approvedBy, approvedAt, statements } = version
  const writer = by?.name ?? t`somebody who left`
  const approver = approvedBy?.name ?? t`somebody who left`
  const when = fmt.moment(new Date(at))
  return (
    <div className="py-3">
      <p className="flex flex-wrap items-center gap-2 text-meta text-ink-3">
        {isOffered ? <Chip tone="pos">{t`Offered`}</Chip> : <Chip tone="warn">{t`Waits for approval`}</Chip>}
        <span>
          {approvedAt
            ? t`Version ${number} by ${writer}, ${when}; approved by ${approver}`
            : t`Version ${number} by ${writer}, ${when}`}
        </span>
      </p>
      {statements.map(({ lang, text }) => (
        <p key={lang} lang={lang} className="mt-2 text-body break-words whitespace-pre-wrap">
          {text}
        </p>
      ))}
      {approve.error && <FormError>{wordsOf(approve.error)}</FormError>}
      {!approvedAt && may('rumour.approve') && (
        <Btn
          kind="ink"
          small
          className="mt-2"
          isBusy={approve.isPending}
          onClick={() => approve.mutate({ params: { id: rumour.id, number: String(number) }, body: {} })}
        >
          {t`Approve this answer`}
        </Btn>
      )}
    </div>
  )
}

const langs = ['nl', 'en'] as const

function Writing({ rumour, newest, onDone }: { rumour: RumourView; newest: Version | undefined; onDone: () => void }) {
  const { t, i18n } = useLingui()
  const wordsOf = useProblemWords()
  const [texts, setTexts] = useState<Record<string, string>>(() =>
    Object.fromEntries((newest?.statements ?? []).map(({ lang, text }) => [lang, text])),
  )
  const write = useChange('POST /api/rumours/{id}/answers', { refresh })
  const named = new Intl.DisplayNames([i18n.locale], { type: 'language' })
  const statements = langs.map((lang) => ({ lang, text: (texts[lang] ?? '').trim() })).filter(({ text }) => text !== '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    write.mutate({ params: { id: rumour.id }, body: { statements } }, { onSuccess: onDone })
  }
  return (
    <form aria-label={t`The answer`} onSubmit={submit} className="my-3 space-y-4 rounded-lg bg-sunken p-4">
      {langs.map((lang) => {
        const name = named.of(lang) ?? lang
        return (
          <Field key={lang} label={t`What we answer, in ${name}`} isOptional>
            {(control) => (
              <TextArea
                {...control}
                rows={3}
                lang={lang}
                maxLength={knowledgeLimits.text}
                value={texts[lang] ?? ''}
                onChange={(event) => setTexts({ ...texts, [lang]: event.currentTarget.value })}
              />
            )}
          </Field>
        )
      })}
      {write.error && <FormError>{wordsOf(write.error)}</FormError>}
      <div className="flex flex-wrap gap-2">
        <Btn kind="ink" type="submit" disabled={statements.length === 0} isBusy={write.isPending}>
          {t`Ask for approval`}
        </Btn>
        <Btn onClick={onDone}>{t`Cancel`}</Btn>
      </div>
    </form>
  )
}
