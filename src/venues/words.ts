import { countryName } from '../kernel/words.ts'

/** "Çırağan Palace, Istanbul, Türkiye"; what the name already says is not said twice. */
export function sayVenue({
  venue,
  city,
  country,
}: {
  venue: string | null
  city: string | null
  country: string | null
}): string {
  if (venue === null) return ''
  const parts = [city, country && countryName(country)].filter((part) => part && !venue.includes(part))
  return [venue, ...parts].join(', ')
}

/** "41.04° N, 29.02° E"; null where a venue has none. */
export function sayCoordinates({
  latitude,
  longitude,
}: {
  latitude: number | null
  longitude: number | null
}): string | null {
  if (latitude === null || longitude === null) return null
  const side = (degrees: number, plus: string, minus: string) =>
    `${Math.abs(degrees)}° ${degrees < 0 ? minus : plus}`
  return `${side(latitude, 'N', 'S')}, ${side(longitude, 'E', 'W')}`
}
