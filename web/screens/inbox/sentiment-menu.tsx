import { useLingui } from '@lingui/react/macro'
import { ChevronDown } from 'lucide-react'
import type { Conversation, Message } from '#api/contract/shapes.ts'
import type { Correction, Sentiment } from '#domain/assessment.ts'
import { ask, newKey, queries } from '#web/api.ts'
import { SentimentGlyph, useSentimentName } from '#web/parts/bits.tsx'
import { Menu, MenuChoice, MenuGroup } from '#web/parts/menu.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { useInbox } from './inbox-context.ts'
import { patchMessage, refreshInbox } from './patch-answers.ts'
import { orQueue } from './send-decision.ts'
import { sentimentsToChoose } from './sentiment-choices.ts'
import { takeBack, undoStack } from './undo.ts'

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
          onChoose={(value) =>
            correct({ ...message.correction, sentiment: sentimentsToChoose.find((one) => one === value) })
          }
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
    const by = message.correctedBy?.name
    return by ? t`says ${by}` : t`corrected`
  }
  const { assessment } = message
  if (!assessment || assessment.sentiment.class === 'unsure') return ''
  if (!assessment.isAssessed) return t`not assessed`
  if (assessment.sentiment.p >= sureFrom) return t`sure`
  return assessment.sentiment.p >= fairlySureFrom ? t`fairly sure` : t`not sure`
}

function useCorrect({ conversation, message }: Given): (correction: Correction) => void {
  const { t } = useLingui()
  const nameOf = useSentimentName()
  const wordsOf = useProblemWords()
  const put = (body: Correction, label: string): Promise<unknown> => {
    const name = 'PUT /api/mentions/{id}/correction'
    const key = newKey()
    const params = { id: message.id }
    const about = { id: conversation.id, key: conversation.key, title: conversation.title }
    const queued = { key, name, params, body, kind: 'correct', conversation: about, label, change: {} } as const
    return orQueue(() => ask(name, { params, body }, undefined, key), { ...queued, answer: {} })
  }
  return (correction) => {
    const before = { assessment: message.assessment, correction: message.correction, correctedBy: message.correctedBy }
    const sentiment = correction.sentiment
    if (!sentiment || !message.assessment) return
    patchMessage(message.id, {
      correction,
      assessment: { ...message.assessment, sentiment: { ...message.assessment.sentiment, class: sentiment } },
    })
    const tone = nameOf(sentiment).toLocaleLowerCase()
    const did = t`Tone: ${tone}`
    const step = {
      label: did,
      undo: async () => {
        patchMessage(message.id, before)
        await put(before.correction ?? {}, t`Taken back: ${did}`)
        refreshInbox()
      },
    }
    undoStack.push(step)
    showToast({ id: 'decision', text: t`Corrected: ${tone}`, undo: () => void takeBack(step) })
    put(correction, did).then(refreshInbox, (error: unknown) => {
      undoStack.drop(step)
      patchMessage(message.id, before)
      showToast({ tone: 'failed', text: wordsOf(error) })
      void queries.invalidateQueries({ queryKey: ['GET /api/conversations/{id}'] })
    })
  }
}
