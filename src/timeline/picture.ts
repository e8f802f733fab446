/* The still drawing as a file of its own, with a heading above it and beneath it what it is and where it is from. */

import { type Line, linesOf } from './labels.ts'
import { themes } from './picture-colours.ts'
import type { Still } from './still.ts'

export interface Picture {
  title: string
  words: string
  width: number
  height: number
  style: string
  margin: number
  top: number
  drawing: Still['drawing']
  heading: Line[]
  /** What it shows. */
  aside: Line[]
  /** "Parley · https://parley.example/?process=oslo-channel · as known on 24 July 2025", in as many lines as it needs. */
  credit: Line[]
}

export type Theme = keyof typeof themes

/** Room around the drawing. */
export const MARGIN = 16
const TOP = 72
const FOOT = 20

/** `address` is where the same view is shown live. */
export function pictureOf({ drawing, title, asKnownOn }: Still, address: string, theme: Theme): Picture {
  const room = { count: '', height: 2 * TOP }
  const heading = linesOf({ title, ...room, height: 0 }, drawing.width)
  const aside = linesOf({ title: drawing.words, ...room }, drawing.width)
  const foot = TOP + drawing.height + FOOT
  const credit = [`Parley · ${asKnownOn}`, address]
    .flatMap((part) => linesOf({ title: part, ...room }, drawing.width))
    .map(({ words }, nth) => ({ y: foot + nth * 15, words }))
  return {
    title,
    words: `${drawing.words}. Parley, ${asKnownOn}, ${address}`,
    width: drawing.width + 2 * MARGIN,
    height: foot + credit.length * 15,
    style: styleOf(theme),
    margin: MARGIN,
    top: TOP,
    drawing,
    heading,
    aside: aside.map(({ y, words }) => ({ y: y + 30, words })),
    credit,
  }
}

/** What the page's stylesheet says of the drawing, with colours put in. */
export function styleOf(theme: Theme): string {
  const { paper, wash2, rule, ink, ink2, link } = themes[theme]
  return [
    `text,path{fill:${ink}}`,
    'text{font-family:Lato,Segoe UI,Roboto,Noto Sans,DejaVu Sans,sans-serif;font-size:12px}',
    `.paper{fill:${paper}}`,
    '.heading{font-size:15px;font-weight:bold}',
    `.still-note{fill:${ink2}}`,
    `.still-head{fill:${wash2}}`,
    `.still-line{stroke:${rule}}`,
    '.still-faded{opacity:.5}',
    `.still-hollow,.still-thread{fill:none;stroke:${ink};stroke-width:2}`,
    '.still-hollow{stroke-dasharray:3 3}',
    `.still-day{stroke:${link};stroke-width:1.5}`,
  ].join('')
}
