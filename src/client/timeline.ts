/* The timeline of the home page: rounds of the window in sight, fetched as it moves; the address and the table follow. */
import { isoDate } from '../kernel/days.ts'
import { boundsOf, parseEdtf } from '../kernel/edtf.ts'
import { sayDate } from '../kernel/say-date.ts'
import type { Item } from '../timeline/items.ts'
import { Card } from './timeline/card.ts'
import { Chart, type Reply } from './timeline/chart.ts'
import { neighbour } from './timeline/keys.ts'

const REST_MS = 300

const panel = document.querySelector<HTMLElement>('section.timeline')
const box = document.querySelector<HTMLElement>('#timeline')
if (panel && box) start(panel, box)

function start(panel: HTMLElement, box: HTMLElement): void {
  const chart = new Chart(box)
  const card = new Card(panel)
  const status = panel.querySelector('.timeline-status')
  const asked = new URLSearchParams(panel.dataset.query)
  let selected: number | null = null
  let fetching = new AbortController()
  let rest = 0
  let shown = ''

  const load = async () => {
    fetching.abort()
    fetching = new AbortController()
    const [first, last] = chart.window()
    const query = withWindow(asked, first, last)
    shown = String([first, last])
    try {
      const reply: Reply = await (await fetch(`/timeline.json?${query}`, { signal: fetching.signal })).json()
      chart.show(reply)
      chart.select(selected)
      say(
        `${sayDate(isoDate(first))} to ${sayDate(isoDate(last))}: ${reply.total} rounds${reply.total > reply.items.length ? `, the latest ${reply.items.length} drawn` : ''}.`,
      )
    } catch (error) {
      if ((error as Error).name !== 'AbortError')
        say('The rounds could not be fetched. The table below still works.')
    }
  }

  const follow = async () => {
    const [first, last] = chart.window()
    const query = withWindow(asked, first, last)
    if (selected !== null) query.set('round', String(selected))
    history.replaceState(null, '', `/?${query}`)
    await Promise.all([load(), renewTable(query)])
  }

  const say = (words: string) => {
    if (status) status.textContent = words
  }

  const choose = (round: Item | undefined) => {
    if (!round) return
    selected = round.id
    chart.select(round.id)
    const rounds = chart.inSight()
    say(
      `${round.title}, ${round.date}${round.venue ? `, ${round.venue}` : ''}. ${rounds.findIndex(({ id }) => id === round.id) + 1} of ${rounds.length}.`,
    )
    requestAnimationFrame(() => card.show(round, box.querySelector('.vis-item.vis-selected')))
    for (const row of document.querySelectorAll('#rounds tr.is-selected')) row.classList.remove('is-selected')
    document.querySelector(`#round-${round.id}`)?.classList.add('is-selected')
  }

  const shift = (share: number, factor = 1) => {
    const [first, last] = chart.window()
    const half = ((last - first + 1) * factor) / 2
    const middle = (first + last) / 2 + (last - first + 1) * share
    chart.setWindow(Math.round(middle - half), Math.round(middle + half), true)
  }

  const acts: Record<string, () => void> = {
    earlier: () => shift(-0.8),
    later: () => shift(0.8),
    closer: () => shift(0, 0.5),
    wider: () => shift(0, 2),
    fit: () => location.assign(`/?${asked}`),
  }

  const keys: Record<string, () => void> = {
    PageUp: () => shift(-1),
    PageDown: () => shift(1),
    '+': () => shift(0, 0.5),
    '-': () => shift(0, 2),
    Escape: () => {
      selected = null
      chart.select(null)
      card.hide()
    },
    Enter: () => {
      if (selected !== null) location.assign(`/rounds/${selected}`)
    },
  }

  panel.addEventListener('click', (event) => {
    const act = (event.target as Element).closest<HTMLElement>('[data-act]')?.dataset.act
    if (act) acts[act]?.()
  })
  box.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (/^(Arrow|Home|End)/.test(event.key))
      choose(neighbour(chart.inSight(), selected === null ? undefined : chart.round(selected), event.key))
    else if (keys[event.key]) keys[event.key]?.()
    else return
    event.preventDefault()
  })
  chart.timeline.on('select', ({ items }: { items: number[] }) =>
    items[0] === undefined ? card.hide() : choose(chart.round(items[0])),
  )
  chart.timeline.on(
    'doubleClick',
    ({ item }: { item: number | null }) => item !== null && location.assign(`/rounds/${item}`),
  )
  chart.timeline.on('rangechange', () => card.hide())
  chart.timeline.on('rangechanged', () => {
    clearTimeout(rest)
    if (String(chart.window()) !== shown) rest = window.setTimeout(follow, REST_MS)
  })

  chart.setWindow(dayOf(panel.dataset.from), dayOf(panel.dataset.to))
  load().then(() => {
    if (panel.dataset.round) choose(chart.round(Number(panel.dataset.round)))
  })
}

function withWindow(asked: URLSearchParams, first: number, last: number): URLSearchParams {
  const query = new URLSearchParams(asked)
  query.set('from', isoDate(first))
  query.set('to', isoDate(last))
  return query
}

function dayOf(iso = ''): number {
  const date = parseEdtf(iso)
  return date ? boundsOf(date).earliest : 0
}

/** The table and the date boxes as the server makes them for this address. */
async function renewTable(query: URLSearchParams): Promise<void> {
  const page = new DOMParser().parseFromString(await (await fetch(`/?${query}`)).text(), 'text/html')
  const fresh = page.querySelector('#rounds')
  if (fresh) document.querySelector('#rounds')?.replaceWith(fresh)
  for (const name of ['from', 'to']) {
    const [old, now] = [document, page].map((where) =>
      where.querySelector<HTMLInputElement>(`.filters [name=${name}]`),
    )
    if (old && now) old.value = now.value
  }
}
