import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { ROOT } from './kernel/root.ts'
import { ASSET_FOLDER } from './web/assets.ts'

const entries = ['style.css', 'page.ts', 'timeline.ts', 'form.ts'] as const

/** Builds what browsers load, unless it stands built from these very sources. */
export async function buildAssets(): Promise<void> {
  const source = fingerprint()
  const manifest = join(ASSET_FOLDER, 'manifest.json')
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).source === source) return
  const { metafile, outputFiles } = await build({
    entryPoints: entries.map((file) => join(ROOT, 'src/client', file)),
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16.4'],
    legalComments: 'none',
    entryNames: '[name]-[hash]',
    outdir: ASSET_FOLDER,
    absWorkingDir: ROOT,
    metafile: true,
    write: false,
  })
  mkdirSync(ASSET_FOLDER, { recursive: true })
  for (const file of readdirSync(ASSET_FOLDER)) rmSync(join(ASSET_FOLDER, file), { recursive: true })
  for (const { path, contents } of outputFiles) {
    writeFileSync(path, contents)
    writeFileSync(`${path}.br`, brotliCompressSync(contents))
    writeFileSync(`${path}.gz`, gzipSync(contents, { level: 9 }))
  }
  // Renamed into place: a kill leaves no half manifest for the next start to stumble over.
  writeFileSync(`${manifest}.part`, JSON.stringify({ source, assets: addresses(metafile.outputs) }))
  renameSync(`${manifest}.part`, manifest)
}

function addresses(outputs: Record<string, { entryPoint?: string }>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(outputs).flatMap(([path, { entryPoint }]) => {
      const entry = entryPoint?.split('/').at(-1)?.replace('.ts', '.js')
      return entry ? [[entry, address(path)]] : []
    }),
  )
}

function address(path: string): string {
  return `/assets/${path.split('/').at(-1)}`
}

/** Changes with the client's sources, the kernel they share with us, and the libraries they are bundled from. */
function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')))
  for (const folder of ['src/client', 'src/kernel'].map((name) => join(ROOT, name))) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (/\.(ts|css)$/.test(file)) hash.update(file).update(readFileSync(join(folder, file)))
    }
  }
  return hash.update(readFileSync(join(ROOT, 'src/build.ts'))).digest('hex')
}
