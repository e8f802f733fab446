/* Words that are made up again and again: what is talked about, and what comes of it. */

export const issues = [
  'ceasefire', 'troops and withdrawal', 'prisoners', 'humanitarian corridors', 'borders', 'sanctions', 'elections',
  'amnesty', 'water', 'transit', 'fisheries', 'refugees', 'missing persons', 'disarmament', 'inspections', 'trade',
  'energy', 'language', 'policing', 'property', 'power sharing', 'security guarantees', 'airspace', 'mines',
  'reconstruction', 'war crimes', 'leaders’ meeting', 'monitoring', 'tariffs', 'ports',
] as const // biome-ignore format: a list
export const offices = [
  'Minister of Foreign Affairs', 'Deputy Foreign Minister', 'Minister of Defence', 'Special Envoy',
  'Adviser to the President', 'Ambassador', 'Head of the delegation', 'Chief of the General Staff',
  'Secretary of the Security Council', 'Director of the Political Department', 'Spokesperson',
] as const // biome-ignore format: a list
export const results = [
  'Talks go on.', 'No agreement; both sides will report to their capitals.', 'A next meeting was agreed.',
  'The lists were exchanged.', 'The text is agreed save two articles.', 'One side left the table.',
  'A joint statement was read out.', 'The chair will put a paper to both.',
] as const // biome-ignore format: a list
export const summaries = [
  'The delegations met for the first time since the spring; most of the day went to the agenda.',
  'Heads spoke alone for an hour before the full session.',
  'The parties sat in two rooms, with the facilitator going between them.',
  'Experts compared the lists; figures of the two sides differ.',
  'The meeting was short and, by several accounts, cold.',
  'Both delegations spoke of progress, neither of a date.',
] as const // biome-ignore format: a list
export const papers = [
  'Herald',
  'Post',
  'Gazette',
  'Observer',
  'Courier',
  'News Agency',
  'Broadcasting',
  'Review',
]
export const headlines = [
  'Envoys meet again', 'Talks end without a text', 'Delegations return to the table', 'What was said behind doors',
  'A paper is handed over', 'Sides differ on the lists', 'Mediator hopes for a date', 'Round ends late at night',
] as const // biome-ignore format: a list
export const quotes = [
  'We have come to listen, not to sign.', 'There is no text yet.', 'The lists are with the other side.',
  'This was not part of the talks.', 'We will meet again within the month.', 'Everything else is commentary.',
] as const // biome-ignore format: a list
export const units = [
  'prisoners',
  'civilians',
  'lorries',
  'square kilometres',
  'tonnes',
  'observers',
] as const
export const reasons = [
  'The one account that gives a start and an end is preferred.',
  'What the two sides say cannot both be true, and nobody else was in the room.',
  'Worked out from the dates of the sessions.',
] as const // biome-ignore format: a list
