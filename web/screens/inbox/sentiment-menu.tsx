import { useLingui } from '@lingui/react/macro'
import { ChevronDown } from 'lucide-react'
import type { Conversation, Message } from '#api/contract/shapes.ts'
import type { Sentiment } from '#domain/assessment.ts'
import type { SaidSentiment } from '#domain/correction.ts'
import { SentimentGlyph, useSentimentName } from '#web/parts/bits.tsx'
import { Menu, MenuChoice, MenuGroup } from '#web/parts/menu.tsx'
import { useInbox } from './inbox-context.ts'
import { lastSaid } from './last-said.ts'
import { sentimentsToChoose } from './sentiment-choices.ts'
import { useCorrectLabel } from './use-correct-label.ts'

const sureFrom = 0.8
const fairlySureFrom = 0.6

/** The tone, how sure that is, and the way to say it was read wrongly. A person wins at once. */
type Given = { conversation: Conversation; message: Message }

export function SentimentMenu({ conversation, message, isFirst }: Given & { isFirst: boolean }) {
  const { t } = useLingui()
  const { me } = useInbox()
  const nameOf = useSentimentName()
  const doubt = useDoubt(message)
  const correct = useCorrect({ conversation, message })
  const sentiment: Sentiment = message.assessment?.sentiment.class ?? 'unsure'
  if (!message.assessment) return null
  const says = doubt ? `${nameOf(sentiment)} · ${doubt}` : nameOf(sentiment)
  const words = (
    <>
      <SentimentGlyph sentiment={sentiment} />
      {isFirst && nameOf(sentiment)}
      {isFirst && doubt && <span className="max-md:hidden">· {doubt}</span>}
    </>
  )
  if (!me.canWrite) return <span className="inline-flex items-center gap-1.5 whitespace-nowrap">{words}</span>
  return (
    <Menu
      trigger={
        <button
          type="button"
          data-sentiment
          title={says}
          className="-mx-1 inline-flex min-h-6 min-w-6 items-center justify-center gap-1.5 rounded-sm px-1 whitespace-nowrap hover:bg-sunken hover:text-ink touch:min-h-11"
        >
          {words}
          {isFirst && <ChevronDown size={12} />}
          <span className="sr-only">{t`Correct the tone`}</span>
        </button>
      }
    >
      <MenuGroup label={t`It is rather…`}>
        <MenuChoice
          value={message.correction?.sentiment ?? ''}
          onChoose={(value) => correct(sentimentsToChoose.find((one) => one === value))}
          choices={sentimentsToChoose.map((one) => ({
            value: one as string,
            label: (
              <span className="flex items-center gap-2">
                <SentimentGlyph sentiment={one} />
                {nameOf(one)}
              </span>
            ),
          }))}
        />
      </MenuGroup>
    </Menu>
  )
}

function useDoubt(message: Message): string {
  const { t } = useLingui()
  if (message.correction?.sentiment) {
    const by = lastSaid(message, 'sentiment')?.by?.name
    return by ? t`says ${by}` : t`corrected`
  }
  const { assessment } = message
  if (!assessment || assessment.sentiment.class === 'unsure') return ''
  if (!assessment.isAssessed) return t`not assessed`
  if (assessment.sentiment.p >= sureFrom) return t`sure`
  return assessment.sentiment.p >= fairlySureFrom ? t`fairly sure` : t`not sure`
}

/** The tone by its name, as every other label is corrected: at once, and with a way back. */
function useCorrect(given: Given): (sentiment: SaidSentiment | undefined) => void {
  const { t } = useLingui()
  const nameOf = useSentimentName()
  const correct = useCorrectLabel(given)
  return (sentiment) => {
    if (!sentiment) return
    const tone = nameOf(sentiment).toLocaleLowerCase()
    correct({ change: { sentiment }, did: t`Tone: ${tone}`, says: t`Corrected: ${tone}` })
  }
}
