import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import type { Session } from '#api/contract/shapes.ts'
import { setKeySettings } from './commands.ts'

export type Lang = 'en' | 'nl'
export type Theme = 'system' | 'light' | 'dark'
export type Prefs = {
  lang: Lang
  theme: Theme
  setLang: (lang: Lang) => void
  setTheme: (theme: Theme) => void
  /** Ink on white, in a language of its own where one is asked for, for as long as what is to be printed stands. Nothing of it is kept. */
  setPaper: (paper: { lang?: Lang } | undefined) => void
}

const PrefsContext = createContext<Prefs | undefined>(undefined)
const darkQuery = matchMedia('(prefers-color-scheme: dark)')

/** Words of one language come as few files: those of the first screen, and others with the parts that say them. */
const catalogs = {
  first: { en: () => import('./words/en.json?lingui'), nl: () => import('./words/nl.json?lingui') },
  beside: { en: () => import('./words/beside/en.json?lingui'), nl: () => import('./words/beside/nl.json?lingui') },
  later: { en: () => import('./words/later/en.json?lingui'), nl: () => import('./words/later/nl.json?lingui') },
}
type Catalog = keyof typeof catalogs
const wanted = new Set<Catalog>(['first'])

export async function speak(lang: Lang) {
  await loadWanted(lang)
  i18n.activate(lang)
  document.documentElement.lang = lang
}

/** Also what a part came to want while these were on their way. */
async function loadWanted(lang: Lang): Promise<void> {
  const names = [...wanted]
  for (const { messages } of await Promise.all(names.map((name) => catalogs[name][lang]()))) i18n.load(lang, messages)
  if (wanted.size > names.length) await loadWanted(lang)
}

/** A screen together with its words, whichever those are: neither is of use without the other. */
export async function withWords<File>(screen: Promise<File>): Promise<File> {
  return await withCatalogs(screen, ['beside', 'later'])
}

/** The same for a part that stands beside a conversation, or opens over it: less comes with it. */
export async function withWordsBeside<File>(part: Promise<File>): Promise<File> {
  return await withCatalogs(part, ['beside'])
}

async function withCatalogs<File>(fetched: Promise<File>, names: readonly Catalog[]): Promise<File> {
  for (const name of names) wanted.add(name)
  const [file] = await Promise.all([fetched, loadSpoken()])
  return file
}

/** Another language may have been chosen meanwhile. */
async function loadSpoken(): Promise<void> {
  const { locale } = i18n
  await loadWanted(locale === 'nl' ? 'nl' : 'en')
  if (i18n.locale !== locale) await loadSpoken()
}

/** Before anybody signed in: what was chosen here before, else what the browser asks for. */
export function langOfBrowser(): Lang {
  const kept = recall('lang')
  if (kept === 'en' || kept === 'nl') return kept
  return /^nl\b/iu.test(navigator.language) ? 'nl' : 'en'
}

function themeOfBrowser(): Theme {
  const kept = recall('theme')
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

export function PrefsProvider({ children }: { children: ReactNode }) {
  const [lang, keepLang] = useState<Lang>(langOfBrowser)
  const [theme, keepTheme] = useState<Theme>(themeOfBrowser)
  const setLang = useCallback((next: Lang) => {
    void speak(next).then(() => {
      remember('lang', next)
      keepLang(next)
    })
  }, [])
  const setTheme = useCallback((next: Theme) => {
    remember('theme', next)
    keepTheme(next)
  }, [])
  const [isPaper, keepPaper] = useState(false)
  const setPaper = useCallback((paper: { lang?: Lang } | undefined) => {
    keepPaper(paper !== undefined)
    const asked = paper?.lang
    if (asked) void speak(asked).then(() => keepLang(asked))
  }, [])
  useEffect(() => {
    const paint = () => {
      document.documentElement.dataset.theme = !isPaper && isDark(theme) ? 'dark' : 'light'
    }
    paint()
    darkQuery.addEventListener('change', paint)
    return () => darkQuery.removeEventListener('change', paint)
  }, [theme, isPaper])
  const prefs = useMemo(
    () => ({ lang, theme, setLang, setTheme, setPaper }),
    [lang, theme, setLang, setTheme, setPaper],
  )
  return (
    <I18nProvider i18n={i18n}>
      <PrefsContext value={prefs}>{children}</PrefsContext>
    </I18nProvider>
  )
}

export function usePrefs(): Prefs {
  const prefs = use(PrefsContext)
  if (!prefs) throw new Error('usePrefs stands outside PrefsProvider')
  return prefs
}

/** Once somebody is known, their own choice counts, on every machine they use. */
export function usePrefsOf(user: Session['user']) {
  const { lang, theme, setLang, setTheme } = usePrefs()
  const userLang = user?.lang
  const userTheme = user?.theme
  // The session is a new object at every look; whether the keys in it are others, the list of commands sees for itself.
  useEffect(() => {
    if (user) setKeySettings({ own: user.keys, areLettersOn: user.areLettersOn })
  }, [user])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change at the server's side may overrule the choice made here.
  useEffect(() => {
    if (userLang && userLang !== lang) setLang(userLang)
    if (userTheme && userTheme !== theme) setTheme(userTheme)
  }, [userLang, userTheme])
}

function isDark(theme: Theme): boolean {
  return theme === 'dark' || (theme === 'system' && darkQuery.matches)
}

/** Storage can be forbidden; then a choice lasts as long as the page. */
function remember(key: string, value: string) {
  try {
    localStorage.setItem(`wederhoor.${key}`, value)
  } catch {
    // Nothing to do: the choice holds until the page closes.
  }
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(`wederhoor.${key}`)
  } catch {
    return null
  }
}
