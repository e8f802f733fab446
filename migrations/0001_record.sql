-- The record. Every table of it carries: id, its fields, withdrawn (the reason; null while it stands), version (for edits that cross).
-- Dates are EDTF text beside two bounds in days since 1970-01-01; *_folded is the name without accents and case.

create table source (
  id integer primary key autoincrement,
  publisher text not null,
  author text,
  title text,
  url text,
  archive_url text,
  published text,
  published_earliest integer,
  published_latest integer,
  language text,
  kind text not null check (kind in ('news report', 'agency report', 'official text', 'archive', 'dataset', 'encyclopedia', 'book', 'article', 'broadcast', 'other')),
  reliability text check (reliability in ('A', 'B', 'C', 'D', 'E', 'F')),
  version_of_id integer references source,
  republishes_id integer references source,
  correction text,
  note text,
  withdrawn text,
  version integer not null default 1
) strict;

create table venue (
  id integer primary key autoincrement,
  name text not null,
  name_folded text not null,
  kind text not null check (kind in ('palace', 'government building', 'residence', 'hotel', 'conference centre', 'military base', 'embassy or mission', 'town or area', 'border site', 'online or telephone', 'undisclosed', 'other')),
  city text,
  country text,
  latitude real check (latitude between -90 and 90),
  longitude real check (longitude between -180 and 180),
  coordinate_precision text check (coordinate_precision in ('building', 'district', 'city', 'region', 'country')),
  note text,
  withdrawn text,
  version integer not null default 1
) strict;

create table party (
  id integer primary key autoincrement,
  name text not null,
  name_folded text not null,
  code text not null,
  kind text not null check (kind in ('state', 'non-state actor', 'organisation')),
  iso_alpha3 text,
  gwno integer,
  cown integer,
  note text,
  withdrawn text,
  version integer not null default 1
) strict;

create table person (
  id integer primary key autoincrement,
  name text not null,
  name_folded text not null,
  note text,
  withdrawn text,
  version integer not null default 1
) strict;

create table office (
  id integer primary key autoincrement,
  person_id integer not null references person,
  party_id integer references party,
  title text not null,
  held text,
  held_earliest integer,
  held_latest integer,
  withdrawn text,
  version integer not null default 1
) strict;

create table name (
  id integer primary key autoincrement,
  venue_id integer references venue,
  party_id integer references party,
  person_id integer references person,
  name text not null,
  name_folded text not null,
  language text,
  kind text not null check (kind in ('official', 'alias', 'transliteration', 'historical')),
  withdrawn text,
  version integer not null default 1,
  constraint name_of_one check ((venue_id is not null) + (party_id is not null) + (person_id is not null) = 1)
) strict;

create table process (
  id integer primary key autoincrement,
  slug text not null,
  title text not null,
  title_folded text not null,
  summary text,
  conflict_name text,
  date text not null,
  date_earliest integer not null,
  date_latest integer not null,
  status text not null check (status in ('ongoing', 'suspended', 'concluded', 'collapsed')),
  ucdp_conflict_id integer,
  pax_process_id integer,
  withdrawn text,
  version integer not null default 1
) strict;

create table track (
  id integer primary key autoincrement,
  process_id integer not null references process,
  title text not null,
  title_folded text not null,
  level text not null check (level in ('1', '1.5', '2')),
  summary text,
  withdrawn text,
  version integer not null default 1
) strict;

create table issue (
  id integer primary key autoincrement,
  code text not null,
  title text not null,
  parent_id integer references issue,
  pax_code text,
  withdrawn text,
  version integer not null default 1
) strict;

create table round (
  id integer primary key autoincrement,
  track_id integer not null references track,
  ordinal integer,
  ordinal_label text,
  title text not null,
  title_folded text not null,
  date text not null,
  date_earliest integer not null,
  date_latest integer not null,
  planned_start text,
  start_time text,
  start_exactness text check (start_exactness in ('exact', 'about', 'before', 'after')),
  end_time text,
  end_exactness text check (end_exactness in ('exact', 'about', 'before', 'after')),
  zone text,
  duration_minutes integer check (duration_minutes >= 0),
  duration_exactness text check (duration_exactness in ('exact', 'about', 'at least', 'at most', 'more than', 'less than')),
  venue_id integer references venue,
  format text check (format in ('plenary', 'heads only', 'proximity', 'shuttle', 'working group', 'summit', 'telephone', 'video', 'press conference', 'ceremony')),
  status text not null check (status in ('held', 'scheduled', 'postponed', 'rescheduled', 'cancelled')),
  language text,
  summary text,
  result text,
  withdrawn text,
  version integer not null default 1
) strict;

