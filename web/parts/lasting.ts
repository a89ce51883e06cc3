import { useFmt } from '#web/parts/fmt.ts'

const dayMinutes = 1_440

/** How long so many minutes are, in words. `isOpenTime`: hours that are worked are never days. */
export function useLasting(isOpenTime: boolean): (minutes: number) => string {
  const { locale } = useFmt()
  return (minutes) => {
    const isInHours = minutes < 2 * dayMinutes || isOpenTime
    const [size, unit] =
      minutes < 60 ? [minutes, 'minute'] : isInHours ? [minutes / 60, 'hour'] : [minutes / dayMinutes, 'day']
    return new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: String(unit),
      unitDisplay: 'long',
      maximumFractionDigits: 1,
    }).format(Number(size))
  }
}
