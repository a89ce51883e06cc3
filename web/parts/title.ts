import { useEffect } from 'react'

/** Names the page in the tab: "(3) Inbox · Wederhoor". */
export function useTitle(title: string, count = 0) {
  useEffect(() => {
    document.title = `${count > 0 ? `(${count}) ` : ''}${title} · Wederhoor`
  }, [title, count])
}
