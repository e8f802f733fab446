/* The timeline of the home page: what lies in the window, fetched as it moves; the address and the table follow. */

import { boundsOf, parseEdtf } from '../kernel/edtf.ts'
import { sayDate } from '../kernel/say-date.ts'
import type { Line } from './timeline/board.ts'
import { Brush } from './timeline/brush.ts'
import { Explorer } from './timeline/explorer.ts'
import { DAY } from './timeline/layout.ts'

/** How long the window has to stand still before rounds are put into the page. */
const REST_MS = 120

const panel = document.querySelector<HTMLElement>('section.timeline')
const box = document.querySelector<HTMLElement>('#timeline')
if (panel && box) start(panel, box)

function start(panel: HTMLElement, box: HTMLElement): void {
  const explorer = new Explorer(panel, box, daysThatMatter(panel))
  const { chart } = explorer
  const strip = panel.querySelector<HTMLElement>('.overview-strip')
  const brush = strip && new Brush(strip, ([first, last]) => chart.setWindow(first, last))
  onButtons(panel, explorer, brush)
  onLanes(panel, explorer)
  onKeys(panel, box, explorer)
  chart.setWindow(dayOf(panel.dataset.from), dayOf(panel.dataset.to))
  explorer.begin(JSON.parse(panel.dataset.reply ?? ''))
  onGestures(explorer)
  explorer.onMove = () => brush?.show(chart.window())
  explorer.onMove()
  const isDrawn = () => {
    chart.timeline.off('changed', isDrawn)
    chart.fill()
    if (panel.dataset.round) explorer.choose(chart.stop(Number(panel.dataset.round)))
  }
  chart.timeline.on('changed', isDrawn)
  addEventListener('popstate', () => location.reload())
}

/** Today; or the day as of which the page is read, and then today's stands elsewhere. */
function daysThatMatter({ dataset }: HTMLElement): Line[] {
  const known = new URLSearchParams(dataset.query).get('known')
  const day = dayOf(dataset.today)
  return [
    {
      at: day * DAY + DAY / 2,
      words: known ? `known on ${sayDate(known)}` : 'today',
      isDashed: known !== null,
    },
  ]
}

function onButtons(panel: HTMLElement, explorer: Explorer, brush: Brush | null): void {
  const clock = (isLocal: boolean) => () => {
    explorer.readBy(isLocal)
    for (const [act, is] of [
      ['local', isLocal],
      ['utc', !isLocal],
    ] as const)
      panel.querySelector(`[data-act=${act}]`)?.setAttribute('aria-pressed', String(is))
  }
  const acts: Record<string, () => unknown> = {
    earlier: () => explorer.shift(-0.8),
    later: () => explorer.shift(0.8),
    closer: () => explorer.zoom(0.5),
    wider: () => explorer.zoom(2),
    fit: () => brush && explorer.go(...brush.whole()),
    local: clock(true),
    utc: clock(false),
  }
  panel.addEventListener('click', (event) => {
    const target = event.target as Element
    const act = target.closest<HTMLElement>('[data-act]')?.dataset.act
    if (act) acts[act]?.()
    const head = target.closest<HTMLElement>('.lane-button')
    if (head) explorer.toggle(head.dataset.lane ?? '')
  })
}

/** The form of the lanes takes effect at once; its links too. */
function onLanes(panel: HTMLElement, explorer: Explorer): void {
  const isOfLanes = (target: EventTarget | null) =>
    target instanceof Element && target.closest('.lanes-choice')
  const layOut = (form: HTMLFormElement) =>
    explorer.layOut(
      new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])),
    )
  panel.addEventListener('change', (event) => {
    const form = isOfLanes(event.target)
    if (form) layOut(form as HTMLFormElement)
  })
  panel.addEventListener('submit', (event) => {
    const form = isOfLanes(event.target)
    if (!form) return
    event.preventDefault()
    layOut(form as HTMLFormElement)
  })
  panel.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('.lane-order a')
    if (!link || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    explorer.layOut(new URL(link.href).searchParams)
  })
}

function onKeys(panel: HTMLElement, box: HTMLElement, explorer: Explorer): void {
  const keys: Record<string, () => void> = {
    PageUp: () => explorer.shift(-1),
    PageDown: () => explorer.shift(1),
    '+': () => explorer.zoom(0.5),
    '=': () => explorer.zoom(0.5),
    '-': () => explorer.zoom(2),
    Escape: () => explorer.leave(),
    Enter: () => explorer.open(),
  }
  for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'])
    keys[key] = () => explorer.step(key)
  box.addEventListener('keydown', (event) => {
    const act = keys[event.key]
    if (!act || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    act()
  })
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && (event.target as Element).closest('.item-card')) explorer.leave()
  })
}

function onGestures(explorer: Explorer): void {
  const { chart } = explorer
  let rest = 0
  const settle = () => {
    clearTimeout(rest)
    rest = window.setTimeout(() => explorer.rest(), REST_MS)
  }
  chart.timeline.on('click', ({ item, group, time, event }: Clicked) => {
    const target = event.target instanceof Element ? event.target : null
    const mark = target?.closest<HTMLElement>('[data-stop]')
    const stop =
      chart.stop(mark?.dataset.stop ?? item) ?? chart.stopNear(chart.laneIn(String(group)), time.getTime())
    if (stop) explorer.choose(stop)
    else if (target?.closest('.vis-center')) explorer.release()
  })
  chart.timeline.on('doubleClick', () => explorer.open())
  chart.timeline.on('rangechange', () => {
    if (chart.isParked()) return
    explorer.move()
    settle()
  })
}

interface Clicked {
  item: number | string | null
  group: number | string | null
  time: Date
  event: { target: unknown }
}

function dayOf(iso = ''): number {
  const date = parseEdtf(iso)
  return date ? boundsOf(date).earliest : 0
}
