import type { HouseStyle } from '#domain/house-style.ts'
import { useSaveWorkspace, type Workspace } from './use-save-workspace.ts'

/** One part of the style; the others stay as they are. */
export function useSaveStyle({ houseStyle: style }: Workspace) {
  const { save, isBusy, problem } = useSaveWorkspace()
  const savePart = (part: Partial<HouseStyle>) => save({ houseStyle: { ...style, ...part } }, { houseStyle: style })
  return { savePart, isBusy, problem }
}
