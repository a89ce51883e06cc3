import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { SettingsCard, SettingsPage } from './page.tsx'

/** What is kept and what is erased, as it is really done. There is nothing to choose here yet, and no promise that nobody keeps. */
export function RetentionSettings() {
  const { t } = useLingui()
  const done = [
    t`A message that matches none of your searches is never kept.`,
    t`What a writer deletes on the network is erased here too: at once where the network tells us, within a day where we have to ask.`,
    t`Of people we keep their public profile and what they said to you or with your words, nothing else.`,
    t`Who asks for it gets a copy of everything we have of them, or is forgotten: on their page, under what they may ask of us.`,
    t`Passwords and keys of accounts are kept encrypted, under a key outside the database.`,
    t`Who changed what is written down, and nobody can rewrite it.`,
  ]
  return (
    <SettingsPage
      title={t`What is kept`}
      says={t`So that you can tell people who ask. These hold for the whole workspace.`}
    >
      <SettingsCard title={t`What we do`}>
        <ul className="max-w-[66ch] space-y-2.5 text-body text-pretty">
          {done.map((sentence) => (
            <li key={sentence} className="flex gap-2.5">
              <Check size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-pos-t" />
              {sentence}
            </li>
          ))}
        </ul>
      </SettingsCard>
      <SettingsCard title={t`What we do not do by ourselves`}>
        <p className="max-w-[66ch] text-body text-pretty">
          {t`Messages, notes and answers stay until somebody removes them: nothing is erased after a fixed time.`}{' '}
          {t`Each search asks once a year whether it is still needed.`}{' '}
          <Link to="/listen" className="font-semibold text-sea underline-offset-2 hover:underline">
            {t`To the searches`}
          </Link>
        </p>
      </SettingsCard>
    </SettingsPage>
  )
}
