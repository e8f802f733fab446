import { capital } from '../kernel/words.ts'
import { type State, states } from '../outcomes/state.ts'
import type { Chart } from './chart.ts'

/** Where the promises stand that were made at the rounds asked for. */
export function commitmentsChart(
  accounts: ReadonlyArray<{ commitment: { id: number }; ledger: { state: State } }>,
  limit: string,
): Chart {
  return {
    name: 'commitments',
    title: 'Commitments kept',
    words: 'Promises made at these rounds, by where their ledgers stand.',
    counts: 'commitment',
    shape: 'bars',
    parts: states.map((state) => ({
      key: state.replace(' ', '-'),
      label: capital(state),
      ids: accounts.filter(({ ledger }) => ledger.state === state).map(({ commitment }) => commitment.id),
    })),
    apart: [],
    limit,
  }
}
