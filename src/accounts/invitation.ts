import type { Db } from '../db/tables.ts'
import type { Clock } from '../kernel/clock.ts'
import { Barred } from './barred.ts'
import { SOMEBODY } from './events.ts'
import { type Invitation, invitationWith } from './invitation-reads.ts'

/** An invitation that may still be used. @throws Refusal 404 where there was none, 410 where it is over */
export async function openInvitation(db: Db, clock: Clock, key: string): Promise<Invitation> {
  const found = await invitationWith(db, key)
  if (!found) throw barred(404, SOMEBODY, 'unknown', 'There is no such invitation: open the link whole.')
  if (found.ending === 'used') throw over(found, 'used', 'was used already')
  if (found.ending || found.disabled) throw over(found, 'withdrawn', 'was withdrawn')
  if (found.expires <= clock().getTime()) throw over(found, 'expired', 'has expired')
  return found
}

function over({ name }: Invitation, detail: string, what: string): Barred {
  return barred(410, name, detail, `This link ${what}. An administrator can make a new one.`)
}

function barred(status: number, who: string, detail: string, sentence: string): Barred {
  return new Barred(status, sentence, { who, event: 'invitation refused', detail })
}
