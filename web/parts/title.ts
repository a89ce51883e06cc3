import { useEffect } from 'react'
import { usePlaceName } from '#web/session.ts'

/** Names the page in the tab: "(3) Inbox · Wederhoor"; for those with several workspaces "(3) Inbox · Zilvermeeuw · Wederhoor". */
export function useTitle(title: string, count = 0) {
  useTabTitle({ title, count, place: usePlaceName() })
}

/** The same where there is no session to ask of which workspace it is. */
export function useTabTitle({
  title,
  count = 0,
  place,
}: {
  title: string
  count?: number
  place?: string | undefined
}) {
  useEffect(() => {
    document.title = [`${count > 0 ? `(${count}) ` : ''}${title}`, ...(place ? [place] : []), 'Wederhoor'].join(' · ')
  }, [title, count, place])
}
