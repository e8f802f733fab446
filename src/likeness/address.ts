/** Names in an address that tell who followed it, and not what it leads to. */
const tracking =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|ref|ref_src|cmpid|ocid|smid|at_\w+)$/i

/** A web address without what does not change where it leads: http or https, www, tracking, a slash or mark at its end. */
export function plainAddress(url: string): string {
  if (!URL.canParse(url)) return url
  const { hostname, port, pathname, searchParams } = new URL(url)
  for (const name of [...searchParams.keys()]) if (tracking.test(name)) searchParams.delete(name)
  searchParams.sort()
  const asked = searchParams.size > 0 ? `?${searchParams}` : ''
  const host = hostname.replace(/^(www|m|amp)\./, '') + (port === '' ? '' : `:${port}`)
  return host + pathname.replace(/\/+$/, '') + asked
}
