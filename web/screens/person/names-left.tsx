import { useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Answer } from '#api/contract/contract.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'

type Left = Answer<'POST /api/people/{id}/erase'>['left']
type Kind = Left[number]['kind']

const places = {
  rumour: '/crisis/rumours',
  snippet: '/settings/snippets',
  fact: '/settings/knowledge',
  policy: '/settings/policy',
  playbook: '/settings/playbooks',
  annotation: '/reputation',
  report: '/reports',
} as const satisfies Record<Kind, string>

/** They are forgotten; texts of our own still name them, and only a person can mend those. */
export function NamesLeft({ left }: { left: Left }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const names: Record<Kind, string> = {
    rumour: t`Rumour`,
    snippet: t`Snippet`,
    fact: t`Knowledge`,
    policy: t`Response policy`,
    playbook: t`Playbook`,
    annotation: t`What happened`,
    report: t`Report`,
  }
  const close = () => void navigate({ to: '/inbox/$view', params: { view: 'all' } })
  return (
    <Dialog
      isOpen
      onClose={close}
      title={t`Forgotten. The name still stands in texts of your own`}
      says={t`What you wrote for everybody is not changed by itself: look whether it is about them, and take the name out.`}
      footer={<Btn kind="ink" onClick={close}>{t`To the inbox`}</Btn>}
    >
      <ul data-names-left className="divide-y divide-line">
        {left.map(({ kind, id, title }) => (
          <li key={`${kind} ${id}`} className="py-2 text-ui">
            <span className="text-meta text-ink-3">{names[kind]}</span>{' '}
            <Link
              to={places[kind]}
              search={kind === 'annotation' ? { noted: 'all' } : {}}
              target="_blank"
              className="inline-flex min-h-6 items-center font-semibold text-sea hover:underline touch:min-h-11"
            >
              {title || names[kind]}
            </Link>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
