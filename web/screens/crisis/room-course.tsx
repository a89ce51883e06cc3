import { useAsk } from '#web/api.ts'
import { AlertChart } from './alerts/alert-chart.tsx'

const heightPx = 160

/** How it goes against what is usual, where the room was opened from an alert. What cannot be asked is not missed: the messages stand below. */
export function RoomCourse({ alertId }: { alertId: string }) {
  const { data, isPending } = useAsk('GET /api/alerts/{id}', { params: { id: alertId } })
  // Its room is kept, so that nothing moves when it comes.
  if (isPending) return <div className="mt-3 h-[296px] rounded-xl border border-line bg-pane" />
  if (!data || data.course.length === 0) return null
  return (
    <div data-room-course className="mt-3 rounded-xl border border-line bg-pane px-4 py-3">
      <AlertChart alert={data} heightPx={heightPx} />
    </div>
  )
}
