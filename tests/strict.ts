/** EJS prints a missing property as nothing. Seen through this, a template that names one throws instead. */
export function strict<T extends object>(model: T): T {
  return new Proxy(model, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (typeof name === 'string' && !(name in target) && !PROBED.has(name))
        throw new TypeError(`The page hands the template no "${name}"; it has ${Object.keys(target)}.`)
      return typeof value === 'object' && value !== null ? strict(value) : value
    },
  })
}

/** What the language itself may ask any object for. */
const PROBED = new Set(['then', 'toJSON'])
