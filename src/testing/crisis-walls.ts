import { alertWalls } from './alert-walls.ts'
import { rumourWalls } from './rumour-walls.ts'

/** Who may what when it burns, and what it answers to strangers. */
export const crisisWalls = { ...rumourWalls, ...alertWalls }
