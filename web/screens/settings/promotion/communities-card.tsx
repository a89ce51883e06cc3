import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Answer } from '#api/contract/contract.ts'
import { Btn } from '#web/parts/bits.tsx'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import { CommunityForm } from './community-form.tsx'

export type CommunityLine = Answer<'GET /api/promotion'>['communities'][number]

/** What holds in one place and not in another, as its people want it. */
export function CommunitiesCard({ communities, oneIn }: { communities: readonly CommunityLine[]; oneIn: number }) {
  const { t } = useLingui()
  const [openKey, setOpenKey] = useState<string>()
  return (
    <SettingsCard
      title={t`Rules of communities`}
      says={t`A network, or a site, a forum, a server in it. Where nothing is written the bounds above hold.`}
    >
      {communities.length === 0 && (
        <p className="text-ui text-ink-2">{t`Each place where you answer will stand here.`}</p>
      )}
      <ul className="divide-y divide-line">
        {communities.map((line) => {
          const key = `${line.community.network} ${line.community.place}`
          return (
            <li key={key} className="py-2.5 first:pt-0 last:pb-0">
              <Line
                line={line}
                isOpen={key === openKey}
                onPress={() => setOpenKey(key === openKey ? undefined : key)}
              />
              {key === openKey && <CommunityForm line={line} oneIn={oneIn} onDone={() => setOpenKey(undefined)} />}
            </li>
          )
        })}
      </ul>
    </SettingsCard>
  )
}

function Line({ line, isOpen, onPress }: { line: CommunityLine; isOpen: boolean; onPress: () => void }) {
  const { t, i18n } = useLingui()
  const { community, networkName, rules, isOwn, network } = line
  const { perDay, oneIn } = rules
  const parts = [
    rules.links === 'none' && t`no links`,
    rules.unasked === 'none' && t`only who asks`,
    rules.disclosure === 'always' && t`always say who speaks`,
    perDay !== null && t`${perDay} a day`,
    oneIn === 0 ? t`no promotion` : oneIn !== null && t`1 in ${oneIn}`,
    rules.linkCents !== null && t`links cost money`,
  ].filter(Boolean)
  return (
    <div className="flex items-start gap-3">
      <div className="min-w-0 flex-1">
        <p className="text-ui wrap-anywhere">
          <b className="font-semibold">{community.name}</b>
          {community.place !== '' && <span className="text-ink-3"> · {networkName}</span>}
        </p>
        <p className="text-meta text-pretty text-ink-2">
          {parts.length > 0 ? parts.join(' · ') : isOwn ? t`No rules of its own` : t`As everywhere`}
        </p>
        {rules.note && <p className="text-meta text-pretty text-ink-3">{rules.note}</p>}
        {network && !isOwn && (
          <p className="text-meta text-pretty text-ink-3">
            {i18n.locale === 'nl' ? network.says.nl : network.says.en}{' '}
            <a
              href={network.source}
              target="_blank"
              rel="noreferrer"
              className="font-semibold text-sea hover:underline"
            >
              {t`Where it says so`}
            </a>
          </p>
        )}
      </div>
      <Btn small aria-expanded={isOpen} aria-label={t`Rules of ${community.name}`} onClick={onPress}>
        {isOpen ? t`Close` : t`Change`}
      </Btn>
    </div>
  )
}
