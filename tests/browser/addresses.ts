/* The pages that are looked at one by one, by who sees them. */

/** The round that the project began from. */
export const SEED = 1001

/** Seen by anybody. */
export const readers = [
  '/',
  '/rounds',
  '/rounds?q=istanbul&country=TR&from=2025',
  '/rounds?q=nothing+of+the+sort',
  `/rounds/${SEED}`,
  '/rounds/11004',
  '/processes',
  '/processes/russia-ukraine-direct-talks',
  '/processes/westphalia',
  '/people',
  '/people/2',
  '/parties',
  '/parties/1',
  '/venues',
  '/venues/5',
  '/sources',
  '/sources/1001',
  '/codebook',
  `/rounds/${SEED}?known=2025-07-24`,
  '/commitments',
  '/commitments/1001',
  '/?lanes=proposals&lanes=commitments',
  '/?from=1940&to=2026',
  '/proposals',
  '/proposals/1006',
  '/disputes',
  `/rounds/${SEED}/evidence`,
  `/rounds/${SEED}/evidence/duration_minutes`,
  '/outcomes/1002/evidence/wording',
  '/outcomes/1002/evidence/wording?known=2025-07-24',
  '/since?known=2025-07-24&process=russia-ukraine-direct-talks',
  '/issues',
  '/issues/ceasefire?party=2',
  '/processes/northern-ireland-talks',
  '/changes',
  '/changes?record=round&who=nobody',
  '/changes/1',
  `/rounds/${SEED}/history`,
  `/rounds/${SEED}/versions/1?against=1`,
  `/rounds/${SEED}/history?known=2025-07-24`,
  '/sign-in',
  '/nowhere',
  '/rounds?colour=red',
]

/** Seen by an editor. */
export const editors = [
  '/rounds/new',
  `/rounds/${SEED}/edit`,
  `/rounds/${SEED}/withdraw`,
  `/rounds/${SEED}/versions/1/restore`,
  `/claims/new?record=round&id=${SEED}&field=duration_minutes`,
  '/claims/1024/edit',
  '/claims/1024/withdraw',
  '/people/2/merge',
  '/people/2/merge?into=nobody',
  '/venues/5/merge?into=1',
  '/sources/1001/merge?into=1002',
  `/readings/new?record=round&id=${SEED}&field=duration_minutes`,
  '/account',
  '/desk',
  '/desk/disputes',
  '/desk/unanswered',
  '/desk/overdue',
  '/desk/unsourced',
  '/desk/duplicates',
  '/desk/imports',
  '/desk/add',
  '/desk/intake',
  '/desk/intake/1',
  '/rounds/new?intake=1&track=2',
  '/desk/review',
  '/desk/drafts/1',
  '/rounds/new?intake=1&track=2&draft=1',
  '/people/2/edit',
  '/venues/new',
  '/processes/russia-ukraine-direct-talks/edit',
  '/proposals/1006/edit',
  '/commitments/1001/edit',
  `/sessions/new?round_id=${SEED}`,
  '/sources/1001/edit',
  '/parties/1/withdraw',
  '/proposals?process=russia-ukraine-direct-talks',
]
/** Seen by the analyst who wrote what waits and what was sent back. */
export const authors = ['/desk/drafts', '/desk/drafts/1', '/desk/drafts/2', `/rounds/${SEED}/edit?draft=2`]

/** Seen by an administrator. */
export const administrators = [
  '/desk/second-reading',
  '/accounts',
  '/accounts/1/reset',
  '/accounts/audit',
  '/accounts/audit?who=nobody',
]

/** Pages that say what is wrong; all others are found. */
export const refused: Record<string, number> = {
  '/nowhere': 404,
  '/rounds?colour=red': 400,
  '/people/2/merge?into=nobody': 422,
}
