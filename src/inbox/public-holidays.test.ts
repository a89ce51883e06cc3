import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holidayCountries, holidayRegions, isHolidayPlace, isPublicHoliday, publicHolidays } from './public-holidays.ts'

const netherlands = { country: 'NL', region: null }

test('the public holidays of the Netherlands, by their names', () => {
  assert.deepEqual(
    publicHolidays(netherlands, 2026).map(({ date, name }) => [date, name.nl, name.en]),
    [
      ['2026-01-01', 'Nieuwjaar', "New Year's Day"],
      ['2026-04-05', 'Pasen', 'Easter Sunday'],
      ['2026-04-06', 'Tweede paasdag', 'Easter Monday'],
      ['2026-04-27', 'Koningsdag', "King's Day"],
      ['2026-05-14', 'Hemelvaartsdag', 'Ascension Day'],
      ['2026-05-24', 'Pinksteren', 'Pentecost'],
      ['2026-05-25', 'Tweede pinksterdag', 'Whit Monday'],
      ['2026-12-25', 'Kerstmis', 'Christmas Day'],
      ['2026-12-26', 'Tweede kerstdag', 'Boxing Day'],
    ],
  )
})

test('on a Sunday King’s Day is kept on the Saturday before', () => {
  for (const [date, is] of [
    ['2025-04-26', true],
    ['2025-04-27', false],
    ['2031-04-26', true],
    ['2031-04-27', false],
    ['2026-04-27', true],
  ] as const)
    assert.equal(isPublicHoliday(netherlands, date), is, date)
})

test('a day of which only the afternoon is a holiday stays open', () => {
  const china = { country: 'CN', region: null }
  assert.equal(isPublicHoliday(china, '2026-05-04'), false)
  assert.equal(isPublicHoliday(china, '2026-10-03'), true)
})

test('a feast of several days closes each of them, and no half day after it', () => {
  const turkey = { country: 'TR', region: null }
  const found = ['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22', '2026-03-23'].map((date) =>
    isPublicHoliday(turkey, date),
  )
  assert.deepEqual(found, [false, true, true, true, false])
})

test('a part of a country has holidays of its own', () => {
  assert.ok(holidayRegions('DE').some(({ code, name }) => code === 'BY-A' && name.includes('Augsburg')))
  assert.equal(isPublicHoliday({ country: 'DE', region: 'BY' }, '2026-01-06'), true)
  assert.equal(isPublicHoliday({ country: 'DE', region: null }, '2026-01-06'), false)
})

test('places that nobody knows are none, and have no holidays', () => {
  assert.ok(holidayCountries().length > 200)
  assert.deepEqual(publicHolidays({ country: 'QQ', region: null }, 2026), [])
  for (const [country, region, is] of [
    ['NL', null, true],
    ['DE', 'BY', true],
    ['DE', 'ZZ', false],
    ['QQ', null, false],
  ] as const)
    assert.equal(isHolidayPlace({ country, region }), is, `${country} ${region}`)
})

test('every country can be asked for its year', () => {
  for (const country of holidayCountries()) publicHolidays({ country, region: null }, 2027)
})
