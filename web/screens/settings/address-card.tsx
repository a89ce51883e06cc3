import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { slugFrom, slugMax } from '#domain/slug-from.ts'
import { Field, Input } from '#web/parts/field.tsx'
import { homePath } from '#web/place.ts'
import { SettingsCard } from './page.tsx'
import { useSaveWorkspace, type Workspace } from './use-save-workspace.ts'

/** What the workspace is called in every address. What it was called before leads on, so that no link breaks. */
export function AddressCard({ workspace }: { workspace: Workspace }) {
  const { t } = useLingui()
  const [typed, setTyped] = useState(workspace.slug)
  const { save, isBusy, problem } = useSaveWorkspace()
  const slug = typed === workspace.slug ? typed : slugFrom(typed)
  const shown = `${window.location.host}${homePath(slug)}/inbox`
  return (
    <SettingsCard
      title={t`Address`}
      says={t`Stands in every link to this workspace. Links with the old address keep working.`}
      saveLabel={t`Save the address`}
      isChanged={slug !== workspace.slug && typed.trim() !== ''}
      isBusy={isBusy}
      problem={problem}
      onSave={() => save({ slug }, { slug: workspace.slug })}
    >
      <Field label={t`Name in the address`} className="max-w-md" help={shown}>
        {(control) => (
          <Input
            {...control}
            required
            spellCheck={false}
            autoCapitalize="none"
            maxLength={slugMax}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
    </SettingsCard>
  )
}
