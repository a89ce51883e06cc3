import type { AnnotationView } from '#api/contract/annotation-routes.ts'
import { inMinutes } from './moments.ts'

const dayMs = 86_400_000
const dayOf = (back: number): string => new Date(Date.now() - back * dayMs).toISOString().slice(0, 10)

type Told = {
  back: number
  lasted?: number
  words: string
  by?: string | null
  changedBy?: string
  mayChange?: boolean
}

function annotation({
  back,
  lasted = 0,
  words,
  by = 'Sanne Dijkstra',
  changedBy,
  mayChange = true,
}: Told): AnnotationView {
  const person = (name: string) => ({ id: `member-${name}`, name })
  return {
    ...{ id: `note-${back}-${words}`, day: dayOf(back), untilDay: lasted > 0 ? dayOf(back - lasted) : null, words },
    ...{ madeBy: by === null ? null : person(by), madeAt: inMinutes(-90), mayChange },
    ...{ changedBy: changedBy ? person(changedBy) : null, changedAt: changedBy ? inMinutes(-30) : null },
  }
}

/** Of an airline in four weeks: one that lasted, one that is long, two of one day. */
export const noted: AnnotationView[] = [
  annotation({ back: 24, lasted: 5, words: 'Reclame op televisie', changedBy: 'Noor El Amrani' }),
  annotation({ back: 14, words: 'Nieuwe prijzen voor handbagage', by: 'Bram Kuiper', mayChange: false }),
  annotation({ back: 6, words: 'Bericht in de krant over de bagageband', by: null }),
  annotation({
    back: 3,
    lasted: 2,
    words:
      'Staking van de bagageafhandeling op Schiphol en in Eindhoven, door de bonden maandag aangekondigd; alle vluchten voor twaalf uur omgeboekt, en reizigers kregen een bericht met hoe zij hun geld terugvragen',
  }),
]

/** So many that they do not all fit beside each other on a chart. */
export const notedOften: AnnotationView[] = Array.from({ length: 19 }, (_, i) =>
  annotation({ back: 27 - i - Math.floor(i / 3), words: `Aanbieding ${i + 1}: retour Faro voor ${49 + i} euro` }),
)
