/** What settings are sent as, where a test needs any that are right. */
export const adviserAsked = {
  isOn: false,
  address: 'https://model.example.org/v1',
  model: 'small',
  priceIn: 0,
  priceOut: 0,
  mostPerMonth: 1,
}

export const workdays = {
  timeZone: 'Europe/Amsterdam',
  week: [...Array(5).fill([{ from: '09:00', to: '17:00' }]), [], []],
  holidays: { country: 'NL', region: null },
  closedDays: [],
  openDays: [],
  isUrgentNeverStopped: true,
}
