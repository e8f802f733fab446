import type { Generated, Kysely } from 'kysely'
import type { Fields, Values } from '../fields/kind.ts'

/** Every room adds its own tables here, next to the fields they are made of. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled by the rooms
export interface Tables {}

/** What a read that takes time comes back with. */
export type Read<F extends (...of: never[]) => Promise<unknown>> = Awaited<ReturnType<F>>

/** The record. Outside `atomically` it can only be read. */
export type Db = Kysely<Tables>

/** A table of the record, made of its fields. */
export type RecordTable<F extends Fields> = { id: Generated<number> } & Values<F> & {
    /** Why it was withdrawn; null while it stands. */
    withdrawn: string | null
    /** Counts changes, for edits that cross. */
    version: Generated<number>
  }

/** First and last day that a date may mean, in days since 1970-01-01. */
export type Bounds<Field extends string> = { [K in `${Field}_earliest` | `${Field}_latest`]: number }
export type OptionalBounds<Field extends string> = {
  [K in `${Field}_earliest` | `${Field}_latest`]: number | null
}
export type Folded<Field extends string> = { [K in `${Field}_folded`]: string }