create table session (
  id integer primary key autoincrement,
  round_id integer not null references round,
  position integer not null,
  title text not null,
  date text,
  date_earliest integer,
  date_latest integer,
  start_time text,
  start_exactness text check (start_exactness in ('exact', 'about', 'before', 'after')),
  end_time text,
  end_exactness text check (end_exactness in ('exact', 'about', 'before', 'after')),
  zone text,
  duration_minutes integer check (duration_minutes >= 0),
  duration_exactness text check (duration_exactness in ('exact', 'about', 'at least', 'at most', 'more than', 'less than')),
  venue_id integer references venue,
  format text check (format in ('plenary', 'heads only', 'proximity', 'shuttle', 'working group', 'summit', 'telephone', 'video', 'press conference', 'ceremony')),
  participants text,
  summary text,
  withdrawn text,
  version integer not null default 1
) strict;

create table delegation (
  id integer primary key autoincrement,
  round_id integer not null references round,
  party_id integer not null references party,
  position integer not null,
  size integer,
  mandate text,
  note text,
  withdrawn text,
  version integer not null default 1
) strict;

create table delegate (
  id integer primary key autoincrement,
  delegation_id integer not null references delegation,
  person_id integer not null references person,
  office_id integer references office,
  role text not null check (role in ('head', 'deputy', 'member', 'expert', 'interpreter')),
  position integer not null,
  note text,
  withdrawn text,
  version integer not null default 1
) strict;

create table third_party (
  id integer primary key autoincrement,
  round_id integer not null references round,
  party_id integer references party,
  person_id integer references person,
  office_id integer references office,
  role text not null check (role in ('host', 'chair', 'facilitator', 'mediator', 'guarantor', 'observer', 'witness')),
  note text,
  withdrawn text,
  version integer not null default 1,
  constraint third_party_is_somebody check (party_id is not null or person_id is not null)
) strict;

create table proposal (
  id integer primary key autoincrement,
  process_id integer not null references process,
  title text not null,
  title_folded text not null,
  proposer_id integer references party,
  addressee_id integer references party,
  wording text,
  deadline text,
  deadline_earliest integer,
  deadline_latest integer,
  withdrawn text,
  version integer not null default 1
) strict;

create table proposal_event (
  id integer primary key autoincrement,
  proposal_id integer not null references proposal,
  round_id integer references round,
  verb text not null check (verb in ('made', 'restated', 'amended', 'accepted', 'accepted with conditions', 'rejected', 'deferred', 'withdrawn', 'superseded', 'lapsed')),
  party_id integer references party,
  person_id integer references person,
  date text not null,
  date_earliest integer not null,
  date_latest integer not null,
  wording text,
  withdrawn text,
  version integer not null default 1
) strict;

create table proposal_issue (
  id integer primary key autoincrement,
  proposal_id integer not null references proposal,
  issue_id integer not null references issue,
  withdrawn text,
  version integer not null default 1
) strict;

create table position (
  id integer primary key autoincrement,
  process_id integer not null references process,
  party_id integer not null references party,
  issue_id integer not null references issue,
  round_id integer references round,
  proposal_id integer references proposal,
  date text not null,
  date_earliest integer not null,
  date_latest integer not null,
  stance text not null check (stance in ('demands', 'supports', 'accepts with conditions', 'opposes', 'refuses to discuss', 'silent')),
  wording text,
  withdrawn text,
  version integer not null default 1
) strict;

create table document (
  id integer primary key autoincrement,
  process_id integer not null references process,
  round_id integer references round,
  title text not null,
  title_folded text not null,
  kind text not null check (kind in ('memorandum', 'joint statement', 'communiqué', 'protocol', 'treaty', 'framework', 'declaration', 'plan', 'draft', 'list', 'letter', 'rules', 'other')),
  access text not null check (access in ('published', 'leaked', 'reported only')),
  date text,
  date_earliest integer,
  date_latest integer,
  party_id integer references party,
  note text,
  withdrawn text,
  version integer not null default 1
) strict;

