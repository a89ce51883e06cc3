import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Conversation, Message } from '#api/contract/shapes.ts'
import type { Label } from '#domain/assessment.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { Menu, MenuItem } from '#web/parts/menu.tsx'
import { useInbox } from './inbox-context.ts'
import { changeOf } from './label-choices.ts'
import { useLabelName, useLabelWord } from './label-words.ts'
import { lastSaid, struckOf } from './last-said.ts'
import { NotSo } from './not-so.tsx'
import { groundsOf } from './reasons.ts'
import { useCorrectLabel } from './use-correct-label.ts'
import { useGround } from './use-ground.ts'

type Given = { message: Message; conversation: Conversation }

/** From this share on a tone is said to be there. */
const presentFrom = 0.5
const tones = ['anger', 'sarcasm', 'spam'] as const

/** Why it is here, and why it was labelled so: what triage rests on, in words, and beside each label the way to say that it is not so. */
export function WhyPanel({ message, conversation }: Given) {
  const { t } = useLingui()
  const { me } = useInbox()
  const { assessment, topics } = message
  const isSpoken = (label: (typeof tones)[number]): boolean =>
    (assessment?.[label] ?? 0) >= presentFrom || lastSaid(message, label) !== undefined
  const shown: readonly Label[] = ['sentiment', 'intent', 'urgency', ...tones.filter(isSpoken), 'language']
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
      {assessment && shown.map((label) => <LabelLine key={label} {...{ message, conversation, label }} />)}
      {assessment && me.canWrite && <Missing {...{ message, conversation }} isThere={isSpoken} />}
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

/** What is said of one label, on what it rests or who said so, and the way to say otherwise. */
function LabelLine({ message, conversation, label }: Given & { label: Label }) {
  const { me } = useInbox()
  const name = useLabelName()(label)
  const wordOf = useLabelWord()
  const said = lastSaid(message, label)
  return (
    <Line label={name}>
      <b className="font-semibold text-ink">{wordOf(label, wordNow(message, label))}</b>
      {said || message.assessment === null ? (
        <SaidBy message={message} label={label} />
      ) : (
        <Because message={message} label={label} />
      )}
      {/* A space, so that it does not stand apart where it begins a line. */}{' '}
      {me.canWrite && !message.isOwn && <NotSo {...{ message, conversation, label }} />}
    </Line>
  )
}

function wordNow({ assessment }: Message, label: Label): string {
  if (!assessment) return ''
  switch (label) {
    case 'language':
      return assessment.lang
    case 'sentiment':
      return assessment.sentiment.class
    case 'intent':
      return assessment.intent.top
    case 'urgency':
      return String(assessment.urgency)
    case 'anger':
    case 'sarcasm':
    case 'spam':
      return assessment[label] >= presentFrom ? 'yes' : 'no'
  }
}

/** Who said so and when; what the machine made of it stays readable. */
function SaidBy({ message, label }: { message: Message; label: Label }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const wordOf = useLabelWord()
  const said = lastSaid(message, label)
  if (!said) return null
  const who = said.by?.name ?? t`somebody who left`
  const when = fmt.moment(new Date(said.at))
  const before = wordOf(label, said.said).toLocaleLowerCase()
  return <span>{t`, says ${who} (${when}); the machine said: ${before}`}</span>
}

function Because({ message, label }: { message: Message; label: Label }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const sayOf = useGround()
  if (label === 'language') return <span>, {fmt.pct(message.assessment?.langP ?? 0)}</span>
  const grounds = groundsOf(message, label)
  const pro = grounds.filter((ground) => !ground.isAgainst).map(sayOf)
  const against = grounds.filter((ground) => ground.isAgainst).map(sayOf)
  return (
    <>
      {pro.length > 0 && <span>{t`, because of ${fmt.list(pro)}`}</span>}
      {against.length > 0 && <span>{t`; against it: ${fmt.list(against)}`}</span>}
      {grounds.length === 0 && <span className="text-ink-3">{t`, without a clear sign`}</span>}
      <Struck message={message} label={label} />
    </>
  )
}

/** Reasons that people struck: no longer reasons, and not gone. */
function Struck({ message, label }: { message: Message; label: Label }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const struck = struckOf(message, label)
  if (struck.length === 0) return null
  const who = fmt.list([...new Set(struck.map(({ by }) => by?.name ?? t`somebody who left`))])
  const words = fmt.list(struck.map(({ reason }) => `“${reason?.value ?? reason?.code ?? ''}”`))
  return <span className="text-ink-3">{t`; no reason, says ${who}: ${words}`}</span>
}

type MissingProps = Given & { isThere: (label: (typeof tones)[number]) => boolean }

/** A tone that the machine did not hear. */
function Missing({ message, conversation, isThere }: MissingProps) {
  const { t } = useLingui()
  const wordOf = useLabelWord()
  const correct = useCorrectLabel({ conversation, message })
  const missing = tones.filter((label) => !isThere(label))
  if (missing.length === 0 || message.isOwn) return null
  return (
    <>
      <dt className="sr-only">{t`Something missing?`}</dt>
      <dd className="md:col-start-2">
        <Menu
          trigger={
            <button
              type="button"
              className="-ml-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 text-meta text-ink-3 hover:text-ink hover:underline touch:min-h-11"
            >
              <Plus size={12} />
              {t`something missing?`}
            </button>
          }
        >
          {missing.map((label) => {
            const what = wordOf(label, 'yes')
            const said = { change: changeOf(label, 'yes'), did: what, says: t`Corrected. ${what}` }
            return (
              <MenuItem key={label} onSelect={() => correct(said)}>
                {what}
              </MenuItem>
            )
          })}
        </Menu>
      </dd>
    </>
  )
}
