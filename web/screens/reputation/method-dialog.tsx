import { useLingui } from '@lingui/react/macro'
import { Dialog } from '#web/parts/dialog.tsx'

/** What each figure is, in words. The formulas stand in docs/measures.md. */
export function MethodDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  return (
    <Dialog isOpen isOnlyRead onClose={onClose} title={t`How is this measured?`}>
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
      t`Reach`,
      t`The followers of whoever wrote, each rounded to one figure (4,120 counts as 4,000), added up; of those whose followers are known.`,
    ],
    [
      t`Share of voice`,
      t`Messages about you, of those about you and about each search with the purpose “market”. A message about both counts in both.`,
    ],
    [
      t`First answer`,
      t`From publication to our first answer, of everybody who waited for one. The median is the time within which half of them had it.`,
    ],
    [t`Within the promise`, t`Of those to whom a time was promised and whose time is over or who were answered.`],
    [
      t`By department, hour and followers`,
      t`The same waiting, cut by who has the work, by when somebody asked, on the clock of your workspace, and by how many follow them. Evening and weekend is all that was asked outside of 8 to 18 on weekdays.`,
    ],
    [
      t`Answers that promote, and on our own initiative`,
      t`Of the answers that left and were judged when they were written: those that promoted something, and those nobody had asked for.`,
    ],
    [
      t`Milder after our answer`,
      t`Of people of whom we know the tone before and after. It says what came after, not what came of it.`,
    ],
    [
      t`What answering does`,
      t`Each answer is held against a message alike that had waited as long without one: same network, same tone, as likely to be answered. The figure is how many more of a hundred became milder within 48 hours, less those who became harsher. It holds as far as what decides who is answered is known here.`,
    ],
    [
      t`What it costs`,
      t`Writing by the minutes it took and what you say an hour costs, help of a model by its bill, listening by the days of its month. An answer is the three together, divided by the answers that left. What you leave empty is not counted.`,
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
