/* A version of a record is restored here. */
import type { Db } from '../../db/tables.ts'
import { historyPath, versionPath } from '../../sources/paths.ts'
import { recordAt } from '../../versions/record-reads.ts'
import { versionsOf } from '../../versions/versions.ts'
import { idIn } from '../../web/request.ts'
import type { Asked, Form, FormKind } from '../form.ts'
import { processOfBoth } from '../process-above.ts'
import { reasonForm } from '../reason-form.ts'
import { restoreVersion } from './restore.ts'

export const restoreForms: FormKind[] = [{ path: '/:kind/:id/versions/:number/restore', open: restoring }]

async function restoring(db: Db, { params }: Asked): Promise<Form> {
  const asked = await recordAt(db, params.kind ?? '', params.id ?? '')
  const { kind, id, name, row } = asked
  const number = idIn(params.number)
  const { fields } = (await versionsOf(db, asked)).at(number)
  const history = historyPath(kind.name, id)
  const back = versionPath(kind.name, id, number)
  return reasonForm({
    title: `Restore version ${number} of ${name}`,
    lead: 'Its own fields become what they were in that version, and it stands again where it was withdrawn. What belongs to it has versions of its own. Restoring is a step of its own: nothing leaves the history.',
    crumbs: [
      { label: name, href: history },
      { label: `Version ${number}`, href: back },
    ],
    back,
    act: 'Restore it',
    version: Number(row.version),
    process_id: await processOfBoth(db, kind, row, { ...fields, id }),
    async does(db, by, reason) {
      await restoreVersion(db, by, kind, id, number, reason)
      return { record: kind.name, id, leadsTo: history }
    },
  })
}
