import { createContext, type ReactNode, use, useLayoutEffect } from 'react'
import { type Lang, usePrefs } from '#web/prefs.tsx'

const OfPaper = createContext(false)

/** What stands here is read on paper: nothing is pressed, opened or scrolled, so nothing may be hidden behind that. */
export function useIsPaper(): boolean {
  return use(OfPaper)
}

/** Ink on white for as long as it stands, and in a language of its own where one is given. */
export function OnPaper({ lang, children }: { lang?: Lang; children: ReactNode }) {
  const { setPaper } = usePrefs()
  useLayoutEffect(() => {
    setPaper(lang ? { lang } : {})
    return () => setPaper(undefined)
  }, [lang, setPaper])
  return <OfPaper value={true}>{children}</OfPaper>
}
