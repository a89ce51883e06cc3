import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import type { AfterReply } from '#domain/reply.ts'
import { Select } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import type { SendWay } from '#web/screens/inbox/kept-texts.ts'

type Props = { thenDo: AfterReply; before: SendWay; onChoose: (thenDo: AfterReply) => void }

/** What becomes of the conversation when the answer goes all the same: as it was sent, unless somebody says otherwise here. */
export function WayField({ thenDo, before, onChoose }: Props) {
  const { t } = useLingui()
  const fmt = useFmt()
  const id = useId()
  const until = before.thenDo === 'wait' && before.waitUntil ? fmt.moment(before.waitUntil) : undefined
  const choices: { value: AfterReply; label: string }[] = [
    { value: 'done', label: t`is done` },
    { value: 'stay', label: t`stays open` },
    ...(until ? [{ value: 'wait' as const, label: t`waits until ${until}` }] : []),
  ]
  return (
    <div className="min-w-32">
      <label htmlFor={id} className="mb-1 block font-semibold">
        {t`The conversation`}
      </label>
      <Select
        id={id}
        value={thenDo}
        onChange={(event) => {
          const { value } = event.currentTarget
          const chosen = choices.find((one) => one.value === value)
          if (chosen) onChoose(chosen.value)
        }}
        choices={choices}
      />
    </div>
  )
}
