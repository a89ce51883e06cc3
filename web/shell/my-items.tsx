import { useLingui } from '@lingui/react/macro'
import { LogOut, Moon, Sun, SunMoon } from 'lucide-react'
import { useChange } from '#web/api.ts'
import { MenuChoice, MenuGroup, MenuItem, MenuLine } from '#web/parts/menu.tsx'
import { type Lang, type Theme, usePrefs } from '#web/prefs.tsx'
import { keepSession, signOut } from '#web/session.ts'

/** What one sets for oneself at any moment, and the way out. */
export function MyItems() {
  const { t } = useLingui()
  const { lang, theme, setLang, setTheme } = usePrefs()
  const change = useChange('PATCH /api/me')
  const keep = (body: { lang?: Lang; theme?: Theme }) => change.mutate({ body }, { onSuccess: keepSession })
  return (
    <>
      <MenuGroup label={t`Language`}>
        <MenuChoice<Lang>
          value={lang}
          onChoose={(next) => {
            setLang(next)
            keep({ lang: next })
          }}
          choices={[
            { value: 'en', label: <span lang="en">English</span> },
            { value: 'nl', label: <span lang="nl">Nederlands</span> },
          ]}
        />
      </MenuGroup>
      <MenuGroup label={t`Theme`}>
        <MenuChoice<Theme>
          value={theme}
          onChoose={(next) => {
            setTheme(next)
            keep({ theme: next })
          }}
          choices={[
            { value: 'system', label: <ThemeWords icon={SunMoon} words={t`As this device`} /> },
            { value: 'light', label: <ThemeWords icon={Sun} words={t`Light`} /> },
            { value: 'dark', label: <ThemeWords icon={Moon} words={t`Dark`} /> },
          ]}
        />
      </MenuGroup>
      <MenuLine />
      <MenuItem icon={LogOut} onSelect={() => void signOut()}>
        {t`Sign out`}
      </MenuItem>
    </>
  )
}

function ThemeWords({ icon: Icon, words }: { icon: typeof Sun; words: string }) {
  return (
    <span className="flex items-center gap-2">
      <Icon size={14} className="text-ink-3" />
      {words}
    </span>
  )
}
