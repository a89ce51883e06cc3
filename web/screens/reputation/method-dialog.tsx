import { useLingui } from '@lingui/react/macro'
import { Dialog } from '#web/parts/dialog.tsx'

/** What each figure is, in words. The formulas stand in docs/measures.md. */
export function MethodDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  return (
    <Dialog isOpen onClose={onClose} title={t`How is this measured?`}>
      <MethodWords />
    </Dialog>
  )
}

export function MethodWords() {
  const { t } = useLingui()
  const parts = [
    [
      t`Score`,
      t`50, plus half of positive less negative in every hundred messages of which the tone is known. 0 is all negative, 100 all positive. Its band is 95% certain, and wider where days differ much.`,
    ],
    [
      t`What moved it`,
      t`Each topic by how much more or less was said of it than before, and in what tone. Together they are the whole change.`,
    ],
    [
      t`First answer`,
      t`From publication to our first answer, of everybody who waited for one. The median is the time within which half of them had it.`,
    ],
    [t`Within the promise`, t`Of those to whom a time was promised and whose time is over or who were answered.`],
    [
      t`Milder after our answer`,
      t`Of people of whom we know the tone before and after. It says what came after, not what came of it.`,
    ],
    [t`Too few`, t`Under thirty a figure is pale. It is shown, and not to be leaned on.`],
  ] as const
  return (
    <dl className="space-y-3 text-ui">
      {parts.map(([name, says]) => (
        <div key={name}>
          <dt className="font-semibold">{name}</dt>
          <dd className="text-ink-2">{says}</dd>
        </div>
      ))}
    </dl>
  )
}
