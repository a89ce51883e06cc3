import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { PlugZap } from 'lucide-react'
import type { SourceView } from '#api/contract/shapes.ts'

/** Some of what is said may not be here yet: which, that it is made up for, and where to look. Below the list, so that nothing moves. */
export function SourceTrouble({ troubled, count }: { troubled: readonly SourceView[]; count: number }) {
  const { t } = useLingui()
  const many = troubled.length
  const name = troubled[0]?.name ?? ''
  return (
    <p className="flex shrink-0 items-center gap-2.5 border-t border-line bg-warn-s px-4 py-2 text-ui">
      <PlugZap size={15} className="shrink-0 text-warn-t" aria-hidden="true" />
      <span className="min-w-0 flex-1">
        <b className="font-bold">
          {many === 1
            ? t`${name} cannot be heard now.`
            : t`${many} of ${plural(count, { one: '# source', other: '# sources' })} cannot be heard now.`}
        </b>{' '}
        <span className="text-ink-2">{t`The rest goes on, and what was missed is fetched.`}</span>
      </span>
      <Link
        to="/listen"
        className="inline-flex min-h-6 shrink-0 items-center font-semibold text-sea underline-offset-2 hover:underline touch:min-h-11"
      >
        {t`Look why`}
      </Link>
    </p>
  )
}
