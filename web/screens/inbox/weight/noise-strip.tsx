import { useLingui } from '@lingui/react/macro'
import { Volume2, VolumeX } from 'lucide-react'
import type { Conversation } from '#api/contract/shapes.ts'
import type { NoiseReason } from '#domain/noise.ts'
import { useAsk } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Keys } from '#web/parts/keys.tsx'
import { doingsAbout } from '#web/screens/inbox/doings.ts'
import { useInbox } from '#web/screens/inbox/inbox-context.ts'
import { rowOf } from '#web/screens/inbox/use-conversation.ts'
import { Strip } from './strip.tsx'

/** Why this stands among the noise, or came back from it, and the way to say otherwise. */
export function NoiseStrip({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const inbox = useInbox()
  const { noise, state } = conversation
  const whyOf = useNoiseSentence()
  const backOf = useBackSentence()
  if (!noise) return null
  const doings = doingsAbout(inbox, [inbox.currentRow ?? rowOf(conversation)])
  if (state === 'noise')
    return (
      <Strip icon={<VolumeX size={15} />} says={whyOf(noise)}>
        {doings.work && (
          <Btn small onClick={doings.work}>
            {t`This is no noise`}
            <Keys of="work" />
          </Btn>
        )}
      </Strip>
    )
  if (!noise.back) return null
  return (
    <Strip icon={<Volume2 size={15} />} says={backOf(noise)}>
      {doings.noise && (
        <Btn small kind="quiet" onClick={doings.noise}>
          {t`It is noise`}
          <Keys of="noise" />
        </Btn>
      )}
    </Strip>
  )
}

function useNoiseSentence(): (noise: NoiseReason) => string {
  const { t } = useLingui()
  const fmt = useFmt()
  const members = useAsk('GET /api/members').data?.members ?? []
  return ({ kind, words, figure = 0, byId }) => {
    const quoted = fmt.list(words.map((word) => `“${word}”`))
    const count = fmt.int(figure)
    const who = members.find((member) => member.id === byId)?.name ?? t`a colleague`
    switch (kind) {
      case 'giveaway':
        return t`Noise: it reads like a giveaway, because of ${quoted}.`
      case 'advertising':
        return t`Noise: it reads like advertising.`
      case 'job':
        return t`Noise: it advertises a job, and asks us nothing.`
      case 'copies':
        return t`Noise: ${count} authors posted this same text. The first of them stands among the work.`
      case 'bot':
        return figure > 0
          ? t`Noise: its author began ${count} conversations within the hour.`
          : t`Noise: its author posts as regularly as a clock.`
      case 'author':
        return t`Noise: colleagues called ${count} messages of this author noise, and none the opposite.`
      case 'text':
        return t`Noise: it is like a message that was called noise before.`
      case 'words':
        return t`Noise: ${quoted} tells that another is meant.`
      case 'hand':
        return t`Noise: ${who} said so.`
    }
  }
}

function useBackSentence(): (noise: NoiseReason) => string {
  const { t } = useLingui()
  const fmt = useFmt()
  return ({ back }) => {
    const count = fmt.int(back?.figure ?? 0)
    switch (back?.why) {
      case 'storm':
        return t`Back from the noise: ${count} like it within 6 hours.`
      case 'said':
        return t`Back from the noise: somebody said something here that is none.`
      default:
        return t`Back from the noise: a colleague said that it is none.`
    }
  }
}
