import { useLingui } from '@lingui/react/macro'
import type { IncidentView } from '#api/contract/incident-shapes.ts'
import { ExpectedChart } from '#web/parts/charts/expected-chart.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { beganPlace, mostHeard, volumePoints } from './volume-points.ts'

/** "28 Nov, 09:00", with air around it. */
const labelPx = 130

type Props = { incident: IncidentView; heightPx?: number }

/** How much is said each hour, against what is usual then, with the moment at which the incident began. */
export function VolumeChart({ incident, heightPx }: Props) {
  const { t } = useLingui()
  const fmt = useFmt()
  const points = volumePoints(incident)
  const worst = mostHeard(points)
  const began = beganPlace(incident)
  const isKnown = points.some(({ usual }) => usual)
  const [most, when] = [fmt.int(worst?.heard ?? 0), worst ? fmt.dayAndTime(worst.at) : '']
  const { low = 0, high = 0 } = worst?.usual ?? {}
  const usual = low === high ? fmt.int(low) : `${fmt.int(low)}–${fmt.int(high)}`
  const beganAt = fmt.dayAndTime(new Date(incident.beganAt))
  const most48 = worst?.usual
    ? t`At most ${most} in an hour (${when}), where ${usual} are usual.`
    : t`At most ${most} in an hour (${when}). Nothing usual is known of it.`
  const why =
    incident.topics.length === 0
      ? t`It is about no search: what was put in by hand has no rhythm to hold it against.`
      : t`Less than a day is known of its searches.`
  return (
    <ExpectedChart
      title={isKnown ? t`Messages about its searches, each hour` : t`Messages of its conversations, each hour`}
      sentence={`${most48} ${t`It began ${beganAt}.`}`}
      columns={[t`Hour`, t`heard`, ...(isKnown ? [t`usual`] : [])]}
      names={{ heard: t`heard`, ...(isKnown && { usual: t`usual, nine times in ten` }) }}
      points={points.map(({ at, ...point }) => ({
        ...point,
        label: `${fmt.day(at)}, ${fmt.time(at)}`,
      }))}
      mark={began === undefined ? undefined : { place: began, label: t`it began` }}
      format={(value) => fmt.int(Math.round(value))}
      heightPx={heightPx}
      labelPx={labelPx}
      note={isKnown ? t`Usual is what was so before the day on which it began. The last hour is not over.` : why}
    />
  )
}
