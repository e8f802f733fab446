// A thread of its own is not run through tsx, so this is plain JavaScript.
import { parentPort, workerData } from 'node:worker_threads'
import { Resvg } from '@resvg/resvg-js'

const { svg, options } = workerData
parentPort?.postMessage(new Resvg(svg, options).render().asPng())
