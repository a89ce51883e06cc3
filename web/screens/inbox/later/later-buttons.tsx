import { useLingui } from '@lingui/react/macro'
import { CalendarClock, Send, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { ReplyView } from '#api/contract/shapes.ts'
import { Btn } from '#web/parts/bits.tsx'
import { LaterDialog } from './later-dialog.tsx'
import type { useLater } from './use-later.ts'

type Props = { reply: ReplyView; dueAt: Date | null; ways: ReturnType<typeof useLater>; canMove: boolean }

/** Another moment, now, or not at all. */
export function LaterButtons({ reply, dueAt, ways, canMove }: Props) {
  const { t } = useLingui()
  const [isAsking, setAsking] = useState(false)
  return (
    <span className="flex flex-wrap gap-1.5">
      {canMove && (
        <>
          <Btn small onClick={() => setAsking(true)}>
            <CalendarClock size={13} />
            {t`Change the moment`}
          </Btn>
          <Btn small onClick={ways.sendNow}>
            <Send size={13} />
            {t`Send now`}
          </Btn>
        </>
      )}
      <Btn small onClick={ways.takeBack}>
        <Undo2 size={13} />
        {t`Take it back`}
      </Btn>
      {isAsking && (
        <LaterDialog
          title={t`Change the moment`}
          dueAt={dueAt}
          {...(reply.scheduledFor ? { before: new Date(reply.scheduledFor) } : {})}
          onChoose={ways.move}
          onClose={() => setAsking(false)}
        />
      )}
    </span>
  )
}
