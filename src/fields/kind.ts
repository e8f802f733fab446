import type { z } from 'zod'

/** How a form asks for a field. */
export type Control = 'line' | 'text' | 'choice' | 'number' | 'date' | 'time' | 'record' | 'tick'

/**
 * A field, declared once: what it is called, how it is read from a form or a CSV cell, how it is written back.
 * Form, CSV column, codebook and import follow from it. `T` is the value as stored: text, number or null.
 */
export interface Kind<T extends Stored = Stored> {
  label: string
  /** One line under the label; the manual. */
  help: string
  control: Control
  required: boolean
  /** Reads tidied text that is not empty. Its messages complete the sentence that begins with the label. */
  schema: z.ZodType<T, string>
  /** What would be right, for import faults and the codebook. */
  expects: string
  options?: readonly string[]
  /** The record this field points to. */
  refers?: string
  longest?: number
  /** Orders or joins records, or is our own label: nobody outside asserts it, and no evidence is due. */
  isOurs?: true
  /** A number of minutes. */
  isLength?: true
  /** Names that together make a whole, in any order. */
  isList?: true
  /** Columns that follow from the value; suffixes are joined to the field's name by an underscore. */
  derive?: Record<string, (value: string) => Stored>
}

export type Stored = string | number | null

export type Fields = Record<string, Kind>

/** What stands in the record for these fields. */
export type Values<F extends Fields> = { [K in keyof F]: F[K] extends Kind<infer T> ? T : never }

export type Faults<F extends Fields = Fields> = { [K in keyof F]?: string }
