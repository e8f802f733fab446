import { createServer, type RequestListener, type Server } from 'node:http'

/** How long a sender may take, in milliseconds. Whoever is slower is cut off: a socket is not theirs to keep. */
export const patience = {
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5000,
}
const SILENCE = 60_000

/** A server that waits for nobody for ever. */
export function newServer(listener: RequestListener): Server {
  const server = createServer(patience, listener)
  server.setTimeout(SILENCE)
  return server
}
