type Close = () => unknown

const atEnd: Close[] = []
const afterTest: Close[] = []

/** Closes what a file of tests opened, when its tests are done. */
export function whenDone(close: Close): void {
  atEnd.push(close)
}

/** Closes what a test opened, when it is done. */
export function afterThisTest(close: Close): void {
  afterTest.push(close)
}

export const closeFile = () => closeAll(atEnd)
export const closeTest = () => closeAll(afterTest)

/** The last opened first. */
async function closeAll(closing: Close[]): Promise<void> {
  for (let close = closing.pop(); close; close = closing.pop()) await close()
}