create table outcome (
  id integer primary key autoincrement,
  round_id integer not null references round,
  kind text not null check (kind in ('agreement', 'preliminary agreement', 'understanding', 'statement', 'next meeting', 'extension', 'ceasefire', 'no agreement', 'suspension', 'other')),
  title text not null,
  level text check (level in ('none', 'asserted by one side', 'asserted by host', 'confirmed by both', 'written', 'signed')),
  wording text,
  document_id integer references document,
  withdrawn text,
  version integer not null default 1
) strict;

create table commitment (
  id integer primary key autoincrement,
  outcome_id integer not null references outcome,
  debtor_id integer references party,
  creditor_id integer references party,
  title text not null,
  quantity integer,
  quantity_bound text check (quantity_bound in ('exact', 'about', 'at least', 'at most', 'more than', 'less than')),
  unit text,
  deadline text,
  deadline_earliest integer,
  deadline_latest integer,
  withdrawn text,
  version integer not null default 1
) strict;

create table follow_up (
  id integer primary key autoincrement,
  commitment_id integer not null references commitment,
  date text,
  date_earliest integer,
  date_latest integer,
  reporter_id integer references party,
  title text not null,
  quantity integer,
  quantity_bound text check (quantity_bound in ('exact', 'about', 'at least', 'at most', 'more than', 'less than')),
  implementation text check (implementation in ('0', '1', '2', '3', 'disputed', 'lapsed')),
  note text,
  withdrawn text,
  version integer not null default 1
) strict;

