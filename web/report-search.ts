/** What a report is of; all of it stands in the address, so that it can be sent to a colleague. */
export type ReportSearch = { days?: number; against?: 'year'; network?: string; departmentId?: string }

const textMax = 100

export function reportSearch(given: Record<string, unknown>): ReportSearch {
  const { days, against, network, departmentId } = given
  return {
    ...(typeof days === 'number' && { days }),
    ...(against === 'year' && { against }),
    ...(typeof network === 'string' && network && { network: network.slice(0, textMax) }),
    ...(typeof departmentId === 'string' && departmentId && { departmentId: departmentId.slice(0, textMax) }),
  }
}
