import { countryName } from '../kernel/words.ts'

interface Place {
  city: string | null
  country: string | null
}

/** "Çırağan Palace, Istanbul, Türkiye"; what the name already says is not said twice. */
export function sayVenue({ venue, city, country }: Place & { venue: string | null }): string {
  if (venue === null) return ''
  return [venue, ...placeParts({ city, country }).filter((part) => !venue.includes(part))].join(', ')
}

/** "Istanbul, Türkiye" */
export function sayPlace(place: Place): string {
  return placeParts(place).join(', ')
}

function placeParts({ city, country }: Place): string[] {
  return [city, country && countryName(country)].filter((part) => part !== null)
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
