import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Answer } from '#api/contract/contract.ts'
import { ask, useAsk } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { FailedState, SkeletonRows, useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { useMay } from '#web/session.ts'
import { LearnedVersion } from './learned-version.tsx'
import { LearnedWords } from './learned-words.tsx'
import { SettingsCard, SettingsPage } from './page.tsx'

type Learned = Answer<'GET /api/learned'>

/** What corrections taught: what counts now, the words that weigh since, every version, and the way back. */
export function LearnedSettings() {
  const { t } = useLingui()
  const asked = useAsk('GET /api/learned')
  return (
    <SettingsPage
      title={t`What was learned`}
      says={t`A correction holds at once. When there are enough of them, new messages are judged by them too: only where that is measurably better, and you can always go back.`}
    >
      {asked.isPending && <SkeletonRows label={t`What was learned is on its way`} count={3} />}
      {asked.error && <FailedState error={asked.error} retry={() => void asked.refetch()} className="mx-0!" />}
      {asked.data && <Shown first={asked.data} />}
    </SettingsPage>
  )
}

function Shown({ first }: { first: Learned }) {
  const { t } = useLingui()
  const mayRollBack = useMay()('learned.roll_back')
  const { items, next, more } = useMore(first)
  const live = items.filter(({ state }) => state === 'live')
  return (
    <>
      <Progress progress={first.progress} />
      {live.map((version) => (
        <LearnedWords key={version.id} version={version} />
      ))}
      {items.length > 0 && (
        <section aria-label={t`Versions`} className="rounded-xl border border-line bg-pane">
          <h2 className="px-5 pt-4 pb-2 text-body font-bold">{t`Versions`}</h2>
          <ul className="divide-y divide-line">
            {items.map((version) => (
              <LearnedVersion key={version.id} version={version} mayRollBack={mayRollBack} />
            ))}
          </ul>
          {next && (
            <div className="px-5 py-3">
              <Btn onClick={more}>{t`Earlier versions`}</Btn>
            </div>
          )}
        </section>
      )}
    </>
  )
}

/** The pages after the first, one at a time. */
function useMore(first: Learned) {
  const wordsOf = useProblemWords()
  const [later, setLater] = useState<Pick<Learned, 'items' | 'next'>>()
  const next = later ? later.next : first.next
  const known = new Set(first.items.map(({ id }) => id))
  const items = [...first.items, ...(later?.items ?? []).filter(({ id }) => !known.has(id))]
  const more = (): void => {
    if (!next) return
    ask('GET /api/learned', { query: { after: next } }).then(
      (page) => setLater({ items: [...(later?.items ?? []), ...page.items], next: page.next }),
      (error: unknown) => showToast({ tone: 'failed', text: wordsOf(error) }),
    )
  }
  return { items, next, more }
}

function Progress({ progress }: Pick<Learned, 'progress'>) {
  const { t } = useLingui()
  const fmt = useFmt()
  return (
    <SettingsCard title={t`Corrections`}>
      {progress.length === 0 && (
        <p className="max-w-[62ch] text-body text-pretty text-ink-2">
          {t`Nobody has corrected anything yet. Press “why?” in a message, and then “not so” beside what was read wrongly.`}
        </p>
      )}
      <ul className="num space-y-1.5 text-body">
        {progress.map(({ lang, corrected, fresh, least }) => {
          const language = fmt.language(lang)
          const left = Math.max(0, least - fresh)
          return (
            <li key={lang} className="text-pretty">
              <b className="font-semibold">{language}</b>
              {': '}
              {t`${plural(corrected, { one: '# message corrected', other: '# messages corrected' })}`}
              {', '}
              <span className="text-ink-2">
                {left > 0
                  ? t`${plural(left, { one: 'it learns after # more', other: 'it learns after # more' })}`
                  : t`it learns from them in a few minutes`}
              </span>
            </li>
          )
        })}
      </ul>
    </SettingsCard>
  )
}
