/* Requests as a load generator makes them: over connections that stay open, the whole reply read. */
import { Agent, type IncomingHttpHeaders, request } from 'node:http'

const agent = new Agent({ keepAlive: true })

export interface Asked {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

export interface Ask {
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** Nothing is unpacked: the body has the bytes that went over the wire. */
export function ask(address: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method, headers, agent }, (reply) => {
      const chunks: Buffer[] = []
      reply.on('data', (chunk: Buffer) => chunks.push(chunk))
      reply.on('error', reject)
      reply.on('end', () =>
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: Buffer.concat(chunks) }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

export function hangUp(): void {
  agent.destroy()
}

/** Milliseconds until the reply was read to its end. @throws where it is another than was expected */
export async function timed(address: string, init: Ask = {}, expected = 200): Promise<number> {
  const began = performance.now()
  const { status } = await ask(address, init)
  const spent = performance.now() - began
  if (status !== expected) throw new Error(`${address} answered ${status}.`)
  return spent
}

export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}
