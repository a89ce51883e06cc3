import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
// @ts-expect-error culori brings no types.
import { differenceCiede2000, filterDeficiencyDeuter, filterDeficiencyProt, parse, wcagContrast } from 'culori'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const textMin = 4.5
const shapeMin = 3

type Pair = readonly [front: string, back: string, min: number]

const surfaces = ['canvas', 'pane', 'sunken', 'raised', 'selected']
const inks = ['ink', 'ink-2', 'ink-3', 'sea', 'neg-t', 'pos-t', 'mix-t', 'neu-t', 'warn-t']
const railSurfaces = ['rail', 'rail-hover', 'rail-active']
const railInks = ['rail-ink', 'rail-ink-2', 'rail-ink-3']
const softly = ['neg', 'pos', 'mix', 'warn']

const pairs: Pair[] = [
  ...surfaces.flatMap((back) => inks.map((front) => [front, back, textMin] as const)),
  ...railSurfaces.flatMap((back) => railInks.map((front) => [front, back, textMin] as const)),
  ...softly.flatMap((tone) => [[`${tone}-t`, `${tone}-s`, textMin] as const, ['ink', `${tone}-s`, textMin] as const]),
  ...['ink', 'ink-2', 'ink-3'].map((front) => [front, 'note', textMin] as const),
  ...['pane', 'canvas', 'raised'].flatMap((back) =>
    ['control', 'neg-f', 'pos-f', 'mix-f'].map((front) => [front, back, shapeMin] as const),
  ),
  ['on-ink', 'ink', textMin],
  ['on-marker', 'marker', textMin],
  ['on-marker', 'marker-hover', textMin],
  ['ink', 'marker-soft', textMin],
  ['on-crit', 'crit', textMin],
  ...['sea', 'ink', 'ink-2', 'ink-3'].map((front) => [front, 'sea-soft', textMin] as const),
  // Words beside the strong ones in a notice.
  ...softly.map((tone) => ['ink-2', `${tone}-s`, textMin] as const),
  ['ink-2', 'marker-soft', textMin],
  ['sea', 'note', textMin],
  // A chart's line and its newest point, on the stretch that is marked.
  ['ink', 'marker-soft', shapeMin],
  ['marker', 'rail', shapeMin],
]

for (const [theme, index] of [
  ['light', 1],
  ['dark', 2],
] as const) {
  test(`every pair of the ${theme} theme can be read`, () => {
    const colours = coloursOf(index)
    const poor = pairs.flatMap(([front, back, min]) => {
      const contrast: number = wcagContrast(colours[front], colours[back])
      return contrast >= min ? [] : [`${front} on ${back}: ${contrast.toFixed(2)} < ${min}`]
    })
    assert.deepEqual(poor, [])
  })
}

/** Where it is a surface and no word stands on it. The shape goes first, and who does not see red from green still sees two colours. */
const apartMin = 20
const seenBy = { protanopia: filterDeficiencyProt(1), deuteranopia: filterDeficiencyDeuter(1) }

for (const [theme, index] of [
  ['light', 1],
  ['dark', 2],
] as const) {
  for (const [kind, see] of Object.entries(seenBy)) {
    test(`negative and positive stay apart in the ${theme} theme with ${kind}`, () => {
      const colours = coloursOf(index)
      const apart: number = differenceCiede2000()(see(colours['neg-f']), see(colours['pos-f']))
      assert.ok(apart >= apartMin, `${apart.toFixed(1)} < ${apartMin}`)
    })
  }
}

test('at least eighty pairs are looked at, and each names colours that exist', () => {
  assert.ok(pairs.length >= 80, `${pairs.length}`)
  const colours = coloursOf(1)
  assert.deepEqual(
    pairs.flatMap(([front, back]) => [front, back].filter((name) => !colours[name])),
    [],
  )
})

function coloursOf(index: number): Record<string, unknown> {
  const block = css.split(':root')[index] ?? ''
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(oklch\([^;]+\));/gu)].map((m) => [m[1], parse(m[2])]))
}
