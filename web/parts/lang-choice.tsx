import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { type Lang, usePrefs } from '#web/prefs.tsx'

const langs = [
  { lang: 'en', name: 'English' },
  { lang: 'nl', name: 'Nederlands' },
] as const satisfies readonly { lang: Lang; name: string }[]

/** For people who are not known yet. */
export function LangChoice({ onDark }: { onDark?: boolean }) {
  const { t } = useLingui()
  const { lang, setLang } = usePrefs()
  return (
    <nav aria-label={t`Language`} className="-ml-2 flex gap-1 text-ui">
      {langs.map((one) => (
        <button
          key={one.lang}
          type="button"
          lang={one.lang}
          aria-pressed={lang === one.lang}
          onClick={() => setLang(one.lang)}
          className={clsx(
            'h-8 rounded-md px-2 touch:h-11',
            onDark ? 'hover:bg-rail-hover' : 'hover:bg-sunken',
            lang === one.lang
              ? ['font-bold', onDark ? 'text-rail-ink' : 'text-ink']
              : onDark
                ? 'text-rail-ink-2'
                : 'text-ink-3',
          )}
        >
          {one.name}
        </button>
      ))}
    </nav>
  )
}
