import { useLingui } from '@lingui/react/macro'
import { Suspense, useState } from 'react'
import type { Conversation, Message } from '#api/contract/shapes.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { Face, faceOf } from '#web/parts/avatar.tsx'
import { NetBadge, NetName } from '#web/parts/network.tsx'
import { withWordsBeside } from '#web/prefs.tsx'
import { DeletedWords } from './deleted-words.tsx'
import { useInbox } from './inbox-context.ts'
import { MediaView } from './media-view.tsx'
import { MessageFacts } from './message-facts.tsx'
import { MessageText } from './message-text.tsx'
import { MomentOf } from './moment-of.tsx'
import { handleOf, langAttribute, nameOf } from './words.ts'

const WhyPanel = lazyPart(() => withWordsBeside(import('./why-panel.tsx')).then((file) => file.WhyPanel))

/** The message itself: the largest words on the screen. */
export function LeadMessage({ message, conversation }: { message: Message; conversation: Conversation }) {
  const { t } = useLingui()
  const { showAuthor } = useInbox()
  const [isWhyShown, setWhyShown] = useState(false)
  const { author } = message
  return (
    <article data-message={message.id} className="grid grid-cols-[44px_1fr] gap-x-3 max-md:grid-cols-[36px_1fr]">
      <span className="relative h-11 max-md:h-9">
        <Face id={faceOf(author)} src={author.avatarUrl} size={44} className="max-md:!size-9" />
        <NetBadge id={message.author.network} />
      </span>
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-2">
          <button
            type="button"
            onClick={showAuthor}
            className="hit-area rounded-sm text-left text-body font-bold break-words hover:underline"
          >
            {nameOf(author, t`Somebody`)}
          </button>
          <span className="truncate text-ui text-ink-3">{handleOf(author)}</span>
          <NetName id={author.network} />
          <span className="flex-1" />
          <MomentOf at={message.publishedAt} editedAt={message.editedAt} />
        </div>
        {message.deletedAt ? <DeletedWords message={message} /> : <Words message={message} />}
        <MessageFacts
          message={message}
          conversation={conversation}
          isWhyShown={isWhyShown}
          onWhy={() => setWhyShown(!isWhyShown)}
        />
        {isWhyShown && (
          <Suspense>
            <WhyPanel message={message} conversation={conversation} />
          </Suspense>
        )}
      </div>
    </article>
  )
}

function Words({ message }: { message: Message }) {
  const { t } = useLingui()
  return (
    <>
      {message.title && (
        <h3 className="mt-1 text-read font-bold text-pretty break-words" dir="auto" lang={langAttribute(message.lang)}>
          {message.title}
        </h3>
      )}
      <MessageText message={message} className="mt-1 text-read text-pretty" />
      {message.isCut && (
        <p className="mt-1 text-meta text-ink-3">{t`This is the beginning of a longer text. The rest stands at the original.`}</p>
      )}
      <MediaView media={message.media} isLarge />
    </>
  )
}
