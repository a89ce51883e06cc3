import type { Answer } from '#api/contract/contract.ts'
import type { AccountView } from '#api/contract/shapes.ts'
import { firstFound } from '#domain/draft/check-draft.ts'
import { fillWording, wornOut } from '#domain/pile.ts'
import type { GateFinding } from '#domain/promotion/judge-answer.ts'
import { type SlotValues, slotsIn } from '#domain/slots.ts'
import { textLeft } from '#domain/text-length.ts'

export type PileAnswer = Answer<'GET /api/conversations/{id}/pile'>
export type PileRow = PileAnswer['rows'][number]
export type PileIncident = PileAnswer['incidents'][number]

/** What somebody chose so far. */
export type PileDraft = {
  wordings: readonly string[]
  /** By network. */
  accounts: Readonly<Record<string, string>>
  /** In or out, where somebody said so. */
  said: Readonly<Record<string, boolean>>
  /** Words for one of them alone. */
  own: Readonly<Record<string, string>>
}

/** Why one cannot be answered here. */
export type NoAnswer = 'answered' | 'gone' | 'done' | 'speechless'
export type PlannedLine = {
  row: PileRow
  no: NoAnswer | undefined
  isIn: boolean
  text: string
  /** Which wording they get; undefined where the words are theirs alone, or none are sent. */
  wording: number | undefined
  account: AccountView | undefined
  /** Room left on its network; negative is too long; undefined where nobody speaks yet. */
  left: number | undefined
}
export type PlanProblem =
  | { kind: 'nobody' }
  | { kind: 'words' }
  | { kind: 'unfilled'; slots: string }
  | { kind: 'account'; networkName: string }
  | { kind: 'long'; count: number }
  | { kind: 'worn'; count: number }
export type PilePlan = { lines: PlannedLine[]; count: number; problems: PlanProblem[] }

/** Everything the screen shows follows from what is there, what was chosen, and who we can speak as. Pure. */
export function planPile(
  rows: readonly PileRow[],
  draft: PileDraft,
  given: { accounts: readonly AccountView[]; memberId: string | undefined },
): PilePlan {
  let turn = 0
  const lines = rows.map((row): PlannedLine => {
    const no = whyNot(row, given.accounts)
    const isIn = !no && (draft.said[row.id] ?? isInAtFirst(row, given.memberId))
    // Those who are left out take no turn, so that the wordings are dealt out evenly.
    const at = isIn ? turn++ % draft.wordings.length : 0
    const wording = draft.wordings[at] ?? ''
    const own = draft.own[row.id]
    const account = given.accounts.find((one) => one.id === draft.accounts[row.network])
    const text = (own ?? fillWording(wording, knownOf(row, account))).trim()
    const left = account?.limits ? textLeft(text, account.limits) : undefined
    return { row, no, isIn, text, wording: isIn && own === undefined ? at : undefined, account, left }
  })
  const chosen = lines.filter(({ isIn }) => isIn)
  return { lines, count: chosen.length, problems: problemsOf(chosen) }
}

function whyNot(row: PileRow, accounts: readonly AccountView[]): NoAnswer | undefined {
  if (row.reply) return 'answered'
  if (row.mentionId === null) return 'gone'
  if (row.state === 'done') return 'done'
  return accounts.some(({ network }) => network === row.network) ? undefined : 'speechless'
}

/** What a colleague has is theirs, until one says otherwise. */
function isInAtFirst({ owner }: PileRow, memberId: string | undefined): boolean {
  return owner === null || owner.id === memberId
}

