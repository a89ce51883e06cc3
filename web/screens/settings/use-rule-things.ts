import { useAsk } from '#web/api.ts'
import { useNetworkName } from '#web/parts/network.tsx'
import { useUrgencyNames } from './urgency-names.ts'

type Choice = { value: string; label: string }

/** What a rule can speak of, each with its name. */
export type RuleThings = {
  urgencies: readonly Choice[]
  topics: readonly Choice[]
  departments: readonly Choice[]
  networks: readonly Choice[]
  sources: readonly Choice[]
  members: readonly Choice[]
}

export function useRuleThings(): { things: RuleThings; error: Error | null; retry: () => void } {
  const networkName = useNetworkName()
  const urgencies = useUrgencyNames()
  const topics = useAsk('GET /api/topics')
  const departments = useAsk('GET /api/departments')
  const sources = useAsk('GET /api/sources')
  const members = useAsk('GET /api/members')
  const networks = [...new Set(sources.data?.map(({ connector }) => connector))]
  const all = [topics, departments, sources, members]
  return {
    things: {
      urgencies,
      topics: choicesOf(topics.data),
      departments: choicesOf(departments.data),
      networks: networks.map((value) => ({ value, label: networkName(value) })),
      sources: choicesOf(sources.data),
      members: choicesOf(members.data?.members),
    },
    error: all.find((one) => one.error && !one.data)?.error ?? null,
    retry: () => void Promise.all(all.filter((one) => one.error).map((one) => one.refetch())),
  }
}

function choicesOf(all: readonly { id: string; name: string }[] = []): Choice[] {
  return all.map(({ id, name }) => ({ value: id, label: name }))
}
