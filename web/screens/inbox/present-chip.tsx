import { Initials } from '#web/parts/avatar.tsx'
import type { PresentHere } from './presence.ts'
import { usePresentSays } from './present-sign.tsx'

const facesMax = 3

/** In the header: who else is here, by name, with a ring in the colour of presence. */
export function PresentChip({ present }: { present: PresentHere }) {
  const says = usePresentSays()(present)
  const people = [...present.typing, ...present.looking]
  return (
    <span
      role="status"
      className="ml-1.5 inline-flex h-8 min-w-0 shrink items-center gap-2 text-meta font-semibold text-sea max-lg:shrink-0"
      title={says}
    >
      <span className="flex shrink-0 -space-x-1.5 py-0.5 pl-0.5">
        {people.slice(0, facesMax).map((person) => (
          <span key={person.id} className="rounded-full ring-2 ring-sea ring-offset-1 ring-offset-pane">
            <Initials name={person.name} size={22} />
          </span>
        ))}
      </span>
      <span className="min-w-0 truncate max-xl:hidden">{says}</span>
      {people.length > facesMax && <span className="num xl:hidden">+{people.length - facesMax}</span>}
    </span>
  )
}
