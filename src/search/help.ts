/** How to ask, in a few lines: what to type, and what it finds. */
export const help = [
  {
    typed: 'ciragan umerov',
    finds:
      'both words, with or without accents, in any script a name is recorded in; the last word may be only begun',
  },
  { typed: '"steps for return"', finds: 'the words side by side; talk* any word that begins so' },
  { typed: '-tass', finds: 'only what does not hold the word; works before phrases and field words too' },
  {
    typed: 'venue:istanbul party:"Russian Federation"',
    finds: 'where and who: also person: process: track: country:TR issue:ceasefire source: format:plenary',
  },
  {
    typed: 'status:disputed after:2025-03 year:2025',
    finds: 'how well it is sourced, or status:held; when: before: after: year:',
  },
] as const
