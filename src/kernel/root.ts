import { fileURLToPath } from 'node:url'

/** The folder that holds package.json, views, migrations and data. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
