// Both screens of rumours in one piece: whoever opens the list opens one of it.
export { RumourScreen } from './rumour.tsx'
export { RumoursScreen } from './rumours.tsx'
