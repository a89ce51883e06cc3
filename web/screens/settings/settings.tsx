import { useLingui } from '@lingui/react/macro'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { settingsPages } from '#web/shell/settings-pages.ts'

/** Forms of at most one screen each, side by side with their names. */
export function SettingsScreen() {
  const { t, i18n } = useLingui()
  const path = useLocation().pathname
  return (
    <div data-scroll className="thin-scroll h-full overflow-y-auto">
      <div className="mx-auto max-w-[1040px] px-4 pt-4 pb-16 md:px-8 md:pt-6">
        <p className="display text-title">{t`Settings`}</p>
        <div className="mt-4 grid gap-x-12 gap-y-6 lg:grid-cols-[172px_minmax(0,1fr)]">
          <nav aria-label={t`Settings`} className="-mx-2.5 flex flex-wrap gap-0.5 lg:flex-col">
            {settingsPages.map(({ to, label }) => {
              const isOn = path === to || path.startsWith(`${to}/`)
              return (
                <Link
                  key={to}
                  to={to}
                  aria-current={isOn ? 'page' : undefined}
                  className={clsx(
                    'relative flex h-8 items-center rounded-md px-2.5 text-ui touch:h-11',
                    isOn ? 'bg-sunken font-bold text-ink' : 'text-ink-2 hover:bg-sunken',
                  )}
                >
                  {isOn && (
                    <span className="absolute inset-x-2.5 bottom-0 h-[3px] rounded-full bg-marker lg:inset-x-auto lg:top-2 lg:bottom-2 lg:left-0 lg:h-auto lg:w-[3px]" />
                  )}
                  {i18n._(label)}
                </Link>
              )
            })}
          </nav>
          <div className="min-w-0">
            <Outlet />
          </div>
        </div>
      </div>
    </div>
  )
}
