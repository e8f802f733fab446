import type { Db } from '../db/tables.ts'
import type { Author } from '../kernel/author.ts'
import { Refusal } from '../kernel/fault.ts'

/** Inside the transaction of the change: of two administrators who disable one another the second is refused. */
export async function refuseLockout(db: Db, by: Author, account: { id: number; name: string }) {
  refuseOwn(by, account.id)
  const able = await administrators(db)
  if (able.length === 1 && able[0]?.id === account.id)
    throw new Refusal(
      409,
      `${account.name} is the last administrator who can sign in: make somebody else one first.`,
    )
}

/** Nobody locks themself out. @throws Refusal 409 */
export function refuseOwn(by: Author, id: number): void {
  if (by.account_id === id)
    throw new Refusal(409, 'This is your own account: another administrator must do that.')
}

/** Who can sign in and administer; two are enough to know that there are others. */
function administrators(db: Db): Promise<Array<{ id: number }>> {
  return db
    .selectFrom('account')
    .select('id')
    .where('role', '=', 'administrator')
    .where('disabled', '=', 0)
    .where('password_hash', 'is not', null)
    .limit(2)
    .execute()
}
