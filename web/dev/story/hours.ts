import type { Answer } from '#api/contract/contract.ts'
import type { OpeningHours } from '#domain/opening-hours.ts'

const weekday = [{ from: '09:00', to: '17:30' }]

export const openingHours: OpeningHours = {
  timeZone: 'Europe/Amsterdam',
  week: [
    weekday,
    weekday,
    weekday,
    [
      { from: '09:00', to: '17:30' },
      { from: '19:00', to: '24:00' },
    ],
    weekday,
    [],
    [],
  ],
  holidays: { country: 'NL', region: null },
  closedDays: ['2027-05-05', '2026-12-24'],
  openDays: [{ date: '2026-12-19', ranges: [{ from: '10:00', to: '16:00' }] }],
  isUrgentNeverStopped: true,
}

/** Monday ends before it begins. */
export const wrongHours: OpeningHours = {
  ...openingHours,
  week: [[{ from: '17:30', to: '09:00' }], ...openingHours.week.slice(1)],
}

export const holidays: Answer<'GET /api/holidays'> = {
  countries: ['AT', 'BE', 'DE', 'FR', 'GB', 'LU', 'NL', 'US'],
  regions: [
    { code: 'GR', name: 'Groningen' },
    { code: 'NH', name: 'Noord-Holland' },
    { code: 'ZH', name: 'Zuid-Holland' },
  ],
  days: [
    { date: '2026-12-25', name: { en: 'Christmas Day', nl: 'Kerstmis' } },
    { date: '2026-12-26', name: { en: 'Boxing Day', nl: 'Tweede kerstdag' } },
    { date: '2027-01-01', name: { en: "New Year's Day", nl: 'Nieuwjaar' } },
    { date: '2027-03-28', name: { en: 'Easter Sunday', nl: 'Pasen' } },
    { date: '2027-03-29', name: { en: 'Easter Monday', nl: 'Tweede paasdag' } },
    { date: '2027-04-27', name: { en: "King's Day", nl: 'Koningsdag' } },
    { date: '2027-05-06', name: { en: 'Ascension Day', nl: 'Hemelvaartsdag' } },
    { date: '2027-05-16', name: { en: 'Pentecost', nl: 'Pinksteren' } },
    { date: '2027-05-17', name: { en: 'Whit Monday', nl: 'Tweede pinksterdag' } },
  ],
}

export const example: Answer<'POST /api/opening-hours/example'> = {
  example: { heardAt: '2026-12-04T16:15:00.000Z', dueAt: '2026-12-07T09:45:00.000Z' },
}
