import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { Intent, Sentiment, Urgency } from '#domain/assessment.ts'
import type { PostKind } from '#domain/post.ts'
import type { RoutingAbout, RoutingReason } from '#domain/routing.ts'
import { useAsk } from '#web/api.ts'
import { useSentimentName } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useNetworkName } from '#web/parts/network.tsx'
import { useLabelWord } from '#web/screens/inbox/label-words.ts'
import { useIntentName } from '#web/screens/inbox/words.ts'

/** What a rule asks about, as the name of a field. */
export function useAboutName(): (about: RoutingAbout) => string {
  const { t } = useLingui()
  return (about) => {
    switch (about) {
      case 'words':
        return t`Words`
      case 'topic':
        return t`Search`
      case 'source':
        return t`Source`
      case 'network':
        return t`Network`
      case 'lang':
        return t`Language`
      case 'sentiment':
        return t`Tone`
      case 'intent':
        return t`What they want`
      case 'kind':
        return t`Kind of message`
      case 'urgency':
        return t`Urgency`
      case 'anger':
        return t`Anger`
      case 'followers':
        return t`Followers`
      case 'rating':
        return t`Stars`
      case 'returning':
        return t`Whether they wrote before`
    }
  }
}

export function useKindName(): (kind: PostKind) => string {
  const { t } = useLingui()
  return (kind) => {
    switch (kind) {
      case 'post':
        return t`A message by itself`
      case 'reply':
        return t`A reply`
      case 'comment':
        return t`A comment under an article`
      case 'review':
        return t`A review`
      case 'article':
        return t`An article`
      case 'message':
        return t`A private message`
    }
  }
}

/** One value of a rule, in words: of a topic its name, of a language its own. */
export function useValueWord(): (about: RoutingAbout, value: string) => string {
  const { t } = useLingui()
  const fmt = useFmt()
  const topics = useAsk('GET /api/topics').data ?? []
  const sources = useAsk('GET /api/sources').data ?? []
  const networkName = useNetworkName()
  const sentimentName = useSentimentName()
  const intentName = useIntentName()
  const kindName = useKindName()
  const labelWord = useLabelWord()
  return (about, value) => {
    switch (about) {
      case 'words':
        return `“${value}”`
      case 'topic':
        return topics.find(({ id }) => id === value)?.name ?? t`a search that is gone`
      case 'source':
        return sources.find(({ id, name }) => id === value || name === value)?.name ?? t`a source that is gone`
      case 'network':
        return networkName(value)
      case 'lang':
        return value === 'und' ? t`unknown language` : fmt.language(value)
      case 'sentiment':
        return sentimentName(value as Sentiment)
      case 'intent':
        return intentName(value as Intent) || t`something else`
      case 'kind':
        return kindName(value as PostKind)
      case 'urgency':
        return labelWord('urgency', String(Number(value) as Urgency))
      case 'anger':
        return t`angry`
      case 'followers': {
        const count = Number(value)
        return t`${plural(count, { one: '# follower', other: '# followers' })}`
      }
      case 'rating': {
        const count = Number(value)
        return t`${plural(count, { one: '# star', other: '# stars' })}`
      }
      case 'returning':
        return value === 'true' ? t`wrote before` : t`never wrote before`
    }
  }
}

/** Names keep their capital in the middle of a sentence. */
const isName: Partial<Record<RoutingAbout, true>> = {
  words: true,
  topic: true,
  source: true,
  network: true,
  lang: true,
}

/** Why a rule fired, in a few words: “factuur”, Dutch, complaint. */
export function useReasonWords(): (reasons: readonly RoutingReason[]) => string {
  const { t } = useLingui()
  const wordOf = useValueWord()
  return (reasons) => {
    const words = reasons.flatMap(({ about, values }) => {
      if (about === 'words' && values.length === 0) return [t`words that are gone`]
      return values.map((value) => {
        const word = wordOf(about, value)
        return isName[about] ? word : word.charAt(0).toLocaleLowerCase() + word.slice(1)
      })
    })
    return words.join(', ')
  }
}
