/** Where the program gets the time from. Tests hand in a still one. */
export type Clock = () => Date

export const wallClock: Clock = () => new Date()
