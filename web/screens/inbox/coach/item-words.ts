import { type CoachWords, useCoachWords } from './coach-words.ts'
import { useFindingWords } from './finding-words.ts'
import type { LookItem } from './look-over.ts'

export function useItemWords(): (item: LookItem) => CoachWords {
  const ofCoach = useCoachWords()
  const ofDraft = useFindingWords()
  return (item) => (item.kind === 'coach' ? ofCoach(item.finding) : ofDraft(item.finding))
}
