import { useLingui } from '@lingui/react/macro'
import { useParams, useRouter } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { isProblem, useAsk } from '#web/api.ts'
import { Bar, EmptyState, FailedState } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { ContactList } from './contact-list.tsx'
import { PersonNotes } from './person-notes.tsx'
import { PersonProfile } from './person-profile.tsx'
import { PrivacyCard } from './privacy-card.tsx'

/** One author, and all contact we had. Their public profile and our own work; nothing is guessed and nothing bought. */
export function PersonScreen() {
  const { t } = useLingui()
  const { id = '' } = useParams({ strict: false })
  const { data: profile, error, refetch } = useAsk('GET /api/people/{id}', { params: { id } })
  useTitle(profile?.author.name || t`Person`)
  return (
    <div className="thin-scroll h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-[1040px] px-8 pt-5 pb-10 max-md:px-4">
        <Back />
        {profile ? (
          <div className="mt-2 grid grid-cols-[minmax(0,1fr)_320px] gap-x-10 gap-y-6 max-lg:grid-cols-[minmax(0,1fr)]">
            <PersonProfile profile={profile} />
            <ContactList profile={profile} />
            <PersonNotes profile={profile} />
            <PrivacyCard profile={profile} />
          </div>
        ) : isProblem(error, 'not_found') || isProblem(error, 'bad_input') ? (
          <EmptyState
            level={1}
            title={t`This person is not here`}
            text={t`What we kept of them was erased, or it belongs to another workspace.`}
          />
        ) : error ? (
          <FailedState error={error} retry={() => void refetch()} />
        ) : (
          <Loading />
        )}
      </div>
    </div>
  )
}

function Back() {
  const { t } = useLingui()
  const router = useRouter()
  const back = () => {
    if (router.history.canGoBack()) router.history.back()
    else void router.navigate({ to: '/inbox/$view', params: { view: 'all' } })
  }
  return (
    <button
      type="button"
      onClick={back}
      className="-ml-2 inline-flex h-8 items-center gap-1.5 rounded-md px-2 text-ui text-ink-2 hover:bg-sunken hover:text-ink touch:h-11"
    >
      <ArrowLeft size={15} />
      {t`Back`}
    </button>
  )
}

function Loading() {
  const { t } = useLingui()
  return (
    <div role="status" aria-label={t`This person is on the way`} className="mt-2 flex gap-5">
      <span className="size-[72px] shrink-0 rounded-full bg-sunken" />
      <span className="flex-1 space-y-3 pt-2">
        <Bar width={34} className="!h-5" />
        <Bar width={22} />
        <Bar width={70} />
      </span>
    </div>
  )
}
