import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { Link2 } from 'lucide-react'
import { Suspense, useId, useState } from 'react'
import type { Profile } from '#api/contract/people-shapes.ts'
import { useCommands } from '#web/commands.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { Btn } from '#web/parts/bits.tsx'
import { withWordsBeside } from '#web/prefs.tsx'
import { useMay } from '#web/session.ts'

const KnownAccounts = lazyPart(() => withWordsBeside(import('./known-accounts.tsx')).then((file) => file.KnownAccounts))
const LinkDialog = lazyPart(() => withWordsBeside(import('./link-dialog.tsx')).then((file) => file.LinkDialog))

const suggestedMax = 2

/**
 * Under which names we know somebody, as colleagues linked them, and who may be one more. Nothing is linked by itself. Most
 * have one account: all that is said of more is fetched where there are.
 */
export function KnownAs({ profile, className }: { profile: Profile; className?: string }) {
  const { t } = useLingui()
  const titleId = useId()
  const may = useMay()
  const mayLink = may('author.link')
  const [isAsked, setAsked] = useState(false)
  useCommands([{ id: 'linkAccount', when: () => mayLink, run: () => setAsked(true) }])
  const { identities } = profile
  const suggestions = mayLink ? profile.suggestions.slice(0, suggestedMax) : []
  const isOne = identities.length < 2
  if (isOne && !mayLink) return null
  return (
    <section aria-labelledby={titleId} data-known-as className={clsx('min-w-0', className)}>
      <h2 id={titleId} className="mb-1.5 text-meta font-semibold text-ink-3">{t`Known to us as`}</h2>
      {isOne && suggestions.length === 0 ? (
        <p className="text-ui text-ink-2">{t`Only this account.`}</p>
      ) : (
        <Suspense fallback={<Room lineCount={(isOne ? 0 : identities.length) + 2 * suggestions.length} />}>
          <KnownAccounts profile={profile} suggestions={suggestions} />
        </Suspense>
      )}
      {mayLink && (
        <Btn small kind="quiet" className="mt-1.5 -ml-2" onClick={() => setAsked(true)}>
          <Link2 size={13} />
          {t`Link another account…`}
        </Btn>
      )}
      <Suspense>{isAsked && <LinkDialog profile={profile} onClose={() => setAsked(false)} />}</Suspense>
    </section>
  )
}

/** About as high as what comes, so that little moves below it. */
function Room({ lineCount }: { lineCount: number }) {
  return <span data-waits className="block rounded-md bg-sunken" style={{ height: `${lineCount * 2.25}rem` }} />
}
