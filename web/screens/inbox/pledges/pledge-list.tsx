import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useAsk } from '#web/api.ts'
import { PledgeDue } from './pledge-due.tsx'

/** What somebody was pledged, in whatever conversation. Nothing is shown where that was nothing. */
export function PledgeList({ authorId, shownMax }: { authorId: string; shownMax: number }) {
  const { t } = useLingui()
  const { data = [] } = useAsk('GET /api/people/{id}/pledges', { params: { id: authorId } })
  if (data.length === 0) return null
  return (
    <section aria-label={t`Pledged to them`} data-pledges>
      <h2 className="mt-5 mb-1.5 text-meta font-semibold text-ink-3">{t`Pledged to them`}</h2>
      <ul className="space-y-2">
        {data.slice(0, shownMax).map((pledge) => (
          <li key={pledge.id} className="text-ui">
            <Link
              to="/c/$key"
              params={{ key: pledge.conversation.key }}
              className="block min-h-6 break-words text-ink hover:underline touch:min-h-11"
            >
              {pledge.text}
            </Link>
            <PledgeDue pledge={pledge} />
          </li>
        ))}
      </ul>
    </section>
  )
}
