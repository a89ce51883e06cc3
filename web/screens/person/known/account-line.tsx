import type { ReactNode } from 'react'
import type { Author } from '#api/contract/shapes.ts'
import { Net } from '#web/parts/network.tsx'
import { useCalled } from './identity-words.ts'

/** An account in one line: the network, what it is called there, and a few grey words. */
export function AccountLine({ author, says }: { author: Author; says?: ReactNode }) {
  const called = useCalled()(author)
  return (
    <span className="flex min-w-0 flex-1 items-center gap-2">
      <Net id={author.network} size={13} className="text-ink-3" />
      <span className="min-w-0">
        <span className="block truncate text-ui font-semibold">{called}</span>
        {(says || author.name) && <span className="block truncate text-meta text-ink-3">{says || author.name}</span>}
      </span>
    </span>
  )
}
