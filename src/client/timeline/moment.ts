/*
 * Stands in for the library of dates that vis-timeline steps along its axis with: UTC alone, weeks that begin on Monday,
 * and nothing but what the axis asks. The words of the axis are ours (axis.ts), so nothing is put into words here.
 */
const LENGTHS = {
  week: 604_800_000,
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
}
type Length = keyof typeof LENGTHS

/** What a browser can count to. */
const END = 8.64e15

export class Moment {
  readonly #date: Date

  constructor(ms: number) {
    this.#date = new Date(Math.max(-END, Math.min(END, ms)))
  }

  valueOf(): number {
    return this.#date.getTime()
  }

  toDate(): Date {
    return new Date(this.valueOf())
  }

  clone(): Moment {
    return new Moment(this.valueOf())
  }

  year(to?: number) {
    return this.#calendar('FullYear', to)
  }

  month(to?: number) {
    return this.#calendar('Month', to)
  }

  date(to?: number) {
    return this.#clock('Date', to)
  }

  hours(to?: number) {
    return this.#clock('Hours', to)
  }

  hour(to?: number) {
    return this.hours(to)
  }

  minutes(to?: number) {
    return this.#clock('Minutes', to)
  }

  minute(to?: number) {
    return this.minutes(to)
  }

  seconds(to?: number) {
    return this.#clock('Seconds', to)
  }

  milliseconds(to?: number) {
    return this.#clock('Milliseconds', to)
  }

  /** 0 is Monday. */
  weekday(to?: number) {
    const now = (this.#date.getUTCDay() + 6) % 7
    return to === undefined ? now : this.add(to - now, 'day')
  }

  isoWeekday(): number {
    return (this.weekday() as number) + 1
  }

  /** Counted without end: the axis asks for it to tell every other week. */
  week(): number {
    return Math.floor((this.valueOf() / LENGTHS.day + 3) / 7)
  }

  add(many: number, unit: string): this {
    const one = unit.replace(/s$/, '')
    if (one === 'year') this.year((this.year() as number) + many)
    else if (one === 'month') this.month((this.month() as number) + many)
    else this.#date.setTime(this.valueOf() + many * LENGTHS[one as Length])
    return this
  }

  subtract(many: number, unit: string): this {
    return this.add(-many, unit)
  }

  isSame(other: Moment | Date | number, unit?: string): boolean {
    const [one, two] = [this.valueOf(), Number(other)]
    if (unit === undefined) return one === two
    const letters = { year: 7, month: 10, day: 13 }[unit]
    const iso = (ms: number) => new Date(ms).toISOString().padStart(27, '+').slice(0, letters)
    return letters === undefined ? new Moment(one).week() === new Moment(two).week() : iso(one) === iso(two)
  }

  /** Names of classes that no style of ours asks for. */
  format(): string {
    return ''
  }

  locale(): this {
    return this
  }

  /** A day that the month has not is its last. */
  #calendar(part: 'FullYear' | 'Month', to: number | undefined): number | this {
    if (to === undefined) return this.#date[`getUTC${part}`]()
    const day = this.#date.getUTCDate()
    this.#date.setUTCDate(1)
    this.#date[`setUTC${part}`](to)
    const last = new Date(this.valueOf())
    last.setUTCMonth(last.getUTCMonth() + 1, 0)
    this.#date.setUTCDate(Math.min(day, last.getUTCDate()))
    return this
  }

  #clock(
    part: 'Date' | 'Hours' | 'Minutes' | 'Seconds' | 'Milliseconds',
    to: number | undefined,
  ): number | this {
    if (to === undefined) return this.#date[`getUTC${part}`]()
    this.#date[`setUTC${part}`](to)
    return this
  }
}

export default Object.assign((given: Moment | Date | number = Date.now()) => new Moment(Number(given)), {
  isMoment: (given: unknown) => given instanceof Moment,
  locale: () => {},
})
