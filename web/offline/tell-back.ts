import { plural, t } from '@lingui/core/macro'
import { queries } from '#web/api.ts'
import { showToast } from '#web/parts/toast.tsx'
import { lookForUpdate } from './app-worker.ts'

/** The line is back: first what was decided here goes out, then everything that stands here is asked anew, and it is said. */
export async function tellBack(flush: () => Promise<number>): Promise<void> {
  const count = await flush().catch(() => 0)
  void queries.invalidateQueries()
  void lookForUpdate()
  const text =
    count > 0
      ? plural(count, {
          one: 'Connected again. # decision was sent.',
          other: 'Connected again. # decisions were sent.',
        })
      : t`Connected again. Nothing was missed.`
  showToast({ id: 'connected', text })
}
