import type { HoursProblem } from './opening-hours.ts'
import { ownDaysMax, rangesMax } from './opening-hours.ts'

/** What is wrong with opening hours, in both languages; where it is wrong, the screen shows in its place. */
export function hoursWords(problem: HoursProblem): { en: string; nl: string } {
  switch (problem.kind) {
    case 'zone':
      return { en: 'Choose a time zone.', nl: 'Kies een tijdzone.' }
    case 'week':
      return { en: 'A week has seven days, Monday first.', nl: 'Een week heeft zeven dagen, maandag eerst.' }
    case 'never_open':
      return {
        en: 'Somebody must be there at some time of the week. Open a day, or choose “always”.',
        nl: 'Ergens in de week moet er iemand zijn. Open een dag, of kies “altijd”.',
      }
    case 'time':
      return { en: 'Fill in both times, as 09:00 or 17:30.', nl: 'Vul beide tijden in, als 09:00 of 17:30.' }
    case 'backwards':
      return {
        en: 'The end must come after the beginning. For a night, write up to 24:00 and go on the next day.',
        nl: 'Het einde moet na het begin komen. Schrijf een nacht tot 24:00 en ga de volgende dag verder.',
      }
    case 'overlap':
      return { en: 'These times overlap.', nl: 'Deze tijden overlappen elkaar.' }
    case 'ranges':
      return {
        en: `Give this day one to ${rangesMax} times.`,
        nl: `Geef deze dag één tot ${rangesMax} tijden.`,
      }
    case 'date':
      return { en: 'This day is not in the calendar.', nl: 'Deze dag staat niet in de kalender.' }
    case 'twice':
      return { en: 'This day stands here twice.', nl: 'Deze dag staat er twee keer.' }
    case 'own_days':
      return { en: `At most ${ownDaysMax} days of your own.`, nl: `Hoogstens ${ownDaysMax} eigen dagen.` }
  }
}
