import { useLingui } from '@lingui/react/macro'
import { useAsk } from '#web/api.ts'
import { SentimentGlyph, useSentimentName } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { MenuGroup, MenuItem, MenuLine } from '#web/parts/menu.tsx'
import { Net, useNetworkName } from '#web/parts/network.tsx'
import { useSession } from '#web/session.ts'
import { hasOrder, mayBeSilent, reasonsToChoose } from './filters.ts'
import { useInbox } from './inbox-context.ts'
import { sentimentsToChoose } from './sentiment-choices.ts'
import { langSign } from './words.ts'

const topicsShownMax = 12

/** Narrow by what is really in the list: networks and languages that occur, topics and departments that exist. */
export function FilterItems() {
  const { t } = useLingui()
  const { list, search, setSearch, ask } = useInbox()
  const fmt = useFmt()
  const networkName = useNetworkName()
  const sentimentName = useSentimentName()
  const topics = useAsk('GET /api/topics').data ?? []
  const departments = useAsk('GET /api/departments').data ?? []
  const reasons = reasonsToChoose(useSession().workspace?.silenceReasons ?? [])
  const networks = [...new Set(list.rows.map((row) => row.network))].toSorted()
  const langs = [...new Set(list.rows.map((row) => row.lang))].filter((lang) => langSign(lang) !== '').toSorted()
  return (
    <>
      {hasOrder(ask.view) && (
        <MenuGroup label={t`Order`}>
          <MenuItem onSelect={() => setSearch({ ...search, sort: undefined })}>{t`By promise`}</MenuItem>
          <MenuItem onSelect={() => setSearch({ ...search, sort: 'urgent' })}>{t`Most urgent first`}</MenuItem>
        </MenuGroup>
      )}
      <MenuGroup label={t`Tone`}>
        {sentimentsToChoose.map((sentiment) => (
          <MenuItem key={sentiment} onSelect={() => setSearch({ ...search, sentiment })}>
            <span className="flex items-center gap-2">
              <SentimentGlyph sentiment={sentiment} />
              {sentimentName(sentiment)}
            </span>
          </MenuItem>
        ))}
      </MenuGroup>
      {networks.length > 1 && (
        <MenuGroup label={t`Network`}>
          {networks.map((network) => (
            <MenuItem key={network} onSelect={() => setSearch({ ...search, network })}>
              <span className="flex items-center gap-2">
                <Net id={network} size={12} label="" />
                {networkName(network)}
              </span>
            </MenuItem>
          ))}
        </MenuGroup>
      )}
      {langs.length > 1 && (
        <MenuGroup label={t`Language`}>
          {langs.map((lang) => (
            <MenuItem key={lang} onSelect={() => setSearch({ ...search, lang })}>
              {fmt.language(lang)}
            </MenuItem>
          ))}
        </MenuGroup>
      )}
      {mayBeSilent(ask.view) && reasons.length > 0 && (
        <MenuGroup label={t`Not answered because`}>
          {reasons.map(({ id, name }) => (
            <MenuItem key={id} onSelect={() => setSearch({ ...search, silence: id })}>
              {name}
            </MenuItem>
          ))}
        </MenuGroup>
      )}
      {topics.length > 1 && (
        <MenuGroup label={t`Topic`}>
          {topics.slice(0, topicsShownMax).map((topic) => (
            <MenuItem key={topic.id} onSelect={() => setSearch({ ...search, topicId: topic.id })}>
              {topic.name}
            </MenuItem>
          ))}
        </MenuGroup>
      )}
      {departments.length > 0 && (
        <>
          <MenuLine />
          <MenuGroup label={t`Department`}>
            {departments.map((department) => (
              <MenuItem key={department.id} onSelect={() => setSearch({ ...search, departmentId: department.id })}>
                {department.name}
              </MenuItem>
            ))}
          </MenuGroup>
        </>
      )}
    </>
  )
}
