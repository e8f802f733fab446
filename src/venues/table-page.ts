import { listTable, sourcing } from '../catalogue/list.ts'
import { venueRecord } from './fields.ts'

/** The list of venues as it leaves the house. */
export const venueTable = listTable(venueRecord, sourcing(venueRecord))
