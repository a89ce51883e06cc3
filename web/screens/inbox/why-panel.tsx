import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Message } from '#api/contract/shapes.ts'
import { useSentimentName } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { type Ground, groundsOf, type ReasonLabel } from './reasons.ts'
import { useIntentName } from './words.ts'

/** Why it is here, and why it was labelled so: what triage rests on, in words. */
export function WhyPanel({ message }: { message: Message }) {
  const { t } = useLingui()
  const nameOf = useSentimentName()
  const intentName = useIntentName()
  const urgencyName = useUrgencyName()
  const { assessment, topics } = message
  const intent = assessment && intentName(assessment.intent.top)
  return (
    <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 rounded-lg bg-sunken px-3.5 py-3 text-ui max-md:grid-cols-1 max-md:gap-y-1">
      {topics.length > 0 && (
        <Line label={t`Heard`}>
          <Heard message={message} />
        </Line>
      )}
      {assessment && !assessment.isAssessed && (
        <Line label={t`Labels`}>{t`Nobody here speaks this language yet, so nothing was guessed.`}</Line>
      )}
      {assessment && (
        <>
          <Line label={t`Tone`}>
            <Because says={nameOf(assessment.sentiment.class)} message={message} about="sentiment" />
          </Line>
          {intent && (
            <Line label={t`Wants`}>
              <Because says={intent} message={message} about="intent" />
            </Line>
          )}
          <Line label={t`Urgency`}>
            <Because says={urgencyName(assessment.urgency)} message={message} about="urgency" />
          </Line>
          <Language message={message} />
        </>
      )}
    </dl>
  )
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-meta leading-[18px] font-semibold text-ink-3">{label}</dt>
      <dd className="min-w-0 text-ink-2">{children}</dd>
    </>
  )
}

function Heard({ message }: { message: Message }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const topics = fmt.list(message.topics.map((topic) => topic.name))
  const words = [...new Set(message.spans.map(([start, end]) => message.text.slice(start, end)))].slice(0, 6)
  return (
    <>
      {t`It matches ${topics}`}
      {words.length > 0 && ': '}
      {words.map((word) => (
        <span key={word} className="mr-2 inline-block">
          <mark className="hit">{word}</mark>
        </span>
      ))}
    </>
  )
}

function Because({ says, message, about }: { says: string; message: Message; about: ReasonLabel }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const sayOf = useGround()
  const grounds = groundsOf(message, about)
  const pro = grounds.filter((ground) => !ground.isAgainst).map(sayOf)
  const against = grounds.filter((ground) => ground.isAgainst).map(sayOf)
  return (
    <>
      <b className="font-semibold text-ink">{says}</b>
      {pro.length > 0 && <span>{t`, because of ${fmt.list(pro)}`}</span>}
      {against.length > 0 && <span>{t`; against it: ${fmt.list(against)}`}</span>}
      {grounds.length === 0 && <span className="text-ink-3">{t`, without a clear sign`}</span>}
    </>
  )
}

function Language({ message }: { message: Message }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { lang, langP } = message.assessment ?? { lang: 'und', langP: 0 }
  if (lang === 'und' || lang === '') return null
  return (
    <Line label={t`Language`}>
      <b className="font-semibold text-ink">{fmt.language(lang)}</b>
      {message.correction?.lang ? '' : `, ${fmt.pct(langP)}`}
    </Line>
  )
}

function useUrgencyName(): (urgency: 0 | 1 | 2 | 3) => string {
  const { t } = useLingui()
  return (urgency) => {
    switch (urgency) {
      case 0:
        return t`No reply needed`
      case 1:
        return t`Answer in opening hours`
      case 2:
        return t`Answer today`
      case 3:
        return t`Somebody must look now`
    }
  }
}

/** One reason as a few words. A code that is not known here shows the words it rests on. */
function useGround(): (ground: Ground) => string {
  const { t } = useLingui()
  const intentName = useIntentName()
  return ({ code, value, words }) => {
    const quoted = words.map((word) => `“${word}”`).join(', ')
    switch (code) {
      case 'rating':
        return t`a rating of ${value} out of 5`
      case 'question_mark':
        return t`a question mark`
      case 'question_word':
        return t`the question word ${quoted}`
      case 'caps':
        return t`capitals: ${quoted}`
      case 'exclamation':
        return t`exclamation marks`
      case 'anger':
        return t`how angry it sounds`
      case 'sentiment':
        return t`its tone`
      case 'dissatisfied':
        return t`how dissatisfied it sounds`
      case 'intent':
      case 'company':
        return t`what is wanted: ${intentName(value as Parameters<typeof intentName>[0]).toLocaleLowerCase()}`
      case 'sarcasm':
      case 'praise_beside_failure':
        return t`praise next to something that went wrong`
      case 'headline':
        return t`it reads like a headline`
      case 'links':
        return t`its links`
      case 'tags':
        return t`its many hashtags`
      case 'negated':
        return quoted ? t`the negation in ${quoted}` : t`a negation`
      case 'aside':
        return t`words that are not about us`
      case 'level':
        return t`posts like this one`
      case 'beats':
        return t`it weighs more than the other readings`
      default:
        return quoted || value || t`a rule`
    }
  }
}
