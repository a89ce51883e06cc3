import { useLingui } from '@lingui/react/macro'
import { type Density, densities } from '#domain/density.ts'
import { type Layout, layouts } from '#domain/inbox-layout.ts'
import { Field, Select, Switch } from '#web/parts/field.tsx'
import { type Lang, type Theme, usePrefs } from '#web/prefs.tsx'
import { useSession } from '#web/session.ts'
import { SettingsCard, SettingsPage } from './page.tsx'
import { useSaveMe } from './use-save-me.ts'

/** How it looks to me, on every machine I use. */
export function AppearanceSettings() {
  const { t } = useLingui()
  return (
    <SettingsPage
      title={t`Appearance`}
      says={t`Only for you, on every machine you use. What you choose holds at once.`}
    >
      <LookCard />
      <InboxCard />
    </SettingsPage>
  )
}

/** Seen at once, so saved at once. */
function LookCard() {
  const { t } = useLingui()
  const { lang, theme, setLang, setTheme } = usePrefs()
  const me = useSaveMe()
  return (
    <SettingsCard
      title={t`Language and look`}
      says={t`Messages stay in the language of their writers. Whether things move follows what your device asks for.`}
      problem={me.problem}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t`Language`}>
          {(control) => (
            <Select
              {...control}
              value={lang}
              onChange={(event) => {
                const next = event.currentTarget.value as Lang
                setLang(next)
                me.save({ lang: next })
              }}
              choices={[
                { value: 'en', label: 'English' },
                { value: 'nl', label: 'Nederlands' },
              ]}
            />
          )}
        </Field>
        <Field label={t`Theme`}>
          {(control) => (
            <Select
              {...control}
              value={theme}
              onChange={(event) => {
                const next = event.currentTarget.value as Theme
                setTheme(next)
                me.save({ theme: next })
              }}
              choices={[
                { value: 'system', label: t`As this device` },
                { value: 'light', label: t`Light` },
                { value: 'dark', label: t`Dark` },
              ]}
            />
          )}
        </Field>
      </div>
    </SettingsCard>
  )
}

function InboxCard() {
  const { t } = useLingui()
  const { user } = useSession()
  const me = useSaveMe()
  if (!user) return null
  const { density, opensNext, layout } = user
  const names: Record<Density, string> = {
    comfortable: t`Comfortable: two lines of every message`,
    compact: t`Compact: one line, more conversations at once`,
  }
  const layoutNames: Record<Layout, string> = {
    list: t`A list: one view at a time`,
    columns: t`Columns: several views side by side`,
  }
  const chooseLayout = (next: Layout) => me.save({ layout: next }, { back: { layout }, ahead: { layout: next } })
  const choose = (next: Density) => me.save({ density: next }, { back: { density }, ahead: { density: next } })
  return (
    <SettingsCard title={t`The inbox`}>
      <Field
        label={t`Layout`}
        help={t`Columns need a window of at least 1024 pixels. In a narrower one you see the list.`}
      >
        {(control) => (
          <Select
            {...control}
            value={layout}
            onChange={(event) => {
              const next = layouts.find((one) => one === event.currentTarget.value)
              if (next) chooseLayout(next)
            }}
            choices={layouts.map((value) => ({ value, label: layoutNames[value] }))}
          />
        )}
      </Field>
      <Field label={t`Room in the list`} help={t`On a phone the list has the same room.`}>
        {(control) => (
          <Select
            {...control}
            value={density}
            onChange={(event) => {
              const next = densities.find((one) => one === event.currentTarget.value)
              if (next) choose(next)
            }}
            choices={densities.map((value) => ({ value, label: names[value] }))}
          />
        )}
      </Field>
      <Switch
        label={t`Open the next message by itself`}
        help={t`After done, wait, hand over and reply. Off: you stay with the one you just decided about.`}
        isOn={opensNext}
        onChange={(next) => me.save({ opensNext: next }, { back: { opensNext }, ahead: { opensNext: next } })}
      />
    </SettingsCard>
  )
}
