import { useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { ArrowRight, Plus, Search } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { queries, useChange } from '#web/api.ts'
import { Btn, btnClass, ChoiceChip } from '#web/parts/bits.tsx'
import { ChipsInput, FormError } from '#web/parts/field.tsx'
import { LangChoice } from '#web/parts/lang-choice.tsx'
import { Mark } from '#web/parts/logo.tsx'
import { StrikeList } from '#web/parts/sample/strike-list.tsx'
import { isUnheard, useFirstHits } from '#web/parts/sample/use-first-hits.ts'
import { NotAllowed, useProblemWords } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { usePrefsOf } from '#web/prefs.tsx'
import { DemoOffer } from '#web/screens/demo/demo-offer.tsx'
import { useMay, useSession } from '#web/session.ts'
import { ListenLine } from './listen-line.tsx'
import { nameVariants } from './name-variants.ts'
import { stillMatches, welcomeSearch } from './welcome-search.ts'

const namesMax = 20

/** One question, and the first messages while it is being answered. */
export function WelcomeScreen() {
  const { t } = useLingui()
  const { user, workspace } = useSession()
  const [names, setNames] = useState<readonly string[]>([])
  const [excluded, setExcluded] = useState<readonly string[]>([])
  const [struckKeys, setStruck] = useState<ReadonlySet<string>>(new Set())
  const asked = { names, excluded }
  const heard = useFirstHits(welcomeSearch(asked), (hit) => stillMatches(hit, asked))
  const may = useMay()
  useTitle(t`Welcome`)
  usePrefsOf(user)
  const strike = (key: string, isStruck: boolean) =>
    setStruck((now) => new Set(isStruck ? [...now, key] : [...now].filter((one) => one !== key)))
  if (!may('topic.create')) return <NothingToSetUp />
  const offered = names.length === 0 && workspace ? [workspace.name] : nameVariants(names)
  return (
    <Halves
      left={
        <>
          <h1 className="display text-hero text-balance">{t`What do people call you?`}</h1>
          <p className="mt-2 text-body text-pretty text-ink-2">{t`Your name, a product, a nickname: everything people write when they mean you.`}</p>
          <div className="mt-6">
            <ChipsInput
              label={t`Names`}
              values={names}
              onChange={setNames}
              countMax={namesMax}
              placeholder={t`Type a name and press Enter`}
              lead={<Search size={18} aria-hidden="true" className="ml-1 text-ink-3" />}
              isMarked
              isBig
              autoFocus
            />
          </div>
          <Offered words={offered} onAdd={(word) => setNames([...names, word].slice(0, namesMax))} />
          <Excluded words={excluded} onRemove={(word) => setExcluded(excluded.filter((one) => one !== word))} />
          <Finish names={names} excluded={excluded} />
          {!isUnheard(heard) && (
            <div className="mt-6">
              <DemoOffer isUrged={false} />
            </div>
          )}
        </>
      }
      right={
        <>
          <ListenLine heard={heard} />
          {isUnheard(heard) && (
            <div className="mb-4">
              <DemoOffer isUrged />
            </div>
          )}
          <StrikeList
            label={t`Heard just now`}
            hits={heard.hits}
            names={names}
            struckKeys={struckKeys}
            onStrike={strike}
            onExclude={(word) => setExcluded([...excluded, word])}
          />
        </>
      }
    />
  )
}

function Halves({ left, right }: { left: ReactNode; right: ReactNode }) {
  const { t } = useLingui()
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] bg-pane lg:h-dvh lg:grid-cols-[minmax(440px,5fr)_6fr]">
      <main className="flex min-h-0 flex-col px-6 py-6 md:px-12 md:py-8 lg:overflow-y-auto">
        <header className="flex flex-wrap items-center gap-2.5">
          <Mark size={30} />
          <span className="display flex-1 text-[17px]">Wederhoor</span>
          <LangChoice />
        </header>
        <div className="my-auto w-full max-w-[520px] py-10">{left}</div>
      </main>
      <section
        aria-label={t`Heard just now`}
        className="thin-scroll min-h-0 border-line bg-canvas px-6 py-8 max-lg:border-t md:px-12 lg:overflow-y-auto lg:border-l"
      >
        <div className="mx-auto max-w-[640px]">{right}</div>
      </section>
    </div>
  )
}

function Offered({ words, onAdd }: { words: readonly string[]; onAdd: (word: string) => void }) {
  const { t } = useLingui()
  return (
    <p
      className={clsx(
        'mt-3 flex min-h-8 flex-wrap items-center gap-1.5 text-ui text-ink-3',
        words.length === 0 && 'invisible',
      )}
    >
      {t`Also:`}
      {words.map((word) => (
        <button
          key={word}
          type="button"
          onClick={() => onAdd(word)}
          className="inline-flex h-7 items-center gap-1 rounded-md border border-dashed border-control px-2 text-ink-2 hover:bg-sunken hover:text-ink touch:h-11"
        >
          <Plus size={12} aria-hidden="true" />
          {word}
        </button>
      ))}
    </p>
  )
}

function Excluded({ words, onRemove }: { words: readonly string[]; onRemove: (word: string) => void }) {
  const { t } = useLingui()
  if (words.length === 0) return null
  return (
    <p className="mt-3 flex flex-wrap items-center gap-1.5 text-ui text-ink-3">
      {t`But not with:`}
      {words.map((word) => (
        <ChoiceChip key={word} removeLabel={t`Allow ${word} again`} onRemove={() => onRemove(word)}>
          <i>{word}</i>
        </ChoiceChip>
      ))}
    </p>
  )
}

function Finish({ names, excluded }: { names: readonly string[]; excluded: readonly string[] }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const wordsOf = useProblemWords()
  const finish = useChange('POST /api/welcome')
  const submit = () =>
    finish.mutate(
      { body: { names: [...names], excluded: [...excluded] } },
      {
        onSuccess: async () => {
          await queries.invalidateQueries()
          await navigate({ to: '/inbox/$view', params: { view: 'unowned' } })
        },
      },
    )
  return (
    <div className="mt-8 space-y-3">
      {finish.error && <FormError>{wordsOf(finish.error)}</FormError>}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Btn
          kind="primary"
          isBusy={finish.isPending}
          disabled={names.length === 0}
          onClick={submit}
          className="h-10! px-4 text-body!"
        >
          {t`Looks right, open the inbox`}
          <ArrowRight size={15} />
        </Btn>
        <span className="text-meta text-ink-3">{t`Connecting accounts can wait.`}</span>
      </div>
    </div>
  )
}

function NothingToSetUp() {
  const { t } = useLingui()
  return (
    <Halves
      left={
        <>
          <h1 className="display text-hero">{t`Welcome`}</h1>
          <div className="mt-4 space-y-5">
            <NotAllowed>{t`What we listen for is chosen by a lead or an administrator. You can look around meanwhile.`}</NotAllowed>
            <Link to="/inbox/$view" params={{ view: 'all' }} className={btnClass('primary')}>
              {t`To the inbox`}
            </Link>
          </div>
        </>
      }
      right={null}
    />
  )
}
