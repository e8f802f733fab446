import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ejs from 'ejs'
import { ROOT } from '../kernel/root.ts'

const folder = join(ROOT, 'views')
const compiled = new Map<string, (locals: object) => string>()

/** A template finished with a model, by its path under views without the ending. What it includes knows the same, and what is given `besides`. */
export function filled(view: string, model: object, besides: object = {}): string {
  const locals = Object.assign(Object.create(null), model, besides)
  // The library's own include looks on the disk each time, and copies all that the page knows three times.
  locals.include = (path: string, more?: object) => filled(beside(view, path), locals, more)
  return template(view)(locals)
}

/** Included by a path from the root of the views, or from the template's own folder. */
function beside(view: string, path: string): string {
  return path.startsWith('/') ? path.slice(1) : `${view.slice(0, view.lastIndexOf('/') + 1)}${path}`
}

function template(view: string): (locals: object) => string {
  const known = compiled.get(view)
  if (known) return known
  const filename = join(folder, `${view}.ejs`)
  // Our locals have no prototype, so none needs to be stripped from them.
  const made = ejs.compile(readFileSync(filename, 'utf8'), { filename, unsafePrototypeLocals: true })
  compiled.set(view, made)
  return made
}
