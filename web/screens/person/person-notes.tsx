import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { ShieldCheck } from 'lucide-react'
import { type ReactNode, Suspense } from 'react'
import type { Profile } from '#api/contract/people-shapes.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { Initials } from '#web/parts/avatar.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { withWords } from '#web/prefs.tsx'
import { KnownAs } from './known/known-as.tsx'
import { NotesOnPerson } from './notes-on-person.tsx'

const PledgeList = lazyPart(() =>
  withWords(import('#web/screens/inbox/pledges/pledge-list.tsx')).then((file) => file.PledgeList),
)

/** Beside the list: what they write about, what colleagues noted, and how long it is kept. */
export function PersonNotes({ profile }: { profile: Profile }) {
  const { t } = useLingui()
  const fmt = useFmt()
  return (
    <aside aria-label={t`About this person`} className="min-w-0">
      <KnownAs profile={profile} className="mb-6" />
      <Heading>{t`Writes about`}</Heading>
      {profile.topics.length === 0 && <p className="text-ui text-ink-2">{t`Nothing that a topic looks for.`}</p>}
      <ul className="space-y-1">
        {profile.topics.map((topic) => (
          <li key={topic.id} className="flex items-baseline gap-3 text-ui">
            <span className="min-w-0 flex-1 truncate">{topic.name}</span>
            <span className="num text-meta text-ink-3">{fmt.int(topic.count)}</span>
          </li>
        ))}
      </ul>
      <Suspense>
        <PledgeList authorId={profile.author.id} shownMax={20} />
      </Suspense>
      <NotesOnPerson profile={profile} />
      <Heading isBelow>{t`Notes in conversations`}</Heading>
      {profile.notes.length === 0 && <p className="text-ui text-ink-2">{t`Nobody noted anything yet.`}</p>}
      <ul className="space-y-2">
        {profile.notes.map((note) => (
          <li key={note.id}>
            <Link
              to="/c/$key"
              params={{ key: note.conversation.key }}
              className="block rounded-lg border border-note-line bg-note px-3 py-2 text-ui hover:border-control"
            >
              <span className="flex items-center gap-1.5 text-meta text-ink-2">
                <Initials name={note.by.name} size={18} />
                <b className="truncate font-semibold text-ink">{note.by.name}</b>
                <span className="flex-1" />
                <time dateTime={note.at} className="num shrink-0">
                  {fmt.moment(new Date(note.at))}
                </time>
              </span>
              <span dir="auto" className="mt-1 line-clamp-4 break-words">
                {note.text}
              </span>
              <span className="mt-1 block truncate text-meta text-ink-3">{note.conversation.title}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-6 flex gap-2 text-meta text-ink-3">
        <ShieldCheck size={14} className="mt-px shrink-0" aria-hidden="true" />
        {t`Public profile only. What the writer deletes is erased here too.`}
      </p>
    </aside>
  )
}

function Heading({ children, isBelow }: { children: ReactNode; isBelow?: boolean }) {
  return <h2 className={`mb-1.5 text-meta font-semibold text-ink-3 ${isBelow ? 'mt-6' : ''}`}>{children}</h2>
}
