import { useLingui } from '@lingui/react/macro'
import type { Answer } from '#api/contract/contract.ts'
import type { PromotionSettings } from '#domain/promotion/promotion-settings.ts'
import { Field, FormError, Select } from '#web/parts/field.tsx'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import { useSavePromotion } from './use-save-promotion.ts'

type Account = Answer<'GET /api/promotion'>['accounts'][number]

/** As whom each account speaks: the name of the organisation says it, the name of a person does not. */
export function AccountsCard({ settings, accounts }: { settings: PromotionSettings; accounts: readonly Account[] }) {
  const { t } = useLingui()
  const { savePart, problem } = useSavePromotion(settings)
  return (
    <SettingsCard
      title={t`Who speaks`}
      says={t`Who promotes from an account of their own says in the answer that they work here.`}
    >
      {accounts.length === 0 && <p className="text-ui text-ink-2">{t`No account is connected yet.`}</p>}
      <div className="grid gap-4 sm:grid-cols-2">
        {accounts.map(({ id, handle, networkName, voice, isGuessed }) => (
          <Field
            key={id}
            label={`@${handle} · ${networkName}`}
            help={isGuessed ? t`Taken from its name; nobody chose it.` : undefined}
          >
            {(control) => (
              <Select
                {...control}
                value={voice}
                onChange={({ currentTarget: { value } }) =>
                  savePart({ voices: { ...settings.voices, [id]: value === 'person' ? 'person' : 'organisation' } })
                }
                choices={[
                  { value: 'organisation', label: t`the organisation` },
                  { value: 'person', label: t`somebody who works here` },
                ]}
              />
            )}
          </Field>
        ))}
      </div>
      {problem && <FormError>{problem}</FormError>}
    </SettingsCard>
  )
}
