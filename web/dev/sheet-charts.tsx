import { useLingui } from '@lingui/react/macro'
import { BarChart } from '#web/parts/charts/bar-chart.tsx'
import { BarStrip } from '#web/parts/charts/bar-strip.tsx'
import { ExpectedChart } from '#web/parts/charts/expected-chart.tsx'
import { LineChart } from '#web/parts/charts/line-chart.tsx'
import { SmallMultiples } from '#web/parts/charts/small-multiples.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Frame } from './frame.tsx'
import { care, press } from './story/people.ts'

const days = 28
const dayMs = 86_400_000
const stormFrom = 21
const sample = 18_432

/** Four weeks at an airline of which the last went badly: written, not drawn by chance, so that it is the same every time. */
const share = Array.from({ length: days }, (_, i) => {
  const calm = 67 + Math.sin(i / 2.4) * 1.1
  return i < stormFrom ? calm : calm - (i - stormFrom + 1) * 1.5 + Math.max(0, i - 25) * 2
})
const counts = share.map((value, i) => Math.round((i % 7 > 4 ? 70 : 110) + (70 - value) * 14))

/** Ten hours that were heard, and two of which nobody knows. */
const surge = [1, 0, 2, 1, 3, 2, 4, 7, 9, 11, -1, -1]
const aheadOf = (i: number) => ({ low: 10 - i / 2, middle: 4 + i, high: 8 * (i - 7) })

/** Figures as pictures, each with its sentence, its table and what it rests on. */
export function SheetCharts() {
  const { t } = useLingui()
  const fmt = useFmt()
  const at = (i: number): Date => new Date(Date.UTC(2026, 4, 4) + i * dayMs)
  const names = share.map((_, i) => fmt.day(at(i)))
  const whole = (value: number): string => fmt.int(Math.round(value))
  const sampled = fmt.int(sample)
  return (
    <>
      <Frame name="line chart" span="lg:col-span-7">
        <LineChart
          title={t`Milder after our answer`}
          sentence={t`Steady around 67 in a hundred, then down to 59 when the belts failed.`}
          columns={[t`Day`, t`Share`, t`certain within`, t`four weeks before`]}
          names={{ band: t`certain within`, before: t`four weeks before`, stretch: t`the belts stood still` }}
          points={share.map((value, i) => ({
            label: names[i] ?? '',
            value,
            low: value - 1.4 - (i >= stormFrom ? 0.8 : 0),
            high: value + 1.4 + (i >= stormFrom ? 0.8 : 0),
            before: 66 + Math.cos(i / 3) * 0.9,
          }))}
          format={whole}
          stretch={[stormFrom, days - 1]}
          events={[
            { at: 12, until: 15, label: t`Praise for the crew` },
            { at: stormFrom, label: t`The belts fail` },
          ]}
          note={t`Of ${sampled} messages that were answered, estimated by a model.`}
          sampleCount={sample}
        />
      </Frame>
      <Frame name="bars" span="lg:col-span-5">
        <BarChart
          title={t`Messages a day`}
          sentence={t`More than twice the usual since the belts failed.`}
          columns={[t`Day`, t`messages`]}
          points={counts.slice(-14).map((value, i) => ({ label: names[i + days - 14] ?? '', value }))}
          format={whole}
          stretch={[7, 13]}
        />
        <p className="mt-4 flex items-center gap-3 text-ui text-ink-2">
          <BarStrip values={counts.slice(-7)} labels={names.slice(-7)} sentence={t`Messages a day`} />
          <BarStrip values={[0, 0, 3, 9, 2, 0, 0]} labels={names.slice(-7)} sentence={t`Messages a day`} />
        </p>
      </Frame>
      <Frame name="small multiples" span="lg:col-span-8">
        <SmallMultiples
          title={t`Messages by department`}
          sentence={t`All of it is baggage; the others saw a week like any other.`}
          columns={[t`Day`, 'Bagageafhandeling en gevonden voorwerpen', care.name, press.name]}
          labels={names}
          panels={[
            {
              name: 'Bagageafhandeling en gevonden voorwerpen',
              values: counts.map((count) => Math.max(4, count - 90)),
            },
            { name: care.name, values: counts.map((_, i) => 34 + (i % 5) * 4) },
            { name: press.name, values: counts.map((_, i) => 3 + (i % 4)) },
          ]}
          format={whole}
        />
      </Frame>
      <Frame name="against what is usual" span="lg:col-span-8">
        <ExpectedChart
          title={t`Messages an hour`}
          sentence={t`Eleven in an hour, where one to four are usual; it may be thirty soon.`}
          columns={[t`Hour`, t`heard`, t`usual`, t`what it may become`]}
          names={{ heard: t`heard`, usual: t`usual`, ahead: t`what it may become`, stretch: t`the belts stood still` }}
          points={surge.map((heard, i) => ({
            label: `${i + 4}:00`,
            place: i,
            ...(heard < 0
              ? { ahead: aheadOf(i) }
              : { heard, usual: { low: 0, middle: 2 + (i % 3) / 2, high: 4 + (i % 3) } }),
          }))}
          format={whole}
          stretch={[6, 9]}
        />
      </Frame>
      <Frame name="too few to lean on" span="lg:col-span-4">
        <BarChart
          title={t`Messages a day`}
          sentence={t`Twelve in all: too few to say anything of.`}
          columns={[t`Day`, t`messages`]}
          points={[2, 0, 1, 4, 0, 2, 3].map((value, i) => ({ label: names[i] ?? '', value }))}
          format={whole}
          sampleCount={12}
        />
      </Frame>
    </>
  )
}
