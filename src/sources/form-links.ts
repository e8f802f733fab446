import { pathOfKind } from './paths.ts'

/**
 * What two people can enter twice: whatever stands by itself. Parts of a round or of a proposal are entered once for
 * each; where a merging makes two of them one, they are merged with it.
 */
export const enteredTwice = [
  'person',
  'venue',
  'party',
  'source',
  'round',
  'proposal',
  'process',
  'track',
  'issue',
] as const
export type EnteredTwice = (typeof enteredTwice)[number]

/** Where those who are signed in change a record, and add what belongs to it. */
export interface FormLinks {
  edit: string
  withdraw: string
  /** Empty where two of its kind are never merged. */
  merge: string
  adds: Array<{ label: string; href: string }>
}

/** `adds`: the kinds of record, each with the column in which it names this one: "round_id". */
export function formLinks(
  record: string,
  id: number,
  adds: Array<{ label: string; record: string; column: string; besides?: Record<string, number> }> = [],
): FormLinks {
  const path = `/${pathOfKind(record)}/${id}`
  return {
    edit: `${path}/edit`,
    withdraw: `${path}/withdraw`,
    merge: enteredTwice.some((one) => one === record) ? `${path}/merge` : '',
    adds: adds.map(({ label, record, column, besides = {} }) => ({
      label,
      href: `/${pathOfKind(record)}/new?${Object.entries({ [column]: id, ...besides })
        .map((pair) => pair.join('='))
        .join('&')}`,
    })),
  }
}
