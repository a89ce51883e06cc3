import { useLingui } from '@lingui/react/macro'
import { Plus, X } from 'lucide-react'
import type { QueryParts } from '#domain/query-parts.ts'
import { useAsk } from '#web/api.ts'
import { IconBtn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { ChoiceSlot, WordSlot } from './sentence-slots.tsx'

const groupsMax = 3
/** The languages that are written about brands here most; any other that the search has already is offered as well. */
const languagesOffered = ['nl', 'en', 'de', 'fr', 'es', 'it', 'pt', 'tr', 'pl', 'fy']

type Props = { parts: QueryParts; onChange: (parts: QueryParts) => void }

/** "Messages with … or …, and with …, but not with …, in any language, on every network": every place can be filled in. */
export function SearchSentence({ parts, onChange }: Props) {
  const { t } = useLingui()
  const { groups, excluded } = parts
  const setGroup = (at: number, group: readonly string[]) =>
    onChange({ ...parts, groups: groups.map((one, i) => (i === at ? group : one)) })
  return (
    <div className="text-[18px] leading-[44px] text-ink-2">
      {groups.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place in the sentence.
        <span key={at}>
          {at === 0 ? t`Messages with` : t`and also with`}{' '}
          <WordSlot
            label={at === 0 ? t`Words to hear` : t`Words that must be there too`}
            words={group}
            between={t`or`}
            tone="heard"
            placeholder={group.length === 0 ? t`a word or name` : t`or another`}
            autoFocus={at === 0 && group.length === 0}
            onChange={(words) => setGroup(at, words)}
          />{' '}
          {at > 0 && (
            <IconBtn
              label={t`Take this part away`}
              className="size-7! align-middle touch:size-11! -ml-1"
              onClick={() => onChange({ ...parts, groups: groups.filter((_, i) => i !== at) })}
            >
              <X size={14} />
            </IconBtn>
          )}
        </span>
      ))}{' '}
      {t`but not with`}{' '}
      <WordSlot
        label={t`Words that rule a message out`}
        words={excluded}
        between={t`or`}
        tone="left-out"
        placeholder={t`a word to leave out`}
        onChange={(words) => onChange({ ...parts, excluded: words })}
      />{' '}
      <Where parts={parts} onChange={onChange} />
      {groups.length < groupsMax && groups.at(-1)?.length !== 0 && (
        <span className="block text-ui leading-8">
          <button
            type="button"
            onClick={() => onChange({ ...parts, groups: [...groups, []] })}
            className="inline-flex items-center gap-1 rounded-md border border-dashed border-control px-2 leading-7 text-ink-2 hover:bg-sunken hover:text-ink touch:min-h-11"
          >
            <Plus size={12} aria-hidden="true" />
            {t`and also with…`}
          </button>
        </span>
      )}
    </div>
  )
}

function Where({ parts, onChange }: Props) {
  const { t } = useLingui()
  const fmt = useFmt()
  const connectors = useAsk('GET /api/connectors').data ?? []
  const nameOfNetwork = (id: string) => connectors.find((one) => one.id === id)?.name ?? id
  const languages = [...new Set([...languagesOffered, ...parts.languages])]
  return (
    <>
      {parts.languages.length === 0 ? t`in` : t`written in`}{' '}
      <ChoiceSlot
        label={t`Languages`}
        any={t`any language`}
        between={t`or`}
        values={parts.languages}
        choices={languages.map((code) => ({ value: code, label: fmt.language(code) }))}
        onChange={(values) => onChange({ ...parts, languages: values })}
      />{' '}
      {t`on`}{' '}
      <ChoiceSlot
        label={t`Networks`}
        any={t`every network`}
        between={t`or`}
        values={parts.networks}
        choices={[...new Set([...connectors.map(({ id }) => id), ...parts.networks])].map((id) => ({
          value: id,
          label: nameOfNetwork(id),
        }))}
        onChange={(values) => onChange({ ...parts, networks: values })}
      />
    </>
  )
}
