import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { promotionLimits as most, type PromotionSettings } from '#domain/promotion/promotion-settings.ts'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import { NumberField, numberIn } from './number-field.tsx'
import { useSavePromotion } from './use-save-promotion.ts'

const bounds = {
  oneIn: { min: 1, max: most.oneInMax },
  windowDays: { min: 1, max: most.windowDaysMax },
  sameThreads: { min: most.threadsLeast, max: most.threadsMax },
  sameUnaskedThreads: { min: most.threadsLeast, max: most.threadsMax },
  unaskedMax: { min: 1, max: most.unaskedMax },
  linkCentsMax: { min: 0, max: most.linkCentsMax },
} as const
type BoundId = keyof typeof bounds
const boundIds = Object.keys(bounds) as BoundId[]

/** How much is too much. */
export function BoundsCard({ settings }: { settings: PromotionSettings }) {
  const { t } = useLingui()
  const [typed, setTyped] = useState<Partial<Record<BoundId, string>>>({})
  const { savePart, isBusy, problem } = useSavePromotion(settings)
  const names: Record<BoundId, [string, string]> = {
    oneIn: [t`One promotion in so many answers`, t`In each community by itself. One in ten is the old rule of forums.`],
    windowDays: [t`Counted over so many days`, t`Shares, copies and unasked contact.`],
    sameThreads: [t`Conversations with the same promotion`, t`The last of so many is stopped.`],
    sameUnaskedThreads: [
      t`Conversations with the same unasked text`,
      t`Of what promotes nothing, to people who did not ask.`,
    ],
    unaskedMax: [t`Unasked contacts with one person`, t`After so many without an answer they are left in peace.`],
    linkCentsMax: [t`What a link may cost, in cents`, t`Some networks ask money for a post with a link.`],
  }
  const chosenOf = (id: BoundId): number | undefined => {
    const given = typed[id]
    return given === undefined ? settings[id] : numberIn(given, bounds[id])
  }
  const part: Partial<PromotionSettings> = {}
  for (const id of boundIds) part[id] = chosenOf(id) ?? settings[id]
  const isRight = boundIds.every((id) => chosenOf(id) !== undefined)
  return (
    <SettingsCard
      title={t`How much is too much`}
      saveLabel={t`Save the bounds`}
      isChanged={isRight && boundIds.some((id) => chosenOf(id) !== settings[id])}
      isBusy={isBusy}
      problem={problem}
      onSave={() => savePart(part)}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        {boundIds.map((id) => (
          <NumberField
            key={id}
            label={names[id][0]}
            help={names[id][1]}
            value={typed[id] ?? String(settings[id])}
            onChange={(value) => setTyped({ ...typed, [id]: value })}
            {...bounds[id]}
          />
        ))}
      </div>
    </SettingsCard>
  )
}
