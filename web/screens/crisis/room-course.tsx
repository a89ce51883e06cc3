import type { IncidentView } from '#api/contract/incident-shapes.ts'
import { useAsk } from '#web/api.ts'
import { AlertChart } from './alerts/alert-chart.tsx'
import { VolumeChart } from './volume-chart.tsx'

const heightPx = 160
const frame = 'mt-3 rounded-xl border border-line bg-pane'

/** How it goes against what is usual: as the alert sees it where the room was opened from one, else as much as is said about its searches. */
export function RoomCourse({ incident }: { incident: IncidentView }) {
  const { alertId } = incident
  return alertId ? <AlertCourse alertId={alertId} incident={incident} /> : <VolumeCourse incident={incident} />
}

function VolumeCourse({ incident }: { incident: IncidentView }) {
  return (
    <div data-room-course="volume" className={`${frame} px-4 py-3`}>
      <VolumeChart incident={incident} heightPx={heightPx} />
    </div>
  )
}

/** What cannot be asked of the alert is not missed: what was said is known all the same. */
function AlertCourse({ alertId, incident }: { alertId: string; incident: IncidentView }) {
  const { data, isPending } = useAsk('GET /api/alerts/{id}', { params: { id: alertId } })
  // Its room is kept, so that nothing moves when it comes.
  if (isPending) return <div className={`${frame} h-[296px]`} />
  if (!data || data.course.length === 0) return <VolumeCourse incident={incident} />
  return (
    <div data-room-course="alert" className={`${frame} px-4 py-3`}>
      <AlertChart alert={data} heightPx={heightPx} />
    </div>
  )
}
