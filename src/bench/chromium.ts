import { accessSync, constants } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

// The bundled browser's own arguments run it in a single process, which dies when a context closes.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** CHROMIUM_PATH, an installed browser, or the one inside a package. @throws where there is none */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await path(), args })
}

async function path(): Promise<string> {
  const chosen = process.env.CHROMIUM_PATH ?? installed.find(isThere)
  if (chosen) return chosen
  // Makes the package unpack the libraries that a bare machine lacks; read when it is imported.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  const { default: bundled } = await import('@sparticuz/chromium')
  return bundled.executablePath()
}

function isThere(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
