// Loaded before the program (--import), to start sooner. Node reads a package's package.json anew for each file that it imports;
// that of drizzle-orm has 180 kB, and half of a start went into it. Nothing resolves to another file than without this.
import { registerHooks } from 'node:module'

const drizzleFile = /\/node_modules\/drizzle-orm\/[^?]+\.js$/u
const bySpecifier = new Map()

registerHooks({
  resolve(specifier, context, next) {
    const { parentURL = '' } = context
    // Within drizzle-orm every .js is a module, and every import of a neighbour is a path.
    if (specifier.startsWith('.') && specifier.endsWith('.js') && drizzleFile.test(parentURL))
      return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true }
    if (!specifier.startsWith('drizzle-orm') || parentURL.includes('/node_modules/')) return next(specifier, context)
    // All files of ours find the same one.
    const found = bySpecifier.get(specifier) ?? next(specifier, context)
    bySpecifier.set(specifier, found)
    return { ...found, shortCircuit: true }
  },
})
