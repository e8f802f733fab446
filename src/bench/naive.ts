/* The same rounds handed to vis-timeline as its own examples do: all of them, with a start and an end. */
import type Database from 'better-sqlite3'

const DAY = 86_400_000

export interface NaiveItem {
  id: number
  group: number
  content: string
  start: number
  end: number
}

export function naiveItems(file: Database.Database): { items: NaiveItem[]; groups: unknown[] } {
  const items = file
    .prepare<[number, number], NaiveItem>(
      `select id, track_id as "group", title as content, date_earliest * ${DAY} as start, (date_latest + 1) * ${DAY} as end
        from round where date_latest >= ? and date_earliest <= ?`,
    )
    .all(-9131, 20_818)
  const groups = file.prepare('select id, title as content from track').all()
  return { items, groups }
}

/** The window is in the address: /naive?from=…&to=… would be another page, so it comes after a hash. */
export const naivePage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>vis-timeline</title>
<link rel="stylesheet" href="/assets/vis-timeline-graph2d.min.css">
<script src="/assets/vis-timeline-graph2d.min.js"></script>
<body style="margin:0"><div id="timeline"></div>
<script>
  fetch('/naive.json').then((reply) => reply.json()).then(({ items, groups }) => {
    const [start, end] = location.hash.slice(1).split('/')
    window.scriptReady = performance.now()
    new vis.Timeline(document.getElementById('timeline'), new vis.DataSet(items), new vis.DataSet(groups),
      { start, end, maxHeight: 620, verticalScroll: true })
  })
</script></body></html>`
