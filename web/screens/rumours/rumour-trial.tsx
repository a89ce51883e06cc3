import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { FormError } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { marksOf, type RumourDraft, wordingsOf } from './rumour-draft.ts'
import { saysWords } from './rumour-words.ts'

const exampleMax = 220

/** What these marks find among what was heard, before anything is saved. */
export function RumourTrial({ draft }: { draft: RumourDraft }) {
  const { t, i18n } = useLingui()
  const wordsOf = useProblemWords()
  const attempt = useChange('POST /api/rumour-trial', {})
  const [marks, wordings] = [marksOf(draft), wordingsOf(draft)]
  const isReady = marks.all.length >= 2 && wordings.length > 0
  const { data, variables } = attempt
  const isStale = data && JSON.stringify(variables?.body) !== JSON.stringify({ marks, wordings })
  return (
    <div className="rounded-lg bg-sunken px-4 py-3">
      <div className="flex flex-wrap items-center gap-3">
        <Btn
          small
          isBusy={attempt.isPending}
          disabled={!isReady}
          onClick={() => attempt.mutate({ body: { marks, wordings } })}
        >
          {t`Try it on what was heard`}
        </Btn>
        {!isReady && <p className="text-meta text-ink-3">{t`For this it needs a wording, and two lines of words.`}</p>}
        {isStale && <p className="text-meta text-ink-3">{t`The words have changed since.`}</p>}
      </div>
      {attempt.error && <FormError>{wordsOf(attempt.error)}</FormError>}
      {data && (
        <div role="status" className="mt-3 space-y-3">
          <p className="num text-ui">
            {t`Of ${plural(data.asked, { one: '# message', other: '# messages' })} of the last thirty days: ${plural(data.found, { 0: 'none tells it', one: 'one tells it', other: '# tell it' })}, ${plural(data.denied, { 0: 'none says it is not so', one: 'one says it is not so', other: '# say it is not so' })}, ${plural(data.maybe, { 0: 'none would be asked of you', one: 'one would be asked of you', other: '# would be asked of you' })}.`}
          </p>
          {data.unknownWordings.length > 0 && (
            <div>
              <p className="text-ui font-semibold">{t`Not known by these marks`}</p>
              <ul className="mt-1 list-disc pl-5 text-ui">
                {data.unknownWordings.map((at) => (
                  <li key={at} lang={draft.lang} className="break-words">
                    {variables?.body.wordings[at]?.text}
                  </li>
                ))}
              </ul>
            </div>
          )}
          {data.examples.length > 0 && (
            <ul className="divide-y divide-line">
              {data.examples.map(({ text, says, verdict, because }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one trial is one list that does not change.
                <li key={at} className="py-2 text-ui">
                  <p className="break-words">{text.slice(0, exampleMax)}</p>
                  <p className="text-meta text-ink-3">
                    {verdict === 'maybe' ? t`perhaps` : i18n._(saysWords[says])}: {because.join(', ')}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  )
}
