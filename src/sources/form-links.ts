import { pathOfKind } from './paths.ts'

/** Where those who are signed in change a record, and add what belongs to it. */
export interface FormLinks {
  edit: string
  withdraw: string
  /** Empty for what is merged with the record it belongs to. */
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
    merge: record === 'commitment' ? '' : `${path}/merge`,
    adds: adds.map(({ label, record, column, besides = {} }) => ({
      label,
      href: `/${pathOfKind(record)}/new?${Object.entries({ [column]: id, ...besides })
        .map((pair) => pair.join('='))
        .join('&')}`,
    })),
  }
}
