// What of a room is read by others, and printed, in one piece.
export { PrintScreen } from './print.tsx'
export { StatusScreen } from './status.tsx'
