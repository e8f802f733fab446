/* The timeline of the home page: rounds and proposals of the window in sight, fetched as it moves; the address and the table follow. */
import { boundsOf, parseEdtf } from '../kernel/edtf.ts'
import { Explorer } from './timeline/explorer.ts'

/** How long the window has to rest before anything is fetched for it. */
const REST_MS = 300

const panel = document.querySelector<HTMLElement>('section.timeline')
const box = document.querySelector<HTMLElement>('#timeline')
if (panel && box) start(panel, box)

async function start(panel: HTMLElement, box: HTMLElement): Promise<void> {
  const explorer = new Explorer(panel, box)
  onButtons(panel, explorer)
  onKeys(panel, box, explorer)
  onGestures(explorer)
  explorer.chart.setWindow(dayOf(panel.dataset.from), dayOf(panel.dataset.to))
  await explorer.show()
  if (panel.dataset.round) explorer.choose(explorer.chart.stop(Number(panel.dataset.round)))
}

function onButtons(panel: HTMLElement, explorer: Explorer): void {
  const acts: Record<string, () => void> = {
    earlier: () => explorer.shift(-0.8),
    later: () => explorer.shift(0.8),
    closer: () => explorer.zoom(0.5),
    wider: () => explorer.zoom(2),
    fit: () => explorer.fit(),
  }
  const lanes = panel.querySelector<HTMLElement>('[data-lanes]')
  lanes?.addEventListener('click', () => {
    const areShown = lanes.getAttribute('aria-pressed') !== 'true'
    lanes.setAttribute('aria-pressed', String(areShown))
    panel.classList.toggle('has-threads', areShown)
    explorer.switchLanes(areShown)
  })
  panel.addEventListener('click', (event) => {
    const act = (event.target as Element).closest<HTMLElement>('[data-act]')?.dataset.act
    if (act) acts[act]?.()
  })
}

function onKeys(panel: HTMLElement, box: HTMLElement, explorer: Explorer): void {
  const keys: Record<string, () => void> = {
    PageUp: () => explorer.shift(-1),
    PageDown: () => explorer.shift(1),
    '+': () => explorer.zoom(0.5),
    '-': () => explorer.zoom(2),
    Escape: () => explorer.release(),
    Enter: () => explorer.open(),
  }
  for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'])
    keys[key] = () => explorer.step(key)
  box.addEventListener('keydown', (event) => {
    const act = keys[event.key]
    if (!act || event.ctrlKey || event.altKey || event.metaKey) return
    act()
    event.preventDefault()
  })
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !(event.target as Element).closest('.item-card')) return
    explorer.release()
    box.focus()
  })
}

function onGestures(explorer: Explorer): void {
  const { chart } = explorer
  let rest = 0
  chart.timeline.on('select', ({ items, event }: Selected) => {
    const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-stop]') : null
    const stop = chart.stop(mark?.dataset.stop ?? items[0] ?? null)
    if (stop) explorer.choose(stop)
    else explorer.release()
  })
  chart.timeline.on('doubleClick', () => explorer.open())
  chart.timeline.on('rangechange', () => explorer.hideCard())
  chart.timeline.on('rangechanged', () => {
    clearTimeout(rest)
    rest = window.setTimeout(() => explorer.follow(), REST_MS)
  })
}

interface Selected {
  items: Array<number | string>
  event: { target: unknown }
}

function dayOf(iso = ''): number {
  const date = parseEdtf(iso)
  return date ? boundsOf(date).earliest : 0
}
