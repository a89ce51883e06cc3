import { useLingui } from '@lingui/react/macro'
import type { Party } from '#api/contract/shapes.ts'
import type { PartyKind } from '#domain/party.ts'
import { ask } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { refreshInbox } from '#web/screens/inbox/patch-answers.ts'

type One = { id: string; title: string }
export type AskedWhom = {
  kind: PartyKind
  memberId: string | null
  departmentId: string | null
  name: string
  reason: string
}

export function nameOfParty({ member, department }: Party): string {
  return member?.name ?? department?.name ?? ''
}

/** Asking beside the owner, each with the way back. */
export function useParties() {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const change = async (act: () => Promise<unknown>): Promise<boolean> => {
    try {
      await act()
      return true
    } catch (error) {
      showToast({ tone: 'failed', text: wordsOf(error) })
      return false
    } finally {
      refreshInbox()
    }
  }
  const put = (id: string, { name: _, ...body }: AskedWhom) =>
    ask('POST /api/conversations/{id}/parties', { params: { id }, body })
  const remove = (id: string) => ask('DELETE /api/parties/{id}', { params: { id } })
  return {
    askThem: async (rows: readonly One[], whom: AskedWhom) => {
      const { name, kind } = whom
      const made: Party[] = []
      const isDone = await change(async () => {
        for (const row of rows) made.push(await put(row.id, whom))
      })
      const undo = () => void change(() => Promise.all(made.map(({ id }) => remove(id))))
      const title = rows.length === 1 ? (rows[0]?.title ?? '') : ''
      const said =
        kind === 'consulted'
          ? title
            ? t`Asked ${name}: ${title}`
            : t`Asked ${name}.`
          : title
            ? t`${name} is kept informed: ${title}`
            : t`${name} is kept informed.`
      if (isDone) showToast({ text: said, undo })
    },
    unask: async (party: Party, { id }: One) => {
      const name = nameOfParty(party)
      const { kind, reason } = party
      const memberId = party.member?.id ?? null
      const departmentId = party.department?.id ?? null
      if (!(await change(() => remove(party.id)))) return
      const undo = () => void change(() => put(id, { kind, memberId, departmentId, name, reason }))
      showToast({
        text: kind === 'consulted' ? t`${name} is not asked any more.` : t`${name} is not informed any more.`,
        undo,
      })
    },
  }
}
