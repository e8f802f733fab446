/* Words that more than one room uses. */

export const exactnesses = ['exact', 'about', 'before', 'after'] as const
export const amounts = ['exact', 'about', 'at least', 'at most', 'more than', 'less than'] as const
/** How exactly a claim puts a value: an amount is more or less, a clock time after or before. */
export const claimedExactnesses = [...amounts, 'before', 'after'] as const
export const formats = [
  'plenary',
  'heads only',
  'proximity',
  'shuttle',
  'working group',
  'summit',
  'telephone',
  'video',
  'press conference',
  'ceremony',
] as const
/** Rising steps of how firmly an outcome is known. */
export const outcomeLevels = [
  'none',
  'asserted by one side',
  'asserted by host',
  'confirmed by both',
  'written',
  'signed',
] as const
