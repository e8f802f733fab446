export interface Choices {
  options: ReadonlyArray<readonly [value: string, label: string]>
  /** Where the rest is, if these are not all; else empty. */
  more?: string
}

/** A filter of which any number may be ticked. */
export interface Offer<N extends string = string> extends Choices {
  name: N
  label: string
}

/** A list of checkboxes that drops down. */
export interface Drop<N extends string = string> {
  name: N
  label: string
  chosen: number
  isSet: boolean
  options: Array<{ value: string; label: string; isChosen: boolean }>
  more: string
}

/** What is in force but not offered is named as it was typed, so that the form sends it along. */
export function dropOf<N extends string>(
  { name, label, options, more = '' }: Offer<N>,
  given: ReadonlyArray<string | number>,
): Drop<N> {
  const chosen = new Set(given.map(String))
  const offered = new Set(options.map(([value]) => value))
  const besides = [...chosen].filter((value) => !offered.has(value)).map((value) => [value, value] as const)
  return {
    name,
    label,
    chosen: chosen.size,
    isSet: chosen.size > 0,
    options: [...options, ...besides].map(([value, label]) => ({
      value,
      label,
      isChosen: chosen.has(value),
    })),
    more,
  }
}
