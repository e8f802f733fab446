import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Request, type Response, Router } from 'express'
import { ROOT } from '../kernel/root.ts'

export const ASSET_FOLDER = join(ROOT, 'dist')

/** From an entry's name to the address of its built file, whose name carries a hash of what is in it. */
export type Assets = Record<
  'style.css' | 'light.css' | 'dark.css' | 'page.js' | 'timeline.js' | 'form.js',
  string
>

export function readAssets(): Assets {
  return JSON.parse(readFileSync(join(ASSET_FOLDER, 'manifest.json'), 'utf8')).assets
}

const types: Record<string, string> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' }
const encodings = { br: 'br', gzip: 'gz' } as const

/** Built files, compressed beforehand; the hash in the name lets them be kept for ever. */
export function assetRoutes(): Router {
  const files = new Set(readdirSync(ASSET_FOLDER))
  const routes = Router()
  routes.get('/assets/:file', (req: Request<{ file: string }>, res: Response, next) => {
    const { file } = req.params
    const type = types[file.split('.').at(-1) ?? '']
    if (!type || !files.has(file)) return next()
    const encoding = req.acceptsEncodings(['br', 'gzip']) as keyof typeof encodings | false
    if (encoding) res.set('Content-Encoding', encoding)
    res.set({
      'Content-Type': type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
      'X-No-Compression': '1',
    })
    res.sendFile(encoding ? `${file}.${encodings[encoding]}` : file, {
      root: ASSET_FOLDER,
      cacheControl: false,
      headers: { 'Content-Type': type },
    })
  })
  return routes
}
