import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

/** Of a screen with long lists every row has its controls. */
const tabsMost = 160

/** As one gets there without a mouse; a control that is shown is reached. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  const isThere = () => wanted.evaluate((element) => element === document.activeElement)
  for (let pressed = 0; !(await isThere()); pressed += 1) {
    assert.ok(pressed < tabsMost, `not reached by Tab: ${wanted}`)
    await page.keyboard.press('Tab')
  }
}

/** Reached by Tab, and pressed. */
export async function pressByKey(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press('Enter')
}

/** With the arrows, in a list whose choice counts once it is saved. */
export async function chooseByKey(page: Page, select: Locator, value: string): Promise<void> {
  await tabTo(page, select)
  const at = (wanted: string | undefined) =>
    select.evaluate(
      (list: HTMLSelectElement, one) =>
        one === undefined ? list.selectedIndex : [...list.options].findIndex((option) => option.value === one),
      wanted,
    )
  const wanted = await at(value)
  assert.ok(wanted >= 0, `no such choice: ${value}`)
  for (let left = await select.locator('option').count(); (await at(undefined)) !== wanted; left -= 1) {
    assert.ok(left > 0, `not reached by the arrows: ${value}`)
    await page.keyboard.press((await at(undefined)) < wanted ? 'ArrowDown' : 'ArrowUp')
  }
}

/** With the letter that only this choice begins with: in a list where each choice is an act, the way there is not walked. */
export async function letterByKey(page: Page, select: Locator, value: string): Promise<void> {
  await tabTo(page, select)
  const firsts = await select.evaluate((list: HTMLSelectElement) =>
    [...list.options].map((option) => [option.value, option.label.charAt(0).toLowerCase()] as const),
  )
  const letter = firsts.find(([one]) => one === value)?.[1] ?? ''
  assert.equal(firsts.filter(([, one]) => one === letter).length, 1, `not one choice begins with “${letter}”`)
  await page.keyboard.press(letter)
}
