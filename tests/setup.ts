/* Run anew for every file of tests, though the files of one worker share their modules. */
import { afterAll, afterEach } from 'vitest'
import { closeFile, closeTest } from './closing.ts'

afterEach(closeTest)
afterAll(closeFile)
