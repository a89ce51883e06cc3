import { useLingui } from '@lingui/react/macro'
import { AlarmClock, Check, Ellipsis, Search } from 'lucide-react'
import { useState } from 'react'
import type { Contact } from '#api/contract/shapes.ts'
import type { Sentiment } from '#domain/assessment.ts'
import { Face, Initials } from '#web/parts/avatar.tsx'
import {
  Btn,
  type BtnKind,
  Chip,
  type ChipTone,
  ChoiceChip,
  IconBtn,
  SentimentGlyph,
  useSentimentName,
} from '#web/parts/bits.tsx'
import { ContactLine } from '#web/parts/contact-line.tsx'
import { Hits } from '#web/parts/hits.tsx'
import { Keys } from '#web/parts/keys.tsx'
import { Mark, Quotes } from '#web/parts/logo.tsx'
import { Net, NetBadge, useNetworkName } from '#web/parts/network.tsx'
import { PromiseRing, Ring } from '#web/parts/promise.tsx'
import { StrikeList } from '#web/parts/sample/strike-list.tsx'
import { hitKey } from '#web/parts/sample/use-first-hits.ts'
import { SampleRow } from '#web/parts/sample-row.tsx'
import { Says } from '#web/parts/says.tsx'
import { Tip } from '#web/parts/tooltip.tsx'
import { Frame } from './frame.tsx'
import { samples, topics } from './story/listening.ts'
import { day, inMinutes } from './story/moments.ts'
import { amirah, marieke, members, noor, samuel, seal } from './story/people.ts'
import { spansOf } from './story/rows.ts'

const sentiments: readonly Sentiment[] = ['negative', 'mixed', 'neutral', 'positive', 'unsure']
const networks = ['bluesky', 'mastodon', 'hackernews', 'feed', 'somewhere-else']

const talk: Contact = {
  id: 'talk',
  key: 'WH-3977',
  title: 'Vertraging ZM1104',
  network: 'bluesky',
  state: 'done',
  createdAt: inMinutes(-40 * day),
  latestAt: inMinutes(-40 * day),
  owner: noor,
  firstSentiment: 'negative',
  sentiment: 'positive',
  messageCount: 3,
  isAnswered: true,
  silence: null,
}

/** The small ones: who, what, how long, and what can be pressed. */
export function SheetParts() {
  return (
    <>
      <People />
      <Signs />
      <Buttons />
      <Words />
    </>
  )
}

function People() {
  return (
    <Frame name="faces, initials, networks" span="lg:col-span-4">
      <div className="flex flex-wrap items-center gap-3">
        {[marieke, amirah, samuel, seal].map(({ id, network }) => (
          <span key={id} className="relative h-9">
            <Face id={id} />
            <NetBadge id={network} />
          </span>
        ))}
        <Face id={marieke.id} size={52} />
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {members.map(({ id, name }, at) => (
          <Initials key={id} name={name} size={[18, 24, 28, 36, 24][at]} />
        ))}
        <Initials name="🦭🌊" />
      </div>
      <Networks />
    </Frame>
  )
}

function Networks() {
  const nameOf = useNetworkName()
  return (
    <p className="mt-3 flex flex-wrap gap-x-4 gap-y-2 text-ui text-ink-2">
      {networks.map((id) => (
        <span key={id} className="inline-flex items-center gap-1.5" data-code>
          <Net id={id} label="" />
          {nameOf(id)}
        </span>
      ))}
    </p>
  )
}

