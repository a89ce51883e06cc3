import { useNavigate } from '@tanstack/react-router'
import type { Session } from '#api/contract/shapes.ts'
import { queries } from '#web/api.ts'
import { enterPlace, placeNow, slugIn } from '#web/place.ts'
import { keepSession, startOver } from '#web/session.ts'

/** Goes in with a fresh session: to the demo where the program was started for it, to the welcome while nothing is listened to yet, else to where one was going. */
export function useEnter(): (session: Session, to?: string) => void {
  const navigate = useNavigate()
  return (session, to) => {
    queries.clear()
    keepSession(session)
    const isNew = session.workspace !== null && !session.workspace.isWelcomed
    const href = session.isDemoWanted ? '/demo' : isNew ? '/welcome' : (to ?? '/')
    // Where one was going may be in another workspace of theirs.
    const slug = slugIn(href) ?? session.workspace?.slug
    if (slug !== undefined && slug !== (placeNow() ?? session.workspace?.slug)) return startOver(href)
    if (session.workspace) enterPlace(session.workspace.slug)
    void navigate({ href, replace: true })
  }
}
