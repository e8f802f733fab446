import { buildAssets } from '../src/build.ts'

/** What browsers load is built once, before the first test. */
export default buildAssets
