import { approvalWalls } from './approval-walls.ts'
import { wordWalls } from './promotion-walls.ts'
import { sendingWalls } from './sending-walls.ts'
import { snippetWalls } from './snippet-walls.ts'

/** Who may what of answering, and what it answers to strangers. */
export const answeringWalls = (soon: () => string) => ({
  ...snippetWalls,
  ...sendingWalls(soon),
  ...approvalWalls,
  ...wordWalls,
})
