import type { Conversation } from '#api/contract/shapes.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { withWordsBeside } from '#web/prefs.tsx'
import type { Composer } from '#web/screens/inbox/use-composer.ts'
import { SignTools } from './sign-tools.tsx'

const fetchOffers = () => withWordsBeside(import('./conversation-offers.tsx'))
const ConversationOffers = lazyPart(() => fetchOffers().then((file) => file.ConversationOffers))
// Fetched ahead; what is lost here is fetched again where it is drawn.
const load = () => void fetchOffers().catch(() => undefined)

/** In the composer of a conversation. What there is to choose from comes when one begins to write. */
export function SnippetTools({ conversation, composer }: { conversation: Conversation; composer: Composer }) {
  return (
    <SignTools
      conversationId={conversation.id}
      composer={composer}
      load={load}
      list={(begun) => <ConversationOffers key={begun.at} {...{ conversation, composer, begun }} />}
    />
  )
}
