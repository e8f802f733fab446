import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'
import { ROOT } from './kernel/root.ts'
import { ASSET_FOLDER } from './web/assets.ts'

const entries = ['style.css', 'light.css', 'dark.css', 'page.ts', 'timeline.ts', 'form.ts'] as const

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
    plugins: [slim],
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

/** Parts of vis-timeline that the timeline has no use for, and that no bundler can tell from the rest by itself. */
const graphs = ['Points', 'Bargraph', 'Line', 'GraphGroup', 'Legend', 'LineGraph', 'Graph2d'].join('|')
const unused = [
  // Statements that hang the graphs' functions on their prototypes keep all of them alive.
  new RegExp(`^(?:${graphs})\\.[\\w.]+ = (?:(?:async )?function[\\s\\S]*?^};|[^\\n;]*;)\\n`, 'gm'),
  // A panel in which a developer tries options.
  /(?<=^class (?:Configurator|ColorPicker) \{\n)[\s\S]*?(?=^\}\n)/gm,
]

/** Makes the library smaller by a third. A library that has changed is refused, and a browser test loads what comes out. */
const slim: Plugin = {
  name: 'slim',
  setup(build) {
    build.onLoad({ filter: /vis-timeline-graph2d\.mjs$/ }, ({ path }) => {
      const contents = unused.reduce(
        (text, part) => {
          const rest = text.replaceAll(part, '')
          if (rest === text) throw new Error(`${path} is not the library that was trimmed: ${part}`)
          return rest
        },
        readFileSync(path, 'utf8'),
      )
      return { contents, loader: 'js' }
    })
    // Dates in UTC are all that its axis needs.
    build.onResolve({ filter: /^moment$/ }, () => ({ path: join(ROOT, 'src/client/timeline/moment.ts') }))
    // Its filter of markup lets markup through; we hand it none, and what comes nevertheless is text.
    build.onResolve({ filter: /^xss$/ }, () => ({ path: join(ROOT, 'src/client/timeline/escape.ts') }))
  },
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
