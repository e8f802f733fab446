/* Another program that writes to the record: takes the lock, says so, lets go after a while. */
import Database from 'better-sqlite3'

const [path = '', milliseconds = '0'] = process.argv.slice(2)
const file = new Database(path)
file.exec('begin immediate')
process.stdout.write('holding\n')
setTimeout(() => {
  file.exec('rollback')
  file.close()
}, Number(milliseconds))
