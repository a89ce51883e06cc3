import type { EffectView } from '#api/contract/effect-shapes.ts'
import { conversation, reply } from './conversation.ts'
import { inMinutes } from './moments.ts'

const day = 24 * 60
const tone = (change: 'better' | 'unclear', p: number): EffectView['tone'] => ({
  before: { mentionId: 'm1', class: 'negative', p: 0.94 },
  after: { mentionId: 'm2', class: 'positive', p: 0.91 },
  ...{ change, p },
})

function effect(change: Partial<EffectView>): EffectView {
  return {
    ...{ outcome: 'waiting', sentAt: inMinutes(-3 * day), untilAt: inMinutes(11 * day), lookedAt: inMinutes(-1) },
    ...{ isSettled: false, deletedAt: null, editedAt: null, tone: null, spread: null, messages: [] },
    ...change,
  }
}

const said = (id: string, minutes: number, text: string) => ({ id, at: inMinutes(minutes), text })
const here = { conversationId: conversation.id, key: conversation.key }

/** Answers with what was seen after them, from thanks to nothing. */
export const answersWithEffects = [
  reply('sent', {
    id: 'r1',
    createdAt: inMinutes(-3 * day),
    effect: effect({
      outcome: 'thanked',
      tone: tone('better', 0.86),
      spread: { before: 41, after: 6, hoursBefore: 8, hoursAfter: 24, change: 'less' },
      messages: [
        { ...said('m2', -2 * day, 'Gevonden in hal 3, dank jullie wel!'), ...here, as: ['thanked', 'replied'] },
        {
          ...said('m9', -day, 'Credits voor @zilvermeeuw: koffers binnen een uur terug.'),
          ...{ conversationId: 'elsewhere', key: 'WH-4230', as: ['elsewhere'] },
        },
      ],
    }),
  }),
  reply('sent', {
    id: 'r2',
    createdAt: inMinutes(-2 * day),
    effect: effect({
      outcome: 'complained',
      tone: tone('unclear', 0.41),
      messages: [{ ...said('m3', -day, 'En nu weer niets. Wat een bende.'), ...here, as: ['complained', 'replied'] }],
    }),
  }),
  reply('sent', { id: 'r3', createdAt: inMinutes(-day), effect: effect({}) }),
]
