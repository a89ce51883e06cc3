import type { Conversation } from '#api/contract/shapes.ts'
import { calledName } from '#domain/draft/greeting.ts'
import type { Composer } from '#web/screens/inbox/use-composer.ts'
import { useSession } from '#web/session.ts'
import type { BegunOffer } from './begun-offer.ts'
import { Offers } from './offers.tsx'

type Props = { conversation: Conversation; composer: Composer; begun: BegunOffer }

/** What is known of a conversation stands in the words at once. */
export function ConversationOffers({ conversation, composer, begun }: Props) {
  const { workspace } = useSession()
  const { answers, account, tab } = composer
  const place = {
    conversationId: conversation.id,
    usedIn: conversation.id,
    tab,
    lang: answers?.lang ?? conversation.lang,
    network: conversation.network,
    values: {
      firstName: (answers?.author && calledName(answers.author.name)) ?? '',
      name: answers?.author?.name.trim() ?? '',
      network: conversation.networkName,
      ourName: account?.name ?? workspace?.name ?? '',
      case: conversation.key,
    },
  }
  return <Offers {...{ place, composer, begun }} />
}
