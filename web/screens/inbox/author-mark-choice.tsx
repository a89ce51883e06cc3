import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import type { Profile } from '#api/contract/people-shapes.ts'
import type { AuthorMark } from '#domain/risk.ts'
import { useChange } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { useInbox } from './inbox-context.ts'

/** What colleagues know of somebody and the network does not: it weighs in how urgent their words are. */
export function AuthorMarkChoice({ profile }: { profile: Profile }) {
  const { t } = useLingui()
  const { me } = useInbox()
  const wordsOf = useProblemWords()
  const mark = useChange('PUT /api/people/{id}/mark', {
    refresh: ['GET /api/people/{id}', 'GET /api/conversations', 'GET /api/conversations/{id}'],
  })
  const marks: [AuthorMark, string][] = [
    ['vip', t`Answer with care`],
    ['press', t`Press`],
  ]
  const turn = (one: AuthorMark) =>
    mark.mutate({ params: { id: profile.author.id }, body: { mark: profile.mark === one ? null : one } })
  return (
    <fieldset disabled={!me.canWrite || mark.isPending} className="mt-3 flex flex-wrap gap-1.5">
      <legend className="sr-only">{t`What weighs in the urgency`}</legend>
      {marks.map(([one, name]) => (
        <button
          key={one}
          type="button"
          aria-pressed={profile.mark === one}
          onClick={() => turn(one)}
          className={clsx(
            'h-7 rounded-md border px-2 text-meta font-semibold touch:h-11',
            profile.mark === one
              ? 'border-ink bg-ink text-on-ink'
              : 'border-line-strong text-ink-2 hover:border-control',
          )}
        >
          {name}
        </button>
      ))}
      {mark.error && (
        <p role="alert" className="basis-full text-meta text-neg-t">
          {wordsOf(mark.error)}
        </p>
      )}
    </fieldset>
  )
}
