import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { houseLimits } from '#domain/house-style.ts'
import { Field, TextArea } from '#web/parts/field.tsx'
import { SettingsCard } from './page.tsx'
import { useSaveStyle } from './use-save-style.ts'
import type { Workspace } from './use-save-workspace.ts'

const none = { nl: '', en: '' }

/** What one says to somebody whose matter is not for everybody, where the network has no private answers. */
export function InvitationCard({ workspace }: { workspace: Workspace }) {
  const { t } = useLingui()
  const before = workspace.houseStyle.privateInvitation ?? none
  const [words, setWords] = useState(before)
  const { savePart, isBusy, problem } = useSaveStyle(workspace)
  const fields = [
    { lang: 'nl', label: t`In Dutch` },
    { lang: 'en', label: t`In English` },
  ] as const
  return (
    <SettingsCard
      title={t`Inviting to a private channel`}
      says={t`Offered where the policy advises to go on in private and the network has no private answers.`}
      saveLabel={t`Save the invitation`}
      isChanged={words.nl.trim() !== before.nl || words.en.trim() !== before.en}
      isBusy={isBusy}
      problem={problem}
      onSave={() => savePart({ privateInvitation: { nl: words.nl.trim(), en: words.en.trim() } })}
    >
      {fields.map(({ lang, label }) => (
        <Field key={lang} label={label} isOptional>
          {(control) => (
            <TextArea
              {...control}
              lang={lang}
              maxLength={houseLimits.invitation}
              value={words[lang]}
              onChange={(event) => setWords({ ...words, [lang]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
    </SettingsCard>
  )
}
