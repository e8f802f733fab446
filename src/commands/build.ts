import { buildAssets } from '../build.ts'
import { command } from './command.ts'

const help = `npm run build
Builds the scripts and styles that browsers load, unless they stand built from the same sources.`

await command(help, {}, () => buildAssets())
