import { useLingui } from '@lingui/react/macro'
import type { AssistTask } from '#domain/assist/assist-task.ts'

/** What a model can be asked for, as the menu and the panel say it. */
export function useTaskWords(): Record<AssistTask, string> {
  const { t } = useLingui()
  return {
    draft: t`Draft an answer`,
    shorten: t`Shorten my text`,
    friendlier: t`Make my text friendlier`,
    translate: t`Translate my text for them`,
    translate_message: t`Translate their message for me`,
    summarise: t`Summarise the conversation`,
  }
}
