import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { Suspense, useState } from 'react'
import type { Conversation, Message } from '#api/contract/shapes.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { Face, faceOf } from '#web/parts/avatar.tsx'
import { withWordsBeside } from '#web/prefs.tsx'
import { DeletedWords } from './deleted-words.tsx'
import { MediaView } from './media-view.tsx'
import { MessageFacts } from './message-facts.tsx'
import { MessageText } from './message-text.tsx'
import { MomentOf } from './moment-of.tsx'
import { handleOf, nameOf } from './words.ts'

const WhyPanel = lazyPart(() => withWordsBeside(import('./why-panel.tsx')).then((file) => file.WhyPanel))

type Props = { message: Message; conversation: Conversation; isLoose?: boolean }

/** What somebody said after that, on the line of the thread. */
export function ThreadMessage({ message, conversation, isLoose }: Props) {
  const { t } = useLingui()
  const [isWhyShown, setWhyShown] = useState(false)
  const { author } = message
  return (
    <article data-message={message.id} className="group/message relative">
      <span className={clsx('rounded-full ring-4 ring-pane', isLoose ? 'hidden' : 'absolute top-0 -left-[48px]')}>
        <Face id={faceOf(author)} src={author.avatarUrl} size={26} />
      </span>
      <div className="flex flex-wrap items-baseline gap-x-2">
        <b className="text-ui font-bold break-words">{nameOf(author, t`Somebody`)}</b>
        <span className="truncate text-meta text-ink-3">{message.isOwn ? t`from us` : handleOf(author)}</span>
        <span className="flex-1" />
        {!message.isOwn && (
          <MessageFacts
            message={message}
            conversation={conversation}
            isQuiet
            isWhyShown={isWhyShown}
            onWhy={() => setWhyShown(!isWhyShown)}
          />
        )}
        <MomentOf at={message.publishedAt} editedAt={message.editedAt} />
      </div>
      {message.deletedAt ? (
        <DeletedWords message={message} />
      ) : (
        <>
          <MessageText message={message} className="mt-px text-body" />
          <MediaView media={message.media} />
        </>
      )}
      {isWhyShown && (
        <Suspense>
          <WhyPanel message={message} conversation={conversation} />
        </Suspense>
      )}
    </article>
  )
}
