import { until } from './as-it-comes.ts'
import { lastDays } from './calendar.ts'
import { call } from './people.ts'
import type { Stage, Visit } from './stage.ts'

const texts = [
  'Zilvermeeuw lost my suitcase and this is terrible service.',
  'Thank you Zilvermeeuw, the crew was wonderful!',
  'Does Zilvermeeuw fly to Oslo on Sundays?',
]

/** Enough to fill the figures of a report, by three readers. */
export function sayThree({ bluesky }: Stage): void {
  texts.forEach((text, i) => {
    bluesky.post({ text, by: { handle: `reader${i}.example`, displayName: `Reader ${i}` } })
  })
}

/** Once they are counted: how many there are. */
export async function threeCounted({ page, owner }: Pick<Visit, 'page' | 'owner'>): Promise<number> {
  const counted = async () => {
    const report = await call(owner, 'GET /api/reports/reputation', { query: lastDays() })
    return report.isCounting ? 0 : (report.messages.now.value ?? 0)
  }
  await until(page, async () => (await counted()) >= texts.length)
  return counted()
}
