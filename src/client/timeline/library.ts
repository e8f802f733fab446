import type { DataSet } from 'vis-data/esnext'
import { Timeline } from 'vis-timeline/esnext'
import { majorLabel, minorLabel } from './axis.ts'
import type { Drawn } from './drawn.ts'
import type { Group } from './lanes.ts'
import { DAY } from './layout.ts'
import type { Moment } from './moment.ts'

/** What the library asks of us as it draws: DOM nodes with text, never markup, so that what an analyst typed stays text. */
interface Asked {
  name(item: Drawn): HTMLElement
  label(group: Group | null): HTMLElement
  showsHours(): boolean
}

/** vis-timeline with as little in it as can be: it keeps axis, lanes and gestures, and the few rounds that are in sight. */
export function library(
  box: HTMLElement,
  items: DataSet<Drawn>,
  groups: DataSet<Group>,
  asked: Asked,
): Timeline {
  const asFormat =
    (label: (at: Moment, scale: string, showsHours: boolean) => string) => (at: Moment, scale: string) =>
      label(at, scale, asked.showsHours())
  return new Timeline(
    box,
    items as never,
    groups as never,
    {
      // An explicit rtl and no start or end: otherwise the library stays hidden for a second.
      rtl: document.dir === 'rtl',
      orientation: 'top',
      zoomKey: 'ctrlKey',
      zoomMin: DAY / 8,
      zoomMax: 200_000 * 366 * DAY,
      stack: false,
      groupHeightMode: 'fixed',
      margin: { item: { horizontal: 0, vertical: 0 }, axis: 2 },
      showTooltips: false,
      showCurrentTime: false,
      format: { minorLabels: asFormat(minorLabel), majorLabels: asFormat(majorLabel) },
      selectable: true,
      groupOrder: 'order',
      template: (item: Drawn) => asked.name(item),
      groupTemplate: (group: Group | null) => asked.label(group),
    } as never,
  )
}
