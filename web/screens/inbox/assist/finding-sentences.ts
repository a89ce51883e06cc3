import { useLingui } from '@lingui/react/macro'
import type { SuggestionFinding } from '#domain/assist/suggestion-finding.ts'

/** What to look at before using what a model wrote, in a sentence each. */
export function useFindingSentence(): (finding: SuggestionFinding) => string {
  const { t, i18n } = useLingui()
  return ({ kind, found }) => {
    switch (kind) {
      case 'steered':
        return t`A message here gives orders to the model (“${found}”). Read with extra care.`
      case 'echo':
        return t`It repeats what a message told it to say: “${found}”.`
      case 'link':
        return t`This link is not in the conversation: ${found}`
      case 'number':
        return t`Nobody here named this number: ${found}`
      case 'promise':
        return t`This may bind us, and nobody here said it: “${found}”.`
      case 'private':
        return t`This belongs to one person: ${found}`
      case 'sign':
        return t`${found} stands for nothing.`
      case 'lost':
        return t`This got lost: ${found}`
      case 'markup':
        return t`This is markup and not text: ${found}`
      case 'machine':
        return t`Here the model speaks about itself: “${found}”.`
      case 'language': {
        const name = new Intl.DisplayNames([i18n.locale], { type: 'language' }).of(found) ?? found
        return t`It looks as if it is in another language: ${name}.`
      }
      case 'long':
        return t`It is ${found} too long for this network.`
      case 'cut':
        return t`It is not finished.`
      case 'empty':
        return t`The model wrote nothing.`
    }
  }
}
