import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { CommunityRules } from '#domain/promotion/community.ts'
import { promotionLimits as most } from '#domain/promotion/promotion-settings.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, FormError, Input, Switch } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import type { CommunityLine } from './communities-card.tsx'
import { NumberField, numberIn } from './number-field.tsx'

const text = (value: number | null): string => (value === null ? '' : String(value))

/** The rules of one community, whole. An empty number is no bound of its own. */
export function CommunityForm({ line, oneIn, onDone }: { line: CommunityLine; oneIn: number; onDone: () => void }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const [rules, setRules] = useState<CommunityRules>(line.rules)
  const [perDay, setPerDay] = useState(text(line.rules.perDay))
  const [bound, setBound] = useState(text(line.rules.oneIn))
  const [cents, setCents] = useState(text(line.rules.linkCents))
  const save = useChange('PUT /api/promotion/communities', {
    refresh: ['GET /api/promotion', 'GET /api/promotion/shares'],
  })
  const { community } = line
  const change = (part: Partial<CommunityRules>) => setRules({ ...rules, ...part })
  const numbers = {
    perDay: perDay === '' ? null : numberIn(perDay, { min: 1, max: most.perDayMax }),
    oneIn: bound === '' ? null : numberIn(bound, { min: 0, max: most.oneInMax }),
    linkCents: cents === '' ? null : numberIn(cents, { min: 0, max: most.linkCentsMax }),
  }
  const { perDay: most1, oneIn: bound1, linkCents } = numbers
  const whole =
    most1 === undefined || bound1 === undefined || linkCents === undefined
      ? undefined
      : { ...rules, perDay: most1, oneIn: bound1, linkCents }
  const put = (next: CommunityRules | null): void =>
    save.mutate(
      { body: { community, rules: next } },
      {
        onSuccess: () => {
          const before = line.isOwn ? line.rules : null
          showToast({ text: t`Saved`, undo: () => save.mutate({ body: { community, rules: before } }) })
          onDone()
        },
      },
    )
  return (
    <form
      className="mt-3 space-y-4 rounded-lg bg-sunken px-4 py-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (whole) put(whole)
      }}
    >
      <Switch
        label={t`No links`}
        isOn={rules.links === 'none'}
        onChange={(isOn) => change({ links: isOn ? 'none' : 'free' })}
      />
      <Switch
        label={t`Answer only who asks us`}
        isOn={rules.unasked === 'none'}
        onChange={(isOn) => change({ unasked: isOn ? 'none' : 'free' })}
      />
      <Switch
        label={t`Say in every answer who speaks`}
        help={t`From an account of the organisation its name says it.`}
        isOn={rules.disclosure === 'always'}
        onChange={(isOn) => change({ disclosure: isOn ? 'always' : 'promotion' })}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <NumberField
          label={t`Answers a day`}
          isOptional
          value={perDay}
          onChange={setPerDay}
          min={1}
          max={most.perDayMax}
        />
        <NumberField
          label={t`One promotion in`}
          help={t`Empty is ${oneIn}, as everywhere; 0 is none at all.`}
          isOptional
          value={bound}
          onChange={setBound}
          min={0}
          max={most.oneInMax}
        />
        <NumberField
          label={t`A link costs, in cents`}
          isOptional
          value={cents}
          onChange={setCents}
          min={0}
          max={most.linkCentsMax}
        />
      </div>
      <Field label={t`In their own words`} isOptional>
        {(control) => (
          <Input
            {...control}
            maxLength={most.noteLength}
            value={rules.note}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
        )}
      </Field>
      {save.error && <FormError>{wordsOf(save.error)}</FormError>}
      <div className="flex flex-wrap gap-2">
        <Btn kind="ink" type="submit" isBusy={save.isPending} disabled={!whole}>
          {t`Save the rules`}
        </Btn>
        {line.isOwn && (
          <Btn kind="quiet" isBusy={save.isPending} onClick={() => put(null)}>
            {t`As the network has it`}
          </Btn>
        )}
        <Btn kind="quiet" onClick={onDone}>
          {t`Cancel`}
        </Btn>
      </div>
    </form>
  )
}
