import { useLingui } from '@lingui/react/macro'
import { CalendarClock, CircleAlert } from 'lucide-react'
import { breaksPromise } from '#domain/schedule.ts'
import { MenuGroup, MenuItem } from '#web/parts/menu.tsx'
import { useHouseMoment, useLaterChoices, useLaterName } from './use-later-choices.ts'

type Props = { dueAt: Date | null; onChoose: (at: Date) => void; onOther: () => void }

/** In the menu of the send button: moments in words, and the way to any other. */
export function LaterItems({ dueAt, onChoose, onOther }: Props) {
  const { t } = useLingui()
  const nameOf = useLaterName()
  const momentOf = useHouseMoment()
  return (
    <MenuGroup label={t`Send later`}>
      {useLaterChoices(new Date()).map(({ id, at }) => (
        <MenuItem key={id} icon={CalendarClock} onSelect={() => onChoose(at)}>
          <span className="flex items-baseline justify-between gap-4">
            {nameOf(id)}
            <span className="num inline-flex items-center gap-1 text-meta text-ink-3">
              {breaksPromise(at, dueAt) && (
                <CircleAlert size={12} className="self-center text-warn-t" aria-label={t`After what was promised:`} />
              )}
              {momentOf(at)}
            </span>
          </span>
        </MenuItem>
      ))}
      <MenuItem icon={CalendarClock} command="sendLater" onSelect={onOther}>
        {t`Another moment…`}
      </MenuItem>
    </MenuGroup>
  )
}
