import { z } from 'zod'
import * as shape from './shapes.ts'

// What several routes ask for or answer with, written once.
export const byId = z.object({ id: shape.id })
export const nothing = z.object({})
export const name = z.string().trim().min(1).max(120)
export const email = z.email().max(254)
export const password = z.string().min(10).max(256)
export const version = z.int().positive()
/** What changed, for the screen to lay over what it shows. */
export const changed = z.object({ id: shape.id, version: z.int() })
