import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useAsk } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { OverrideSaid } from '#web/screens/inbox/promotion/override-said.tsx'

export type AnswersAsk = { name: string; network?: string; place?: string; departmentId?: string }

/** Which answers were counted, with the way to each. */
export function AnswersList({ asked, days, onClose }: { asked: AnswersAsk; days: number; onClose: () => void }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { name, ...which } = asked
  const { data, error, refetch } = useAsk('GET /api/promotion/answers', { query: { days, ...which } })
  return (
    <section aria-label={t`Answers on ${name}`} className="rounded-lg bg-sunken px-4 py-3">
      <div className="flex items-center gap-3">
        <h3 className="min-w-0 flex-1 text-ui font-bold wrap-anywhere">{t`What promoted: ${name}`}</h3>
        <Btn small kind="quiet" onClick={onClose}>
          {t`Close`}
        </Btn>
      </div>
      {error ? (
        <FailedState error={error} retry={() => void refetch()} className="mx-0!" />
      ) : data ? (
        <ul className="mt-2 space-y-3">
          {data.map(({ id, conversation, text, at, by, override }) => (
            <li key={id} className="text-ui">
              <p className="line-clamp-3 break-words">{text}</p>
              {override && <OverrideSaid override={override} />}
              <p className="text-meta text-ink-3">
                <Link
                  to="/c/$key"
                  params={{ key: conversation.key }}
                  className="font-semibold text-sea hover:underline"
                >
                  {conversation.key}
                </Link>{' '}
                · {by.name} · {fmt.moment(new Date(at))}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <SkeletonRows label={t`The answers are on their way`} count={2} />
      )}
    </section>
  )
}
