import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Answer } from '#api/contract/contract.ts'
import { useAsk } from '#web/api.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { FailedState, NotAllowed, SkeletonRows } from '#web/parts/states.tsx'
import { useMay } from '#web/session.ts'
import { SettingsCard, SettingsPage } from './page.tsx'
import { RetentionCard } from './retention-card.tsx'

type Read = Answer<'GET /api/retention'>

/** What is kept and what is erased, as it is really done: how long is chosen here, and what was erased last stands beside it. */
export function RetentionSettings() {
  const { t } = useLingui()
  const { data, error, refetch } = useAsk('GET /api/retention')
  return (
    <SettingsPage
      title={t`What is kept`}
      says={t`So that you can tell people who ask. These hold for the whole workspace.`}
    >
      {data ? (
        <Chosen read={data} />
      ) : error ? (
        <FailedState error={error} retry={() => void refetch()} />
      ) : (
        <SkeletonRows label={t`What is kept is on its way`} count={2} />
      )}
      <Always />
    </SettingsPage>
  )
}

function Chosen({ read }: { read: Read }) {
  const { t } = useLingui()
  const mayChange = useMay()('retention.change')
  return (
    <>
      {!mayChange && <NotAllowed>{t`You can look at these. An administrator can change them.`}</NotAllowed>}
      <fieldset disabled={!mayChange} className="space-y-4">
        <RetentionCard key={`${read.unansweredDays} ${read.answeredDays}`} read={read} />
      </fieldset>
      <Done read={read} />
    </>
  )
}

/** Whether it really happens. */
function Done({ read }: { read: Read }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { held, lookedAt, lastErasing, unansweredDays } = read
  const lines: [string, string][] = [
    [
      t`Looked for the last time`,
      lookedAt
        ? fmt.ago(new Date(lookedAt))
        : unansweredDays === null
          ? t`Never: nothing is erased after a fixed time.`
          : t`Not yet: within the hour.`,
    ],
    [t`Erased for the last time`, lastErasing ? erasedWords(fmt, lastErasing) : t`Nothing yet.`],
    [
      t`Kept by a colleague, whatever their age`,
      held === 0 ? t`None` : t`${plural(held, { one: '# conversation', other: '# conversations' })}`,
    ],
  ]
  return (
    <SettingsCard title={t`What was done`}>
      <dl className="grid gap-x-8 gap-y-3 text-body sm:grid-cols-[max-content_1fr]">
        {lines.map(([label, value]) => (
          <div key={label} className="contents max-sm:block">
            <dt className="text-ink-3">{label}</dt>
            <dd className="text-pretty">{value}</dd>
          </div>
        ))}
      </dl>
    </SettingsCard>
  )
}

function erasedWords(fmt: ReturnType<typeof useFmt>, erased: NonNullable<Read['lastErasing']>): string {
  const day = fmt.day(new Date(erased.lookedAt))
  const parts = [
    plural(erased.conversations, { one: '# conversation', other: '# conversations' }),
    plural(erased.messages, { one: '# message', other: '# messages' }),
    ...(erased.authors > 0 ? [plural(erased.authors, { one: '# person', other: '# people' })] : []),
  ]
  return `${day}: ${fmt.list(parts)}`
}

function Always() {
  const { t } = useLingui()
  const done: ReactNode[] = [
    t`A message that matches none of your searches is never kept.`,
    t`What a writer deletes on the network is erased here too: at once where the network tells us, within a day where we have to ask.`,
    t`Of people we keep their public profile and what they said to you or with your words, nothing else.`,
    t`Who asks for it gets a copy of everything we have of them, or is forgotten: on their page, under what they may ask of us.`,
    t`Passwords and keys of accounts are kept encrypted, under a key outside the database.`,
    t`Who changed what is written down, and nobody can rewrite it.`,
  ]
  return (
    <SettingsCard title={t`What we always do`}>
      <ul className="max-w-[66ch] space-y-2.5 text-body text-pretty">
        {done.map((sentence) => (
          <li key={String(sentence)} className="flex gap-2.5">
            <Check size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-pos-t" />
            {sentence}
          </li>
        ))}
      </ul>
      <p className="max-w-[66ch] text-body text-pretty">
        {t`Each search asks once a year whether it is still needed.`}{' '}
        <Link to="/listen" className="font-semibold text-sea underline-offset-2 hover:underline">
          {t`To the searches`}
        </Link>
      </p>
    </SettingsCard>
  )
}
