import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { rumourLimits } from '#domain/rumour.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { ChipsInput, Field, FormError } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { type RumourDraft, wordingsOf } from './rumour-draft.ts'

type Props = { draft: RumourDraft; onChange: (part: Partial<RumourDraft>) => void }

/** One word of every group has to be said, close together. */
export function MarksFields({ draft, onChange }: Props) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const suggest = useChange('POST /api/rumour-marks', {})
  const { groups, none } = draft
  const wordings = wordingsOf(draft)
  const put = (at: number, words: readonly string[]) => onChange({ groups: groups.with(at, words) })
  const fill = () =>
    suggest.mutate(
      { body: { wordings } },
      { onSuccess: (marks) => onChange({ groups: marks.all.length > 1 ? marks.all : [...marks.all, []] }) },
    )
  return (
    <fieldset className="space-y-3">
      <legend className="text-ui font-semibold">{t`What it is known by`}</legend>
      <p className="max-w-[62ch] text-meta text-pretty text-ink-3">
        {t`A message tells it when it says one word of each line, within three sentences. A * stands for any ending. Think of how else people say it.`}
      </p>
      {groups.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; its words change.
        <div key={at} className="flex items-start gap-2">
          <span aria-hidden="true" className="w-7 shrink-0 pt-2 text-right text-meta text-ink-3">
            {at === 0 ? '' : t`and`}
          </span>
          <div className="min-w-0 flex-1">
            <ChipsInput
              label={t`One of these, line ${at + 1}`}
              values={group}
              onChange={(words) => put(at, words)}
              countMax={rumourLimits.marks}
              placeholder={[t`zilvermeeuw, salad factory`, t`salmonella, contaminated`, t`hush*, cover up`][at]}
            />
          </div>
        </div>
      ))}
      <div className="flex flex-wrap gap-2 pl-9">
        {groups.length < rumourLimits.groups && (
          <Btn small onClick={() => onChange({ groups: [...groups, []] })}>
            <Plus size={13} />
            {t`One more line`}
          </Btn>
        )}
        <Btn small isBusy={suggest.isPending} disabled={wordings.length === 0} onClick={fill}>
          {t`Begin from how it is told`}
        </Btn>
      </div>
      {suggest.error && <FormError>{wordsOf(suggest.error)}</FormError>}
      <Field label={t`But not where it says`} isOptional>
        {(control) => (
          <ChipsInput
            control={control}
            values={none}
            onChange={(words) => onChange({ none: words })}
            countMax={rumourLimits.marks}
          />
        )}
      </Field>
    </fieldset>
  )
}
