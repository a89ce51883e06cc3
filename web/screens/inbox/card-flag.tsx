import { useLingui } from '@lingui/react/macro'
import { CircleAlert, Clock, Hand, Scale, Send, ShieldAlert, UserCheck, Volume2, VolumeX } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Row } from '#api/contract/shapes.ts'
import type { Mark } from '#web/offline/door.ts'
import { Chip, type ChipTone } from '#web/parts/bits.tsx'
import { useNoiseName } from './noise-words.ts'

type Props = { row: Row; problem: string | undefined; isDeparted: boolean; mark: Mark | undefined }
export type Flag = { tone: ChipTone; icon: ReactNode; text: string; isIntent?: boolean }

export function CardFlag({ flag }: { flag: Flag }) {
  return (
    <Chip tone={flag.tone} className="ml-0.5 max-w-44 min-w-0 shrink">
      {flag.icon}
      <span className="truncate">{flag.text}</span>
    </Chip>
  )
}

/** At most one flag on a card: what went wrong here first, then danger, law, and the answer that is not settled. */
export function useCardFlag({ row, problem, isDeparted, mark }: Props): Flag | undefined {
  const { t } = useLingui()
  const noiseName = useNoiseName()
  if (mark && !mark.isRefused) return { tone: 'plain', icon: <Clock size={11} />, text: t`Not sent yet` }
  if (mark) return { tone: 'neg', icon: <CircleAlert size={11} />, text: t`Changed meanwhile` }
  if (problem) return { tone: 'neg', icon: <CircleAlert size={11} />, text: problem }
  if (isDeparted) return { tone: 'plain', icon: <UserCheck size={11} />, text: t`Moved on` }
  if (row.reply?.state === 'needs_person') return { tone: 'warn', icon: <Hand size={11} />, text: t`Answer needs you` }
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
  switch (row.reply?.state) {
    case 'refused':
      return { tone: 'neg', icon: <CircleAlert size={11} />, text: t`Answer refused` }
    case 'assisted':
      return { tone: 'warn', icon: <Hand size={11} />, text: t`Not confirmed yet` }
    case 'unknown':
      return { tone: 'warn', icon: <Clock size={11} />, text: t`Checking the answer` }
    case 'ready':
    case 'sending':
    case 'waiting':
      return { tone: 'sea', icon: <Send size={11} />, text: t`Answer on its way` }
    default:
      return undefined
  }
}
