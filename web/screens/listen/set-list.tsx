import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { Suspense, useState } from 'react'
import type { SetView } from '#api/contract/shapes.ts'
import { useAsk } from '#web/api.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { useMay } from '#web/session.ts'
import { Section } from './section.tsx'

const SetEditor = lazyPart(() => import('./set-editor.tsx').then((file) => file.SetEditor))

/** The named lists that searches share. */
export function SetList() {
  const { t } = useLingui()
  const sets = useAsk('GET /api/sets')
  const mayAdd = useMay()('set.create')
  const [editedId, setEditedId] = useState<string>()
  // As the list knows it now: who asks for it may change while it is open.
  const edited = editedId === 'new' ? 'new' : sets.data?.find(({ id }) => id === editedId)
  return (
    <Section
      id="sets"
      title={t`Sets`}
      says={t`Lists with a name, which several searches can ask for: set:name.`}
      action={
        mayAdd && (
          <Btn onClick={() => setEditedId('new')}>
            <Plus size={14} />
            {t`New set`}
          </Btn>
        )
      }
    >
      {sets.isPending && <SkeletonRows label={t`The sets are on their way`} count={1} />}
      {sets.error && !sets.data && (
        <FailedState error={sets.error} retry={() => void sets.refetch()} className="mx-0!" />
      )}
      {sets.data?.length === 0 && (
        <EmptyState
          level={3}
          className="rounded-xl border border-line bg-pane"
          title={t`No sets yet`}
          text={t`Do several searches name the same products, competitors or newspapers? Write them down once, and ask for the set.`}
        />
      )}
      {sets.data && sets.data.length > 0 && (
        <ul className="divide-y divide-line rounded-xl border border-line bg-pane">
          {sets.data.map((set) => (
            <SetRow key={set.id} set={set} onOpen={() => setEditedId(set.id)} />
          ))}
        </ul>
      )}
      <Suspense>{edited && <SetEditor given={edited} onClose={() => setEditedId(undefined)} />}</Suspense>
    </Section>
  )
}

function SetRow({ set, onOpen }: { set: SetView; onOpen: () => void }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const mayChange = useMay()('set.change')
  const { name, entries, usedBy } = set
  const useCount = usedBy.length
  return (
    <li className="flex items-center gap-3 px-4 py-2.5">
      <span className="min-w-0 flex-1">
        <code className="block truncate font-mono text-ui font-semibold">{`set:${name}`}</code>
        <span className="num block truncate text-meta text-ink-3">
          {fmt.int(entries.length)}: {entries.slice(0, shownMax).join(', ')}
        </span>
        <span className="num block text-meta text-ink-3">
          {useCount === 0
            ? t`no search asks for it`
            : t`${plural(useCount, { one: '# search asks for it', other: '# searches ask for it' })}`}
        </span>
      </span>
      <Btn aria-label={mayChange ? t`Change ${name}` : t`Look at ${name}`} onClick={onOpen}>
        {mayChange ? t`Change…` : t`Look`}
      </Btn>
    </li>
  )
}

/** Of a long list these say what it is. */
const shownMax = 12
