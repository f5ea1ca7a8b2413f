/** What comes in by thousands is shown at once; the search takes it up behind. */
export const searchDue = `
-- Requests shown already whose words the search has still to take up.
CREATE TABLE search_due (
  request TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
`;