function Signs() {
  const sentimentName = useSentimentName()
  return (
    <Frame name="tone, promise, marks" span="lg:col-span-4">
      <ul className="flex flex-wrap gap-x-4 gap-y-2 text-ui">
        {sentiments.map((sentiment) => (
          <li key={sentiment} className="inline-flex items-center gap-1.5">
            <SentimentGlyph sentiment={sentiment} size={12} />
            <span aria-hidden="true">{sentimentName(sentiment)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-3 flex flex-wrap items-center gap-3">
        {[2_900, 41, 9.4, 0.6, -3.2, -190].map((minutes) => (
          <PromiseRing key={minutes} dueAt={inMinutes(minutes)} promisedMinutes={60} />
        ))}
        {[1, 0.6, 0.2].map((share) => (
          <Ring key={share} share={share} size={18} />
        ))}
      </p>
      <div className="mt-3 flex items-center gap-4">
        <Mark />
        <Quotes width={56} />
        <span className="flex gap-1">
          <Keys of="next" />
          <Keys of="send" />
        </span>
        <span className="rounded-md bg-rail p-2">
          <Keys of="previous" onDark />
        </span>
      </div>
    </Frame>
  )
}

const kinds: readonly BtnKind[] = ['primary', 'ink', 'outline', 'quiet', 'danger']
const tones: readonly ChipTone[] = ['plain', 'marker', 'neg', 'mix', 'warn', 'pos', 'sea']

function Buttons() {
  const { t } = useLingui()
  const [chosen, setChosen] = useState(['zilvermeeuw', '#zilvermeeuw'])
  const words: Record<BtnKind, string> = {
    primary: t`Reply & done`,
    ink: t`Save note`,
    outline: t`Hand over`,
    quiet: t`Cancel`,
    danger: t`Remove the topic`,
  }
  return (
    <Frame name="buttons, chips" span="lg:col-span-4">
      <div className="flex flex-wrap gap-2" data-specimen-actions>
        {kinds.map((kind) => (
          <Btn key={kind} kind={kind}>
            {words[kind]}
          </Btn>
        ))}
        <Btn small>{t`Try again`}</Btn>
        <Btn isBusy>{t`Try again`}</Btn>
        <Btn disabled>{t`Cancel`}</Btn>
        <Tip label={t`Wait until`} command="wait">
          <Btn>
            <AlarmClock size={14} />
            {t`wait`}
          </Btn>
        </Tip>
        <IconBtn label={t`Find or do`} command="palette">
          <Search size={16} />
        </IconBtn>
        <IconBtn label={t`More`} disabled>
          <Ellipsis size={16} />
        </IconBtn>
      </div>
      <div className="mt-3 flex flex-wrap gap-1.5">
        {tones.map((tone) => (
          <Chip key={tone} tone={tone}>
            <Check size={11} />
            {t`Done`}
          </Chip>
        ))}
      </div>
      <div className="mt-3 flex flex-wrap gap-1.5">
        {chosen.map((word, at) => (
          <ChoiceChip
            key={word}
            marked={at === 0}
            removeLabel={t`Remove ${word}`}
            onRemove={() => setChosen(chosen.filter((one) => one !== word))}
          >
            {word}
          </ChoiceChip>
        ))}
      </div>
    </Frame>
  )
}

function Words() {
  const { t, i18n } = useLingui()
  const [struckKeys, setStruck] = useState<ReadonlySet<string>>(() => new Set(samples.slice(2).map(hitKey)))
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  const text = 'Vandaag met @zilvermeeuw naar Faro: https://example.org/een/heel/lang/adres/dat/niet/wordt/afgebroken'
  return (
    <Frame name="marked words, samples, a search as a sentence" span="lg:col-span-6">
      <p className="text-read" lang="nl">
        <Hits text={text} spans={spansOf(text)} links />
      </p>
      <p className="mt-2 text-ui text-ink-2">
        <Says sentence={topics[0]?.says[lang] ?? ''} />
      </p>
      <div className="mt-3 space-y-1.5">
        <ul>
          <li className="relative">
            <ContactLine contact={talk} isLast />
          </li>
        </ul>
        {samples.slice(0, 1).map((sample) => (
          <SampleRow key={sample.nativeId} sample={sample} linesMax={1} />
        ))}
        <StrikeList
          label={t`A sample`}
          hits={samples}
          names={['zilvermeeuw']}
          struckKeys={struckKeys}
          onStrike={(key, isStruck) =>
            setStruck((now) => new Set(isStruck ? [...now, key] : [...now].filter((one) => one !== key)))
          }
          onExclude={() => setStruck(new Set())}
        />
      </div>
    </Frame>
  )
}
