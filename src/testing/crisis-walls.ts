import { alertWalls } from './alert-walls.ts'
import { reportWalls } from './report-walls.ts'
import { rumourWalls } from './rumour-walls.ts'

/** Who may what when it burns, of what is told of it outside, and what it answers to strangers. */
export const crisisWalls = { ...rumourWalls, ...alertWalls, ...reportWalls }
