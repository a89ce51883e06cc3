import { useLingui } from '@lingui/react/macro'
import { useTitle } from '#web/parts/title.ts'
import { ListenSentence } from './listen-sentence.tsx'
import { SetList } from './set-list.tsx'
import { SourceList } from './source-list.tsx'
import { TopicList } from './topic-list.tsx'

/** What we listen for, where, and whether we can rely on it. */
export function ListenScreen() {
  const { t } = useLingui()
  useTitle(t`Listening`)
  return (
    <div data-scroll className="thin-scroll h-full overflow-y-auto">
      <div className="mx-auto max-w-[1180px] px-4 pt-4 pb-16 md:px-8 md:pt-6">
        <h1 className="text-ui font-semibold text-ink-3">{t`Listening`}</h1>
        <ListenSentence />
        <div className="mt-6 grid items-start gap-x-8 gap-y-10 xl:grid-cols-[7fr_6fr]">
          <div className="min-w-0 space-y-10">
            <TopicList />
            <SetList />
          </div>
          <SourceList />
        </div>
      </div>
    </div>
  )
}
