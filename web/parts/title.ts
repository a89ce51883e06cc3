import { useEffect } from 'react'
import { usePlaceName } from '#web/session.ts'

/** Names the page in the tab: "(3) Inbox · Wederhoor"; for those with several workspaces "(3) Inbox · Zilvermeeuw · Wederhoor". */
export function useTitle(title: string, count = 0) {
  const place = usePlaceName()
  useEffect(() => {
    document.title = [`${count > 0 ? `(${count}) ` : ''}${title}`, ...(place ? [place] : []), 'Wederhoor'].join(' · ')
  }, [title, count, place])
}
