import { useLingui } from '@lingui/react/macro'
import type { RoutingLineView } from '#api/contract/shapes.ts'
import type { PartyKind } from '#domain/party.ts'
import { useAsk } from '#web/api.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { useReasonWords } from '#web/parts/routing/routing-words.ts'
import { MomentOf } from '#web/screens/inbox/moment-of.tsx'

/** What rules did with a conversation, and why, one grey line each. */
export function RoutedLine({ line }: { line: RoutingLineView }) {
  const sentences = useSentences()(line)
  return (
    <ul className="space-y-1 text-meta text-ink-3">
      {sentences.map((sentence, at) => (
        <li key={sentence} className="flex items-baseline gap-2">
          <span className="size-1 shrink-0 -translate-y-0.5 rounded-full bg-line-strong" />
          <span className="min-w-0 flex-1 break-words">{sentence}</span>
          {at === 0 && <MomentOf at={line.at} />}
        </li>
      ))}
    </ul>
  )
}

function useSentences(): (line: RoutingLineView) => string[] {
  const { t } = useLingui()
  const firingOf = useFiringSentence()
  return (line) => {
    const where = line.department?.name
    const who = line.owner?.name ?? t`somebody`
    if (line.how === 'put_back')
      return [where ? t`Put back at ${where}` : t`Put back to where it was before the rules were applied`]
    // Where several moved it, the last of them has the place that is known.
    const lastPlaced = line.firings.findLast(({ did }) => did.includes('department'))
    const lastGiven = line.firings.findLast(({ did }) => did.includes('member'))
    const sentences = line.firings.flatMap((firing) =>
      firingOf(firing, {
        department: firing === lastPlaced ? where : undefined,
        member: firing === lastGiven ? line.owner?.name : undefined,
      }),
    )
    if (line.isByTurn)
      sentences.push(where ? t`Given to ${who}: their turn at ${where}` : t`Given to ${who}: their turn`)
    if (sentences.length === 0) sentences.push(t`Taken out of its department: no rule places it any more`)
    return sentences
  }
}

type Firing = RoutingLineView['firings'][number]
type Did = { department: string | undefined; member: string | undefined }

/** Where it went, and beside that who was brought in. */
function useFiringSentence(): (firing: Firing, did: Did) => string[] {
  const { t } = useLingui()
  const fmt = useFmt()
  const reasonsOf = useReasonWords()
  const placingOf = usePlacingSentence()
  const departments = useAsk('GET /api/departments').data ?? []
  return (firing, did) => {
    const { name, brings = [] } = firing
    const why = reasonsOf(firing.reasons) || t`it asks nothing`
    const namesOf = (kind: PartyKind) =>
      fmt.list(
        brings.flatMap((one) =>
          one.kind === kind
            ? (departments.find(({ id }) => id === one.departmentId)?.name ?? t`a department that is gone`)
            : [],
        ),
      )
    const [asked, informed] = [namesOf('consulted'), namesOf('informed')]
    const sentences = [
      asked && t`${asked} asked for advice by rule “${name}”, because: ${why}`,
      informed && t`${informed} kept informed by rule “${name}”, because: ${why}`,
    ].filter((one) => one !== '')
    // A rule that only brings somebody in did what it was for.
    return sentences.length > 0 && firing.did.length === 0 ? sentences : [placingOf(firing, did, why), ...sentences]
  }
}

function usePlacingSentence(): (firing: Firing, did: Did, why: string) => string {
  const { t } = useLingui()
  return (firing, { department, member }, why) => {
    const { name } = firing
    if (firing.isOfSearch && department) return t`Placed at ${department}: it was found by the search “${name}”`
    if (department && member)
      return t`Placed at ${department} and given to ${member} by rule “${name}”, because: ${why}`
    if (department) return t`Placed at ${department} by rule “${name}”, because: ${why}`
    if (member) return t`Given to ${member} by rule “${name}”, because: ${why}`
    if (firing.did.includes('urgency')) return t`Made more urgent by rule “${name}”, because: ${why}`
    if (firing.did.length > 0) return t`Rule “${name}” placed it first, because: ${why}`
    return t`Rule “${name}” fits as well, and changed nothing, because: ${why}`
  }
}
