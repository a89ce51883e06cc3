import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { NoiseLessonView, NoiseTaughtView } from '#api/contract/shapes.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, Input, Select } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { FailedState, SkeletonRows, useProblemWords } from '#web/parts/states.tsx'
import { useMay } from '#web/session.ts'
import { SettingsCard, SettingsPage } from './page.tsx'

/** What was taught about noise, what it has come to mean, and the way to take each of it back. */
export function NoiseSettings() {
  const { t } = useLingui()
  const taught = useAsk('GET /api/noise')
  const mayTeach = useMay()('noise.teach')
  return (
    <SettingsPage
      title={t`Noise`}
      says={t`What is noise stands in a view of its own with the reason, and makes no promise. Danger, law and what cannot wait are never noise, whatever was taught.`}
    >
      {mayTeach && <GiveWords />}
      {taught.isPending && <SkeletonRows label={t`What was taught is on its way`} count={3} />}
      {taught.error && <FailedState error={taught.error} retry={() => void taught.refetch()} className="mx-0!" />}
      {taught.data && <Words words={taught.data.words} />}
      {taught.data && <Lessons lessons={taught.data.lessons} />}
    </SettingsPage>
  )
}

function GiveWords() {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const topics = useAsk('GET /api/topics').data ?? []
  const [chosen, setChosen] = useState<string>()
  const [words, setWords] = useState('')
  const give = useChange('POST /api/noise/words', { refresh: ['GET /api/noise'] })
  const topicId = chosen ?? topics[0]?.id
  if (!topicId) return null
  return (
    <SettingsCard
      title={t`Another by the same name`}
      says={t`Words that only the other one is found with: for an airline called after a gull “beach, nest, bird”. One of them in a message makes it noise.`}
      isMain
      saveLabel={t`Add the words`}
      isChanged={words.trim() !== ''}
      isBusy={give.isPending}
      problem={give.error ? wordsOf(give.error) : undefined}
      onSave={() => give.mutate({ body: { topicId, words } }, { onSuccess: () => setWords('') })}
    >
      <div className="grid gap-4 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)]">
        <Field label={t`Topic`}>
          {(control) => (
            <Select
              {...control}
              choices={topics.map(({ id, name }) => ({ value: id, label: name }))}
              value={topicId}
              onChange={(event) => setChosen(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t`Words`}>
          {(control) => (
            <Input
              {...control}
              maxLength={400}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
    </SettingsCard>
  )
}

function Words({ words }: Pick<NoiseTaughtView, 'words'>) {
  const { t } = useLingui()
  if (words.length === 0) return null
  return (
    <SettingsCard
      title={t`Words that tell another`}
      says={t`Given words count by themselves; of learned ones two must stand together.`}
    >
      <dl className="space-y-3">
        {words.map((one) => (
          <WordsOfTopic key={one.topic.id} words={one} />
        ))}
      </dl>
    </SettingsCard>
  )
}

function WordsOfTopic({ words }: { words: NoiseTaughtView['words'][number] }) {
  const { t } = useLingui()
  const given = words.given.join(', ')
  const learned = words.learned.join(', ')
  return (
    <div>
      <dt className="text-ui font-semibold">{words.topic.name}</dt>
      {given && <dd className="text-body break-words text-ink-2">{t`given: ${given}`}</dd>}
      {learned && <dd className="text-body break-words text-ink-2">{t`learned: ${learned}`}</dd>}
    </div>
  )
}

function Lessons({ lessons }: Pick<NoiseTaughtView, 'lessons'>) {
  const { t } = useLingui()
  if (lessons.length === 0)
    return (
      <p className="rounded-xl border border-line bg-pane px-5 py-4 text-body text-ink-2">
        {t`Nothing was taught yet. In the inbox one key says “this is noise”; what is like it follows.`}
      </p>
    )
  return (
    <ul aria-label={t`What was taught`} className="divide-y divide-line rounded-xl border border-line bg-pane">
      {lessons.map((lesson) => (
        <Lesson key={lesson.id} lesson={lesson} />
      ))}
    </ul>
  )
}

function Lesson({ lesson }: { lesson: NoiseLessonView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const wordsOf = useProblemWords()
  const mayForget = useMay()('noise.forget')
  const forget = useChange('DELETE /api/noise/{id}', { refresh: ['GET /api/noise'] })
  const { conversation, topic, author, words, by } = lesson
  const itsWords = words.join(', ')
  const name = conversation?.title ?? itsWords
  const who = by?.name ?? t`somebody`
  const when = fmt.moment(new Date(lesson.at))
  const about = [topic?.name, author?.name].filter(Boolean).join(' · ')
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
      <span className="min-w-0 flex-1 basis-56">
        <span className="block truncate text-body font-semibold">
          {conversation ? (
            <Link to="/c/$key" params={{ key: conversation.key }} className="hover:underline">
              {name}
            </Link>
          ) : (
            name
          )}
        </span>
        <span className="num block text-meta text-ink-3">
          {lesson.isByHand ? t`Words for another` : lesson.isNoise ? t`Noise` : t`No noise`}
          {about && ` · ${about}`} · {t`${who}, ${when}`}
        </span>
        {!lesson.isByHand && words.length > 0 && (
          <span className="block truncate text-meta text-ink-3">{t`Its words: ${itsWords}`}</span>
        )}
        {forget.error && (
          <span role="alert" className="block text-meta font-semibold text-neg-t">
            {wordsOf(forget.error)}
          </span>
        )}
      </span>
      {mayForget && (
        <Btn
          aria-label={t`Forget: ${name}`}
          isBusy={forget.isPending}
          onClick={() => forget.mutate({ params: { id: lesson.id } })}
        >
          {t`Forget`}
        </Btn>
      )}
    </li>
  )
}