create table claim (
  id integer primary key autoincrement,
  record text not null,
  record_id integer not null,
  field text,
  affirms integer not null check (affirms in (0, 1)),
  value text,
  value_exactness text check (value_exactness in ('exact', 'about', 'at least', 'at most', 'more than', 'less than', 'before', 'after')),
  weekday_printed text check (weekday_printed in ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')),
  certainty text,
  asserter text,
  asserter_party_id integer references party,
  asserter_person_id integer references person,
  asserted text,
  asserted_earliest integer,
  asserted_latest integer,
  source_id integer not null references source,
  quote text,
  locator text,
  credibility text check (credibility in ('1', '2', '3', '4', '5', '6')),
  taken text check (taken in ('corrected', 'retracted')),
  taken_on text,
  taken_on_earliest integer,
  taken_on_latest integer,
  kept text,
  note text,
  withdrawn text,
  version integer not null default 1
) strict;

create table relay (
  id integer primary key autoincrement,
  claim_id integer not null references claim,
  position integer not null,
  name text not null,
  named integer not null check (named in (0, 1)),
  withdrawn text,
  version integer not null default 1
) strict;

create table capture (
  id integer primary key autoincrement,
  source_id integer not null references source,
  captured text,
  captured_earliest integer,
  captured_latest integer,
  text text not null,
  text_sha256 text not null,
  withdrawn text,
  version integer not null default 1
) strict;

create table reading (
  id integer primary key autoincrement,
  record text not null,
  record_id integer not null,
  field text,
  rule text not null check (rule in ('single', 'agreed', 'preferred', 'disputed', 'inference')),
  claim_id integer references claim,
  reason text not null,
  would_settle text,
  decided_by text not null,
  decided text not null,
  decided_earliest integer not null,
  decided_latest integer not null,
  withdrawn text,
  version integer not null default 1
) strict;

-- Two records that turned out to be one: what was number record_id of its kind is number into_id now. A record that another
-- merging brought with it, as a delegate who stood twice in one delegation, points to that one.
create table merger (
  id integer primary key autoincrement,
  record text not null,
  record_id integer not null,
  into_id integer not null,
  parent_id integer references merger,
  reason text not null,
  withdrawn text,
  version integer not null default 1
) strict;
create index merger_by_record on merger (record, record_id);
create index merger_by_survivor on merger (record, into_id);

-- Derived from the claims, in the transaction that changes them; npm run restate makes both tables anew.
-- The status of a field is a function of the day as of which the record is read: one row for each step of it, from
-- since up to but not including until. field '' is the record as a whole; 1000000000 is an end that is open.
create table field_step (
  record text not null,
  record_id integer not null,
  field text not null,
  since integer not null,
  until integer not null,
  status text not null check (status in ('unsourced', 'single', 'agreed', 'disputed', 'inference')),
  origins integer not null,
  sources integer not null,
  claims integer not null,
  round_id integer references round,
  process_id integer references process,
  primary key (record, record_id, field, since)
) strict, without rowid;
create index field_step_by_round on field_step (round_id, status, until, since);
create index field_step_by_status on field_step (status, process_id, record, record_id, field, since, until, round_id);
create index field_step_by_process on field_step (process_id, status, until, since);
-- The day as of which the record is read, open for today. A reader of what was known on an earlier day sees views of its own.
create view as_of as select 1000000000 as day;
-- Fields that were not yet known on that day: none, today.
create view hidden as select record, record_id, field from first_known where 0;
create view field_status as select * from field_step where until = 1000000000;

-- The first day on which a record, or what a field of it says, was known. What has no row was always known.
create table first_known (
  record text not null,
  record_id integer not null,
  field text not null,
  day integer not null,
  primary key (record, record_id, field)
) strict, without rowid;
create index first_known_by_day on first_known (record, field, day, record_id);

-- Rounds that are to be counted anew, in the order of the changes; without one, all. Each program that counts them
-- remembers the last change that it has seen.
create table census_change (
  id integer primary key autoincrement,
  round_id integer references round
) strict;

-- Order of lists, and ways from a record to those that point to it.
create index round_by_date on round (date_earliest, id, date_latest, withdrawn, status, format);
create index round_by_title on round (title_folded, id);
create index round_by_track on round (track_id, date_earliest, id, withdrawn);
create index round_by_venue on round (venue_id, date_earliest, id);
create index session_by_round on session (round_id, position);
create index session_by_venue on session (venue_id, round_id);
create index delegation_by_round on delegation (round_id, position);
create index delegation_by_party on delegation (party_id, round_id);
create index delegate_by_delegation on delegate (delegation_id, position);
create index delegate_by_person on delegate (person_id, delegation_id);
create index third_party_by_round on third_party (round_id);
create index third_party_by_party on third_party (party_id, round_id);
create index third_party_by_person on third_party (person_id, round_id);
create unique index process_by_slug on process (slug);
create index process_by_title on process (title_folded, id, withdrawn);
create index process_by_beginning on process (date_earliest, id);
create index process_by_end on process (date_latest, id);
create index track_by_process on track (process_id, id);
create unique index issue_by_code on issue (code);
create index party_by_name on party (name_folded, id, withdrawn);
-- A text says Russia, Russian or Moscow: the code of the state leads to the party.
create index party_by_iso on party (iso_alpha3) where iso_alpha3 is not null;
create index person_by_name on person (name_folded, id, withdrawn);
create index office_by_person on office (person_id);
create index venue_by_name on venue (name_folded, id, withdrawn);
create index venue_by_country on venue (country);
create index name_by_venue on name (venue_id);
create index name_by_party on name (party_id);
create index name_by_person on name (person_id);
create index name_by_folded on name (name_folded);
create index proposal_by_process on proposal (process_id, id, withdrawn);
create index proposal_by_proposer on proposal (proposer_id);
create index proposal_by_addressee on proposal (addressee_id);
create index proposal_event_by_proposal on proposal_event (proposal_id, date_earliest, id);
create index proposal_event_by_date on proposal_event (date_earliest, id, proposal_id, withdrawn);
create index proposal_event_by_round on proposal_event (round_id, proposal_id);
create index proposal_event_by_person on proposal_event (person_id);
create unique index proposal_issue_once on proposal_issue (proposal_id, issue_id);
create index proposal_issue_by_issue on proposal_issue (issue_id);
create index position_by_process on position (process_id, issue_id, date_earliest, id);
create index position_by_issue on position (issue_id, party_id, date_earliest, id);
create index position_by_issue_date on position (issue_id, date_earliest, id);
create index position_by_round on position (round_id);
create index position_by_proposal on position (proposal_id) where proposal_id is not null;
create index document_by_round on document (round_id);
create index document_by_process on document (process_id);
create index outcome_by_round on outcome (round_id);
create index commitment_by_outcome on commitment (outcome_id);
create index follow_up_by_commitment on follow_up (commitment_id, date_earliest);
create index source_by_publisher on source (publisher, id, withdrawn);
create index source_by_url on source (url);
create index source_by_version on source (version_of_id) where version_of_id is not null;
create index source_by_republished on source (republishes_id) where republishes_id is not null;
create index claim_by_record on claim (record, record_id, field);
create index claim_by_source on claim (source_id, record, record_id);
create index relay_by_claim on relay (claim_id, position);
create unique index capture_once on capture (source_id);
create index reading_by_record on reading (record, record_id, field);
create index reading_by_claim on reading (claim_id) where claim_id is not null;

-- Who points to whom, for the one question of what follows when something is called otherwise or merged. No page looks up by these.
create index renaming_claim_by_field on claim (field, withdrawn, value, record, record_id)
  where field in ('person_id', 'party_id', 'proposer_id', 'addressee_id', 'debtor_id', 'creditor_id', 'reporter_id', 'venue_id');
create index renaming_delegate_by_office on delegate (office_id) where office_id is not null;
create index renaming_third_party_by_office on third_party (office_id) where office_id is not null;
create index renaming_office_by_party on office (party_id) where party_id is not null;
create index renaming_proposal_event_by_party on proposal_event (party_id) where party_id is not null;
create index renaming_position_by_party on position (party_id);
create index renaming_document_by_party on document (party_id) where party_id is not null;
create index renaming_commitment_by_debtor on commitment (debtor_id) where debtor_id is not null;
create index renaming_commitment_by_creditor on commitment (creditor_id) where creditor_id is not null;
create index renaming_follow_up_by_reporter on follow_up (reporter_id) where reporter_id is not null;
create index renaming_claim_by_party on claim (asserter_party_id) where asserter_party_id is not null;
create index renaming_claim_by_person on claim (asserter_person_id) where asserter_person_id is not null;
create index renaming_issue_by_parent on issue (parent_id) where parent_id is not null;
create index renaming_outcome_by_document on outcome (document_id) where document_id is not null;
create index renaming_merger_by_parent on merger (parent_id) where parent_id is not null;

-- The desk's watch. What two records have in common is derived in the transaction that changes either: likeness holds
-- what each standing record is known by, lookalike which pairs may be one, unlike what an editor said of a pair for good.
create table likeness (
  record text not null,
  record_id integer not null,
  rule text not null,
  key text not null,
  told text not null,
  primary key (record, rule, key, record_id, told)
) strict, without rowid;
create index likeness_by_record on likeness (record, record_id);
create table lookalike (
  record text not null,
  one integer not null,
  other integer not null check (one < other),
  rule text not null,
  primary key (record, one, other)
) strict, without rowid;
create index lookalike_by_other on lookalike (record, other);
create table unlike (
  record text not null,
  one integer not null,
  other integer not null check (one < other),
  at text not null,
  account_id integer references account,
  who text not null,
  why text not null,
  primary key (record, other, one)
) strict, without rowid;
create trigger unlike_stays before update on unlike begin select raise(abort, 'what an editor told apart stays apart'); end;
create trigger unlike_remains before delete on unlike begin select raise(abort, 'what an editor told apart stays apart'); end;
-- One row for each time that files were read into the record.
create table import_run (
  id integer primary key autoincrement,
  started text not null,
  who text not null,
  files text not null check (json_valid(files)),
  counts text not null check (json_valid(counts))
) strict;
-- Clocks run to today alone, so the past need not look up by these.
create index desk_proposal_by_deadline on proposal (deadline_latest, id) where deadline_latest is not null;
create index desk_commitment_by_deadline on commitment (deadline_latest, id) where deadline_latest is not null;

-- How the forms of the desk find a record that is typed by its name, and whoever points to one that is to be withdrawn.
create index called_track on track (title_folded);
create index called_proposal on proposal (title_folded);
create index called_document on document (title_folded);
create index called_outcome on outcome (title);
create index called_commitment on commitment (title);
create index party_by_code on party (code);
create index office_by_title on office (title, withdrawn);

-- A claim or a reading points to a record of any kind, which a foreign key cannot say.
create trigger claim_needs_record before insert on claim
when not case new.record
  when 'source' then exists (select 1 from source where id = new.record_id)
  when 'venue' then exists (select 1 from venue where id = new.record_id)
  when 'party' then exists (select 1 from party where id = new.record_id)
  when 'person' then exists (select 1 from person where id = new.record_id)
  when 'office' then exists (select 1 from office where id = new.record_id)
  when 'name' then exists (select 1 from name where id = new.record_id)
  when 'process' then exists (select 1 from process where id = new.record_id)
  when 'track' then exists (select 1 from track where id = new.record_id)
  when 'issue' then exists (select 1 from issue where id = new.record_id)
  when 'round' then exists (select 1 from round where id = new.record_id)
  when 'session' then exists (select 1 from session where id = new.record_id)
  when 'delegation' then exists (select 1 from delegation where id = new.record_id)
  when 'delegate' then exists (select 1 from delegate where id = new.record_id)
  when 'third_party' then exists (select 1 from third_party where id = new.record_id)
  when 'proposal' then exists (select 1 from proposal where id = new.record_id)
  when 'proposal_event' then exists (select 1 from proposal_event where id = new.record_id)
  when 'proposal_issue' then exists (select 1 from proposal_issue where id = new.record_id)
  when 'position' then exists (select 1 from position where id = new.record_id)
  when 'document' then exists (select 1 from document where id = new.record_id)
  when 'outcome' then exists (select 1 from outcome where id = new.record_id)
  when 'commitment' then exists (select 1 from commitment where id = new.record_id)
  when 'follow_up' then exists (select 1 from follow_up where id = new.record_id)
  else 0 end
begin
  select raise(abort, 'claim_needs_record');
end;

create trigger reading_needs_record before insert on reading
when not case new.record
  when 'source' then exists (select 1 from source where id = new.record_id)
  when 'venue' then exists (select 1 from venue where id = new.record_id)
  when 'party' then exists (select 1 from party where id = new.record_id)
  when 'person' then exists (select 1 from person where id = new.record_id)
  when 'office' then exists (select 1 from office where id = new.record_id)
  when 'name' then exists (select 1 from name where id = new.record_id)
  when 'process' then exists (select 1 from process where id = new.record_id)
  when 'track' then exists (select 1 from track where id = new.record_id)
  when 'issue' then exists (select 1 from issue where id = new.record_id)
  when 'round' then exists (select 1 from round where id = new.record_id)
  when 'session' then exists (select 1 from session where id = new.record_id)
  when 'delegation' then exists (select 1 from delegation where id = new.record_id)
  when 'delegate' then exists (select 1 from delegate where id = new.record_id)
  when 'third_party' then exists (select 1 from third_party where id = new.record_id)
  when 'proposal' then exists (select 1 from proposal where id = new.record_id)
  when 'proposal_event' then exists (select 1 from proposal_event where id = new.record_id)
  when 'proposal_issue' then exists (select 1 from proposal_issue where id = new.record_id)
  when 'position' then exists (select 1 from position where id = new.record_id)
  when 'document' then exists (select 1 from document where id = new.record_id)
  when 'outcome' then exists (select 1 from outcome where id = new.record_id)
  when 'commitment' then exists (select 1 from commitment where id = new.record_id)
  when 'follow_up' then exists (select 1 from follow_up where id = new.record_id)
  else 0 end
begin
  select raise(abort, 'reading_needs_record');
end;

create trigger merger_needs_record before insert on merger
when not case new.record
  when 'source' then (select count(*) from source where id in (new.record_id, new.into_id)) = 2
  when 'venue' then (select count(*) from venue where id in (new.record_id, new.into_id)) = 2
  when 'party' then (select count(*) from party where id in (new.record_id, new.into_id)) = 2
  when 'person' then (select count(*) from person where id in (new.record_id, new.into_id)) = 2
  when 'office' then (select count(*) from office where id in (new.record_id, new.into_id)) = 2
  when 'name' then (select count(*) from name where id in (new.record_id, new.into_id)) = 2
  when 'process' then (select count(*) from process where id in (new.record_id, new.into_id)) = 2
  when 'track' then (select count(*) from track where id in (new.record_id, new.into_id)) = 2
  when 'issue' then (select count(*) from issue where id in (new.record_id, new.into_id)) = 2
  when 'round' then (select count(*) from round where id in (new.record_id, new.into_id)) = 2
  when 'session' then (select count(*) from session where id in (new.record_id, new.into_id)) = 2
  when 'delegation' then (select count(*) from delegation where id in (new.record_id, new.into_id)) = 2
  when 'delegate' then (select count(*) from delegate where id in (new.record_id, new.into_id)) = 2
  when 'third_party' then (select count(*) from third_party where id in (new.record_id, new.into_id)) = 2
  when 'proposal' then (select count(*) from proposal where id in (new.record_id, new.into_id)) = 2
  when 'proposal_event' then (select count(*) from proposal_event where id in (new.record_id, new.into_id)) = 2
  when 'proposal_issue' then (select count(*) from proposal_issue where id in (new.record_id, new.into_id)) = 2
  when 'position' then (select count(*) from position where id in (new.record_id, new.into_id)) = 2
  when 'document' then (select count(*) from document where id in (new.record_id, new.into_id)) = 2
  when 'outcome' then (select count(*) from outcome where id in (new.record_id, new.into_id)) = 2
  when 'commitment' then (select count(*) from commitment where id in (new.record_id, new.into_id)) = 2
  when 'follow_up' then (select count(*) from follow_up where id in (new.record_id, new.into_id)) = 2
  else 0 end
begin
  select raise(abort, 'merger_needs_record');
end;

-- Folded words of a round, of its people and of its places; rowid is the round's id.
-- What each record is found by: folded words of its names, of its texts, and marks of what belongs to it ("venue5"). Derived in the
-- transaction that changes it. A row is the record's number and, above 2^53, the number of its kind. The words come folded and
-- parted by blanks, so that every letter beyond ASCII is one; the texts themselves are not kept twice.
create virtual table search using fts5 (name, words, marks, content = '', contentless_delete = 1, prefix = '2 3 4 5 6', tokenize = 'ascii');
-- The same of quotes and of the texts of sources, which are many.
create virtual table search_quote using fts5 (name, words, marks, content = '', contentless_delete = 1, prefix = '3 4 5', tokenize = 'ascii');
create virtual table search_word using fts5vocab (search, col);
create virtual table search_quote_word using fts5vocab (search_quote, col);
-- Each word that was ever indexed, by itself and by what is left of it without one of its letters: so a typo leads to its word, and
-- the beginning of a long word to those that begin so.
create table spelling (
  rest text not null,
  word text not null,
  primary key (rest, word)
) strict, without rowid;

-- By what names a record is found as one types: one row for each word that a name may begin at, the folded name from there to
-- its end. Derived from the names in the transaction that changes them.
create table called (
  record text not null check (record in ('source', 'venue', 'party', 'person', 'office', 'track')),
  is_inner integer not null check (is_inner in (0, 1)),
  tail text not null,
  record_id integer not null,
  primary key (record, is_inner, tail, record_id)
) strict, without rowid;
create index called_by_record on called (record, record_id);

-- People who sign in, what they hold, and the trail of it. Moments that are compared are milliseconds since 1970.
create table account (
  id integer primary key autoincrement,
  name text not null,
  name_folded text not null unique,
  role text not null check (role in ('analyst', 'editor', 'administrator')),
  -- Null until its holder chooses one by a one-time link.
  password_hash text,
  disabled integer not null default 0 check (disabled in (0, 1)),
  created text not null,
  last_sign_in text
) strict;
create index account_by_role on account (role, disabled);

-- A one-time link by which somebody chooses a password. All keys here are hashes: a stolen copy of the file opens no door.
create table invitation (
  id integer primary key autoincrement,
  key_hash text not null unique,
  account_id integer not null references account,
  invited_by text not null,
  expires integer not null,
  ending text check (ending in ('used', 'withdrawn'))
) strict;
create unique index invitation_open on invitation (account_id) where ending is null;

-- A browser's sign-in. "seen" is written at most once in five minutes.
create table sign_in (
  key_hash text primary key,
  account_id integer references account on delete cascade,
  content text not null,
  expires integer not null,
  created integer not null,
  seen integer not null,
  agent text not null
) strict, without rowid;
create index sign_in_by_account on sign_in (account_id, created);
create index sign_in_by_expiry on sign_in (expires);

-- What a program shows instead of a sign-in.
create table token (
  id integer primary key autoincrement,
  account_id integer not null references account,
  label text not null,
  scope text not null check (scope in ('read', 'write')),
  key_hash text not null unique,
  created integer not null,
  expires integer,
  seen integer,
  revoked integer
) strict;
create index token_by_account on token (account_id, id) where revoked is null;

-- Lists with their filters that somebody wants to come back to. No part of the record.
create table saved_view (
  id integer primary key autoincrement,
  account_id integer not null references account,
  name text not null,
  path text not null,
  created text not null,
  unique (account_id, name)
) strict;
create index saved_view_by_account on saved_view (account_id, id);

-- Signing in and out, refusals, changes to accounts.
create table audit (
  id integer primary key autoincrement,
  at text not null,
  who text not null,
  event text not null,
  detail text
) strict;
create index audit_by_who on audit (who, id);
create index audit_by_event on audit (event, id);
create index audit_by_both on audit (who, event, id);

create table revision (
  id integer primary key autoincrement,
  at text not null,
  account_id integer references account,
  who text not null,
  published_by text,
  action text not null check (action in ('created', 'changed', 'withdrawn', 'restored')),
  record text not null,
  record_id integer not null,
  reason text,
  before text check (json_valid(before)),
  after text check (json_valid(after))
) strict;
create index revision_by_record on revision (record, record_id, id);

-- One save: the revisions of one transaction, from id to last. Only one writes at a time, so they stand side by side, and the log
-- itself needs no mark. Derived in that transaction, so that a page of changes reads a line for a run of a million rows.
create table saving (
  id integer primary key references revision,
  last integer not null references revision,
  at text not null,
  account_id integer references account,
  who text not null,
  published_by text
) strict;
create index saving_by_who on saving (who, id);
-- What it did, to how many records of which kind, and in which process.
create table saving_part (
  saving_id integer not null references saving on delete cascade,
  record text not null,
  action text not null,
  process_id integer references process,
  count integer not null
) strict;
create index saving_part_by_saving on saving_part (saving_id);
create index saving_part_by_record on saving_part (record, saving_id);
create index saving_part_by_process on saving_part (process_id, saving_id, record) where process_id is not null;

-- A form that was sent once answers again with what it made.
create table submission (
  token text primary key,
  account_id integer not null references account,
  record text not null,
  record_id integer not null,
  leads_to text not null
) strict, without rowid;

-- What an analyst typed into a form: kept while it is typed, handed in, sent back, published. Until then none of it is in the record.
create table draft (
  id integer primary key autoincrement,
  token text not null unique,
  account_id integer not null references account,
  address text not null,
  title text not null,
  typed text not null check (json_valid(typed)),
  base text not null check (json_valid(base)),
  version integer not null,
  state text not null check (state in ('draft', 'submitted', 'sent back', 'published')),
  changed text not null,
  leads_to text
) strict;
create index draft_by_account on draft (account_id, state, id);
create index draft_by_state on draft (state, id);

create table draft_step (
  id integer primary key autoincrement,
  draft_id integer not null references draft on delete cascade,
  at text not null,
  who text not null,
  step text not null check (step in ('submitted', 'taken back', 'sent back', 'published')),
  remark text
) strict;
create index draft_step_by_draft on draft_step (draft_id, id);

-- Texts that analysts pasted to take rounds from; a text goes into the record with the first round that cites it.
create table intake (
  id integer primary key autoincrement,
  account_id integer not null references account,
  made text not null,
  publisher text not null,
  title text,
  url text,
  published text,
  kind text not null,
  reference text,
  article text not null check (json_valid(article)),
  text_sha256 text not null
) strict;
create index intake_by_account on intake (account_id, id);

-- Processes whose analysts publish without a second reader.
create table unreviewed (process_id integer primary key references process) strict;

create trigger revision_stays before update on revision begin select raise(abort, 'history is append-only'); end;
create trigger revision_remains before delete on revision begin select raise(abort, 'history is append-only'); end;
create trigger audit_stays before update on audit begin select raise(abort, 'the audit trail is append-only'); end;
create trigger audit_remains before delete on audit begin select raise(abort, 'the audit trail is append-only'); end;
-- "insert or replace" removes a row without the triggers above.
create trigger revision_once before insert on revision when exists (select 1 from revision where id = new.id)
begin select raise(abort, 'history is append-only'); end;
create trigger audit_once before insert on audit when exists (select 1 from audit where id = new.id)
begin select raise(abort, 'the audit trail is append-only'); end;
