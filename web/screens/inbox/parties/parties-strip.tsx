import { useLingui } from '@lingui/react/macro'
import { Building2, Check, X } from 'lucide-react'
import type { Conversation, Party } from '#api/contract/shapes.ts'
import { Initials } from '#web/parts/avatar.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Tip } from '#web/parts/tooltip.tsx'
import { useInbox } from '#web/screens/inbox/inbox-context.ts'
import { useLength } from './length-words.ts'
import { nameOfParty, useParties } from './use-parties.ts'

/** Who is asked or informed beside the owner, and where the customer's wait went. */
export function PartiesStrip({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const asked = conversation.parties.filter(({ kind }) => kind === 'consulted')
  const informed = conversation.parties.filter(({ kind }) => kind === 'informed')
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-sunken px-5 py-1 text-ui text-ink-2 max-md:px-4">
      <Group title={t`Asked for advice`} parties={asked} conversation={conversation} />
      <Group title={t`Kept informed`} parties={informed} conversation={conversation} />
      <Shares conversation={conversation} />
    </div>
  )
}

type GroupProps = { title: string; parties: readonly Party[]; conversation: Conversation }

function Group({ title, parties, conversation }: GroupProps) {
  if (parties.length === 0) return null
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
      <span className="text-meta text-ink-3">{title}</span>
      <ul className="contents">
        {parties.map((party) => (
          <PartyChip key={party.id} party={party} conversation={conversation} />
        ))}
      </ul>
    </div>
  )
}

function PartyChip({ party, conversation }: { party: Party; conversation: Conversation }) {
  const { t } = useLingui()
  const { me } = useInbox()
  const { unask } = useParties()
  const says = useStanding(party)
  const name = nameOfParty(party)
  const label = party.kind === 'consulted' ? t`Do not ask ${name} any more` : t`Do not inform ${name} any more`
  return (
    <li className="inline-flex h-7 max-w-full items-center gap-1.5 rounded-full border border-line bg-pane pr-1 pl-1.5 touch:h-9">
      {party.member ? (
        <Initials name={name} size={18} />
      ) : (
        <Building2 size={13} className="text-ink-3" aria-hidden="true" />
      )}
      <Tip label={says}>
        <span className="min-w-0 truncate text-ui text-ink">{name}</span>
      </Tip>
      {party.answeredAt && <Check size={13} className="shrink-0 text-pos" aria-label={t`has answered`} />}
      {me.canWrite ? (
        <button
          type="button"
          aria-label={label}
          onClick={() => unask(party, conversation)}
          className="hit-area grid size-6 shrink-0 place-items-center rounded-full text-ink-3 hover:bg-sunken hover:text-ink"
        >
          <X size={12} />
        </button>
      ) : (
        <span className="w-1" />
      )}
    </li>
  )
}

function useStanding({ kind, askedAt, askedBy, ruleName, answeredAt, reason }: Party): string {
  const { t } = useLingui()
  const fmt = useFmt()
  const by = ruleName === null ? (askedBy?.name ?? t`somebody`) : t`rule “${ruleName}”`
  const asked = fmt.moment(new Date(askedAt))
  const answered = answeredAt ? fmt.moment(new Date(answeredAt)) : ''
  const standing =
    kind === 'informed'
      ? t`Since ${asked}, by ${by}`
      : answeredAt
        ? t`Asked by ${by} at ${asked}, answered at ${answered}`
        : t`Asked by ${by} at ${asked}, no answer yet`
  return reason === '' ? standing : `${standing}: “${reason}”`
}

/** Only where more than one department had it: with one there is nothing to share. */
function Shares({ conversation: { shares } }: { conversation: Conversation }) {
  const { t } = useLingui()
  const length = useLength()
  const fmt = useFmt()
  const ofDepartments = shares.filter(({ department }) => department)
  if (ofDepartments.length < 2) return null
  const parts = fmt.list(ofDepartments.map(({ department, ms }) => `${department?.name} ${length(ms)}`))
  return <span className="num min-w-0 text-meta text-pretty text-ink-3">{t`The customer waited with ${parts}`}</span>
}
