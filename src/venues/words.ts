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
