/* Order counts: the later names stand in the user agents of the earlier ones too. */
const browsers: ReadonlyArray<[RegExp, string]> = [
  [/\b(?:Edg|EdgA|EdgiOS)\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*Safari\//, 'Safari'],
]
const systems: ReadonlyArray<[RegExp, string]> = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]
const LONGEST = 40

/** "Firefox on Windows". What is no browser we know is named by its first word, cut and tidied; it may say anything. */
export function browserWords(userAgent: string | undefined): string {
  const said = (userAgent ?? '').slice(0, 500)
  const browser = browsers.find(([mark]) => mark.test(said))?.[1]
  const system = systems.find(([mark]) => mark.test(said))?.[1]
  if (browser) return system ? `${browser} on ${system}` : browser
  return firstWord(said) || 'a browser that did not say its name'
}

/** ASCII letters and digits alone: nothing that hides, turns or breaks what stands beside it. */
function firstWord(said: string): string {
  return /^[\w.-]+/.exec(said)?.[0].slice(0, LONGEST) ?? ''
}