function problemsOf(chosen: readonly PlannedLine[]): PlanProblem[] {
  if (chosen.length === 0) return [{ kind: 'nobody' }]
  const problems: PlanProblem[] = []
  const speechless = new Set(chosen.flatMap(({ account, row }) => (account ? [] : row.networkName)))
  for (const networkName of speechless) problems.push({ kind: 'account', networkName })
  if (chosen.some(({ text }) => text === '')) return [...problems, { kind: 'words' }]
  const slots = chosen.flatMap(({ text }) => slotsIn(text).map(({ name }) => `{${name}}`))
  if (slots.length > 0) problems.push({ kind: 'unfilled', slots: [...new Set(slots)].join(', ') })
  const long = chosen.filter(({ left }) => left !== undefined && left < 0).length
  if (long > 0) problems.push({ kind: 'long', count: long })
  const [worn] = wornOut(chosen.map(({ text }) => text))
  if (worn) problems.push({ kind: 'worn', count: worn.count })
  return problems
}

const likeAName = /^\p{Lu}\p{Ll}+(?:['’-]\p{L}\p{Ll}*)*$/u

/** What one calls them: the first of two names that look like names, never a handle or a shop. */
export function callingName({ author }: Pick<PileRow, 'author'>): string {
  const [first = '', ...rest] = author?.name.trim().split(/\s+/u) ?? []
  return likeAName.test(first) && rest.length <= 3 ? first : ''
}

/** What a wording may know of them. */
export function knownOf(row: PileRow, account: AccountView | undefined): SlotValues {
  const ours = account ? { ourName: account.name } : {}
  return {
    ...{ firstName: callingName(row), name: row.author?.name.trim() ?? '', network: row.networkName, case: row.key },
    ...ours,
  }
}

/** Why one was not answered, and what it would have been: other words are another answer. */
export type RefusedLine = {
  why: string
  text: string
  accountId: string
  gate: { findings: readonly GateFinding[]; community: string; mayOverride: boolean } | undefined
}
export type Refused = Readonly<Record<string, RefusedLine>>

/** What still stands of what was refused. */
export function refusalOf({ row, isIn, text, account }: PlannedLine, refused: Refused): RefusedLine | undefined {
  const said = refused[row.id]
  return said && isIn && said.text === text && said.accountId === account?.id ? said : undefined
}

/** What is not said in an incident, as it stands in the words that one of them would get: the server refuses those. */
export function unsaidOf(
  { row, isIn, text }: PlannedLine,
  incidents: readonly PileIncident[],
): { found: string; incident: string } | undefined {
  if (!isIn) return undefined
  for (const { key, notToSay, conversationIds } of incidents) {
    const found = conversationIds.includes(row.id) ? firstFound(text, notToSay) : undefined
    if (found !== undefined) return { found, incident: key }
  }
  return undefined
}

/** What is not said to any of those who get this wording. */
export function unsaidInWording(plan: PilePlan, incidents: readonly PileIncident[], wording: number): string[] {
  const ids = plan.lines.flatMap((line) => (line.wording === wording ? line.row.id : []))
  const over = incidents.filter(({ conversationIds }) => ids.some((id) => conversationIds.includes(id)))
  return [...new Set(over.flatMap(({ notToSay }) => notToSay))]
}

export type GatedLine = {
  line: PlannedLine
  gate: NonNullable<RefusedLine['gate']>
  /** It was sent, and came back. */
  isRefused: boolean
}

/** By conversation, what the gate would stop of the words as they stand. */
export type SeenGates = ReadonlyMap<string, GatedLine['gate']>

/** Those that nothing but the promotion gate holds back: said by the server, or seen before anything was sent. */
export function gatedLines(plan: PilePlan, { refused, seen }: { refused: Refused; seen: SeenGates }): GatedLine[] {
  return plan.lines.flatMap((line) => {
    const said = refusalOf(line, refused)
    const gate = said ? said.gate : line.isIn ? seen.get(line.row.id) : undefined
    return gate ? [{ line, gate, isRefused: said !== undefined }] : []
  })
}

/** One more draft with something else. */
export function withWording(wordings: readonly string[], at: number, text: string): string[] {
  return wordings.map((one, index) => (index === at ? text : one))
}
