import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { Unlink } from 'lucide-react'
import type { Identity, Profile } from '#api/contract/people-shapes.ts'
import { IconBtn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useMay } from '#web/session.ts'
import { AccountLine } from './account-line.tsx'
import { useCalled } from './identity-words.ts'
import { SuggestedLine } from './suggested-line.tsx'
import { type Links, useLinks } from './use-links.ts'

type Props = { profile: Profile; suggestions: Profile['suggestions'] }

/** The accounts that are one person, and those that may be one more. */
export function KnownAccounts({ profile, suggestions }: Props) {
  const { t } = useLingui()
  const links = useLinks(profile.author.id)
  const { identities } = profile
  const isOne = identities.length < 2
  return (
    <>
      {!isOne && (
        <ul className="space-y-0.5">
          {identities.map((identity, at) => (
            <li key={identity.author.id}>
              <IdentityLine identity={identity} isThis={at === 0} profile={profile} links={links} />
            </li>
          ))}
        </ul>
      )}
      {suggestions.length > 0 && (
        <>
          <h3 className={clsx('mb-1.5 text-meta text-ink-3', !isOne && 'mt-2.5')}>{t`May be the same person`}</h3>
          <ul className="space-y-1.5">
            {suggestions.map((one) => (
              <li key={one.author.id}>
                <SuggestedLine suggestion={one} links={links} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

type LineProps = { identity: Identity; isThis: boolean; profile: Profile; links: Links }

function IdentityLine({ identity, isThis, profile, links }: LineProps) {
  const { t } = useLingui()
  const fmt = useFmt()
  const may = useMay()
  const called = useCalled()(identity.author)
  const { author, linkedBy, linkedAt } = identity
  const by = linkedBy?.name
  const day = linkedAt === null ? '' : fmt.day(new Date(linkedAt))
  const says = isThis ? t`this account` : by ? t`linked by ${by}, ${day}` : t`linked ${day}`
  // Of two either can go: the one that one looks at stays.
  const canGo = may('author.unlink') && (!isThis || profile.identities.length > 2)
  return (
    <span className="flex items-center gap-1">
      {isThis ? (
        <AccountLine author={author} says={says} />
      ) : (
        <Link
          to="/people/$id"
          params={{ id: author.id }}
          className="flex min-h-9 min-w-0 flex-1 items-center rounded-sm hover:underline touch:min-h-11"
        >
          <AccountLine author={author} says={says} />
        </Link>
      )}
      {canGo && (
        <IconBtn label={t`Unlink ${called}`} onClick={() => void links.unlink({ id: author.id, called })}>
          <Unlink size={14} />
        </IconBtn>
      )}
    </span>
  )
}
