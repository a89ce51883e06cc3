import { useLingui } from '@lingui/react/macro'
import type { LearnedVersion as Version } from '#api/contract/learned-routes.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { useClassName } from './learned-names.ts'
import { SettingsCard } from './page.tsx'

/** The words that weigh since the corrections, by what they pull to. */
export function LearnedWords({ version }: { version: Version }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const nameOf = useClassName()
  const language = fmt.language(version.lang)
  const groups = Map.groupBy(version.words, ({ head, class: name }) => `${head} ${name}`)
  return (
    <SettingsCard
      title={t`Words that weigh more now: ${language}`}
      says={t`The strongest few. A word is shown when it stands in at least two corrected messages.`}
    >
      {groups.size === 0 && <p className="text-body text-ink-2">{t`No single word stands out.`}</p>}
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2.5 text-body max-md:grid-cols-1 max-md:gap-y-1">
        {[...groups].map(([key, words]) => (
          <div key={key} className="contents">
            <dt className="text-ui font-semibold text-ink-3">{nameOf(words[0]?.head, words[0]?.class)}</dt>
            <dd className="flex min-w-0 flex-wrap gap-x-3 gap-y-1">
              {words.map(({ word, posts }) => (
                <span key={word} className="num">
                  {word} <span className="text-meta text-ink-3">×{fmt.int(posts)}</span>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </SettingsCard>
  )
}
