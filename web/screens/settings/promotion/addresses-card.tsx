import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { PromotionSettings } from '#domain/promotion/promotion-settings.ts'
import { Field, TextArea } from '#web/parts/field.tsx'
import { linesOf } from '#web/screens/settings/house-words.ts'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import { useSavePromotion } from './use-save-promotion.ts'

const ownExample = 'zilvermeeuw.nl'
const helpExample = 'zilvermeeuw.nl/help'

/** Which links are ours, and which of them only help. */
export function AddressesCard({ settings }: { settings: PromotionSettings }) {
  const { t } = useLingui()
  const [own, setOwn] = useState(settings.ownDomains.join('\n'))
  const [help, setHelp] = useState(settings.servicePages.join('\n'))
  const { savePart, isBusy, problem } = useSavePromotion(settings)
  return (
    <SettingsCard
      title={t`Links of ours`}
      says={t`To somebody who asked us a link is help. To who did not, a link to an address of ours is promotion, save where it only helps.`}
      saveLabel={t`Save the addresses`}
      isChanged={own !== settings.ownDomains.join('\n') || help !== settings.servicePages.join('\n')}
      isBusy={isBusy}
      problem={problem}
      onSave={() => savePart({ ownDomains: linesOf(own), servicePages: linesOf(help) })}
    >
      <Field label={t`Our addresses`} isOptional help={t`One a line, as ${ownExample}; all below it is meant as well.`}>
        {(control) => <TextArea {...control} value={own} onChange={(event) => setOwn(event.currentTarget.value)} />}
      </Field>
      <Field label={t`Addresses that only help`} isOptional help={t`One a line, as ${helpExample}.`}>
        {(control) => <TextArea {...control} value={help} onChange={(event) => setHelp(event.currentTarget.value)} />}
      </Field>
    </SettingsCard>
  )
}
