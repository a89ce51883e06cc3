import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useDeferredValue, useState } from 'react'
import type { TopicView } from '#api/contract/shapes.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, FormError, Input } from '#web/parts/field.tsx'
import { hitKey } from '#web/parts/sample/use-first-hits.ts'
import { Says } from '#web/parts/says.tsx'
import { NotAllowed } from '#web/parts/states.tsx'
import { useMay } from '#web/session.ts'
import { BackfillLine } from './backfill-line.tsx'
import { type Draft, leaveOut, nameFor, namesIn, partsShown, queryOf, takeOut, textsAt } from './search-draft.ts'
import { SearchFindings } from './search-findings.tsx'
import { SearchWords } from './search-words.tsx'
import { useQueryCheck } from './use-query-check.ts'
import { useSaveSearch } from './use-save-search.ts'
import { WhyFields, type WhyValues } from './why-fields.tsx'

/** At one side the search, as a sentence one can read; at the other what it would have found. */
export function SearchForm({ topic }: { topic: TopicView | undefined }) {
  const { t, i18n } = useLingui()
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  const navigate = useNavigate()
  const saved = topic?.query ?? ''
  const [name, setName] = useState(topic?.name ?? '')
  const [draft, setDraft] = useState<Draft>({ kind: 'saved' })
  const [why, setWhy] = useState<WhyValues>({
    departmentId: topic?.department?.id ?? '',
    purpose: topic?.purpose ?? 'customer_care',
    legalBasis: topic?.legalBasis ?? 'legitimate_interest',
  })
  const [reasonKey, setReasonKey] = useState<string>()
  const query = queryOf(draft, saved)
  const check = useQueryCheck(useDeferredValue(query))
  const parts = partsShown(draft, { saved, known: check.data?.parts })
  // The places are those of the text that was asked; in any other they would mark the wrong words.
  const known = check.data?.asked === query ? check.data : undefined
  const marked = known?.sample.find((one) => hitKey(one) === reasonKey)?.clauses ?? []
  const may = useMay()
  const mayChange = may(topic ? 'topic.change' : 'topic.create')
  const leave = () => void navigate({ to: '/listen' })
  const save = useSaveSearch(topic, leave)
  const offeredName = nameFor(query)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.run({ name: name.trim() || offeredName, query, ...why })
  }
  return (
    <div className="mt-1 grid items-start gap-x-10 gap-y-8 lg:grid-cols-2 xl:grid-cols-[7fr_6fr]">
      <form onSubmit={submit} className="min-w-0 lg:sticky lg:top-5">
        <h1 className="display text-[24px] leading-[30px] text-balance">
          {topic ? topic.name : t`What do you want to hear?`}
        </h1>
        {topic?.backfill && (
          <div className="mt-2">
            <BackfillLine topic={topic} backfill={topic.backfill} />
          </div>
        )}
        {!mayChange && (
          <div className="mt-3">
            <NotAllowed>{t`You can read this search. A lead or an administrator can change it.`}</NotAllowed>
          </div>
        )}
        <fieldset disabled={!mayChange} className="mt-4 min-w-0 space-y-6">
          {mayChange ? (
            <SearchWords draft={draft} parts={parts} query={query} check={check} marked={marked} onChange={setDraft} />
          ) : (
            topic && (
              <p className="text-[18px] leading-7 text-pretty text-ink-2">
                <Says sentence={topic.says[lang]} />
              </p>
            )
          )}
          <div className="space-y-4 border-t border-line pt-5">
            <Field label={t`Name`} help={t`How colleagues recognise it: “Luggage at Schiphol”.`}>
              {(control) => (
                <Input
                  {...control}
                  maxLength={120}
                  value={name}
                  placeholder={offeredName}
                  onChange={(event) => setName(event.currentTarget.value)}
                />
              )}
            </Field>
            <WhyFields values={why} onChange={(part) => setWhy((now) => ({ ...now, ...part }))} />
          </div>
        </fieldset>
        {save.error ? (
          <div className="mt-4">
            <FormError>{save.words}</FormError>
          </div>
        ) : null}
        {mayChange && (
          <div className="mt-5 flex gap-2">
            <Btn
              kind="primary"
              type="submit"
              isBusy={save.isBusy}
              disabled={!query.trim() || check.data?.isValid === false || !(name.trim() || offeredName)}
              className="h-9! px-3.5!"
            >
              {topic ? t`Save` : t`Listen for this`}
            </Btn>
            <Btn kind="quiet" className="h-9!" onClick={leave}>{t`Cancel`}</Btn>
          </div>
        )}
      </form>
      <SearchFindings
        query={query}
        check={check}
        names={namesIn(parts, query)}
        mayChange={mayChange}
        onExclude={(word) => setDraft(leaveOut(draft, { word, parts, query }))}
        reasonKey={reasonKey}
        onReason={setReasonKey}
        onTakeOut={(without) =>
          setDraft(takeOut(draft, { cuts: textsAt(query, without.cuts), without: without.query, parts }))
        }
      />
    </div>
  )
}
