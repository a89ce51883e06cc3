/** As often as the house counts (src/report/run-figures.ts). */
const askEveryMs = 15_000

/** Figures of which some hours are still being counted are asked again, so that what "stands here in a minute" does. */
export const whileCounting = {
  refetchInterval: ({ state }: { state: { data?: { isCounting: boolean } } }): number | false =>
    state.data?.isCounting ? askEveryMs : false,
}
