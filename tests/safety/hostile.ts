/* What people type who mean harm, and machines that mean nothing. */

export const impossibleDates = [
  '2025-02-30',
  '2025-02-29',
  '2025-13-01',
  '2025-04-31',
  '0000-00-00',
  '+275760-09-14',
  '2025-07-23T10:00:60Z',
  'tomorrow',
  '03/04/2025',
]

/** Dates at the end of the world: they may be read or refused, but nothing breaks. */
export const farDates = [
  '-9999',
  '9999-12-31',
  '10000',
  'Y-999999',
  'Y999999',
  '-0000',
  '../..',
  '2025/..',
  '[..2025]',
]

export const markup = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  '</script><svg onload=alert(1)>',
  '<!-- --><![CDATA[x]]>',
  'javascript:alert(1)',
  '&lt;b&gt;&#60;',
]

export const formulas = [
  '=1+1',
  '+1',
  '-1+2',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\u0000=1+1',
  ' =1+1',
  '\n=1+1',
]

/** Nobody may see these as they are: they hide, reorder or cut what stands around them. */
export const unseen = [
  '\u0000',
  'a\u0000b',
  '\u001b[31mred',
  '\u007f',
  '\u0085',
  '\u202egnp.exe',
  '\u2066a',
  '\u200f',
]

export const queries = [
  "'; drop table round; --",
  '" or 1=1 --',
  '1 union select password_hash from account',
  'NEAR(',
  '"',
  "'",
  'a AND',
  'words:x OR *',
  '%_*^{}',
]

const templates = [
  '<%= 7*7 %>',
  `\${7*7}`,
  '{{7*7}}',
  '../../../etc/passwd',
  '%s%n%x',
  '__proto__',
  'constructor',
]

export const hostileIds = [
  '0',
  '-1',
  '1e3',
  '1.0',
  ' 1',
  '9007199254740993',
  '18446744073709551616',
  'abc',
  'NaN',
  '٣',
]

export const hostile = [
  ...impossibleDates,
  ...farDates,
  ...markup,
  ...formulas,
  ...unseen,
  ...queries,
  ...templates,
  ...hostileIds,
  'x'.repeat(7000),
  '\u0301'.repeat(900),
  `${'a.'.repeat(1000)}b`,
]

/** Percent signs that spell no text, as they stand in an address. */
export const notText = ['%', '%zz', '%C0%AF', '%ED%A0%80', '%FF', '%F5%80%80%80', '%E2%28%A1', 'a%8']

export const listPages = [
  '/',
  '/rounds',
  '/people',
  '/parties',
  '/venues',
  '/sources',
  '/processes',
  '/issues',
  '/commitments',
  '/disputes',
  '/proposals',
  '/map',
  '/charts',
  '/compare',
]
export const roundLists = ['/rounds', '/rounds.csv', '/map.geojson', '/charts/gaps.csv', '/timeline.json']
export const recordKinds = ['rounds', 'people', 'parties', 'venues', 'sources', 'processes']
export const recordPages = [
  '/rounds/1',
  '/people/1',
  '/parties/1',
  '/venues/1',
  '/sources/1',
  '/processes/strait-of-marrow',
  '/people/1/met',
  '/parties/1/met/parties/2',
]
export const downloads = [
  '/rounds.csv',
  ...recordKinds.slice(1).map((kind) => `/${kind}.csv`),
  '/issues.csv',
  '/rounds/facets/person.csv',
  ...recordPages.slice(1).map((path) => `${path}.csv`),
]
export const everyPage = [
  ...listPages,
  ...recordPages,
  ...downloads,
  '/timeline.json',
  '/codebook',
  '/sign-in',
]
