/* Words that more than one room uses. */

export const exactnesses = ['exact', 'about', 'before', 'after'] as const
export const amounts = ['exact', 'about', 'at least', 'at most', 'more than', 'less than'] as const
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
