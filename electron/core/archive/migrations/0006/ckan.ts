/** The open data portal's catalogue, and what is on its way there from this PC. */
export const ckan = `
-- One value a key: settings, what the portal said of itself, how far the catalogue was read.
CREATE TABLE ckan_fact (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- The catalogue as it was read last. A cache: it can be read again at any time.
CREATE TABLE ckan_dataset (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  organization TEXT NOT NULL,
  -- |CSV|XLSX|
  formats TEXT NOT NULL,
  modified TEXT NOT NULL,
  -- Notes, licence, tags, resources.
  detail TEXT NOT NULL
) STRICT;
CREATE INDEX ckan_dataset_name ON ckan_dataset (name);
CREATE INDEX ckan_dataset_modified ON ckan_dataset (modified DESC, id);
CREATE VIRTUAL TABLE ckan_text USING fts5 (
  title, body, stems,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
-- What this PC still has to do on the portal.
CREATE TABLE ckan_job (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  request TEXT NOT NULL,
  actor TEXT NOT NULL,
  -- Title for the list, and what is to be done; a publication itself stands in its event.
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  -- Id of the dataset on the portal, once there is one.
  remote TEXT,
  added TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  -- ISO instant before which it is not tried again; null for at once.
  next TEXT,
  -- It waits for a person.
  stopped INTEGER NOT NULL DEFAULT 0,
  failure TEXT
) STRICT;
-- Requests on the portal's own page, as they were read last.
CREATE TABLE ckan_request (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  organization TEXT NOT NULL,
  -- Empty once it is taken over or closed.
  asker TEXT NOT NULL,
  opened TEXT NOT NULL,
  closed INTEGER NOT NULL,
  round INTEGER NOT NULL
) STRICT;
`;

/** Tables that the portal is asked for anew at any time; what changes in them is lost to nobody. */
export const READ_ANEW = ["ckan_dataset", "ckan_request"];
