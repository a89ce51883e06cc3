import { useLingui } from '@lingui/react/macro'
import {
  CalendarClock,
  CircleAlert,
  Clock,
  Hand,
  Scale,
  Send,
  ShieldAlert,
  Stamp,
  UserCheck,
  Volume2,
  VolumeX,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { Row } from '#api/contract/shapes.ts'
import type { Mark } from '#web/offline/door.ts'
import { Chip, type ChipTone } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useNoiseName } from './noise-words.ts'

type Props = { row: Row; problem: string | undefined; isDeparted: boolean; mark: Mark | undefined }
export type Flag = { tone: ChipTone; icon: ReactNode; text: string; title?: string; isIntent?: boolean }

/** Nearer than this it is on its way. */
const soonMs = 120_000

export function CardFlag({ flag }: { flag: Flag }) {
  return (
    <Chip tone={flag.tone} className="ml-0.5 max-w-44 min-w-0 shrink">
      {flag.icon}
      <span className="truncate" title={flag.title}>
        {flag.text}
      </span>
    </Chip>
  )
}

/** At most one flag on a card: what went wrong here first, then danger, law, and the answer that is not settled. */
export function useCardFlag({ row, problem, isDeparted, mark }: Props): Flag | undefined {
  const { t } = useLingui()
  const noiseName = useNoiseName()
  const fmt = useFmt()
  const asked = useAskedFlag(row.approval)
  if (mark && !mark.isRefused) return { tone: 'plain', icon: <Clock size={11} />, text: t`Not sent yet` }
  if (mark) return { tone: 'neg', icon: <CircleAlert size={11} />, text: t`Changed meanwhile` }
  if (problem) return { tone: 'neg', icon: <CircleAlert size={11} />, text: problem }
  if (isDeparted) return { tone: 'plain', icon: <UserCheck size={11} />, text: t`Moved on` }
  if (row.reply?.state === 'needs_person') return { tone: 'warn', icon: <Hand size={11} />, text: t`Answer needs you` }
  // Mine to decide: that comes before what it is about.
  if (asked && row.approval?.mayDecide) return asked
  if (row.state === 'noise' && row.noise)
    return { tone: 'plain', icon: <VolumeX size={11} />, text: noiseName(row.noise), isIntent: true }
  if (row.state === 'open' && row.noise?.back?.why === 'storm') {
    const count = row.noise.back.figure ?? 0
    return { tone: 'warn', icon: <Volume2 size={11} />, text: t`Noise that grows: ${count}` }
  }
  if (row.intent === 'crisis')
    return { tone: 'neg', icon: <ShieldAlert size={11} />, text: t`Possible crisis`, isIntent: true }
  if (row.intent === 'legal_threat')
    return { tone: 'warn', icon: <Scale size={11} />, text: t`Legal threat`, isIntent: true }
  const leavesAt = row.reply?.state === 'ready' && row.reply.dueAt ? new Date(row.reply.dueAt) : undefined
  if (leavesAt && leavesAt.getTime() - Date.now() > soonMs) {
    const when = fmt.moment(leavesAt)
    return { tone: 'sea', icon: <CalendarClock size={11} />, text: t`Goes out ${when}` }
  }
  if (asked) return asked
  switch (row.reply?.state) {
    case 'refused':
      return { tone: 'neg', icon: <CircleAlert size={11} />, text: t`Answer refused` }
    case 'assisted':
      return { tone: 'warn', icon: <Hand size={11} />, text: t`Not confirmed yet` }
    case 'unknown':
      return { tone: 'warn', icon: <Clock size={11} />, text: t`Checking the answer` }
    case 'held':
      return { tone: 'warn', icon: <Hand size={11} />, text: t`Answer is held` }
    case 'ready':
    case 'sending':
    case 'waiting':
      return { tone: 'sea', icon: <Send size={11} />, text: t`Answer on its way` }
    default:
      return undefined
  }
}

/** An answer that somebody else looks at first: whose, and since when. The time left of the promise stands beside it. */
function useAskedFlag(asked: Row['approval']): Flag | undefined {
  const { t } = useLingui()
  const fmt = useFmt()
  if (!asked) return undefined
  const at = new Date(asked.askedAt)
  const [since, ago] = [fmt.moment(at), fmt.ago(at)]
  const name = asked.by?.name ?? t`A colleague`
  return {
    tone: asked.mayDecide ? 'sea' : 'plain',
    icon: <Stamp size={11} />,
    text: asked.mayDecide ? t`Asked ${since}: ${name}` : t`Waits for approval since ${since}`,
    title: asked.mayDecide ? t`${name} asks for your approval, ${ago}` : t`${name} asked for approval, ${ago}`,
  }
}
