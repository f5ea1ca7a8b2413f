/** What the paper is called; a name that says SOP itself is not given another. */
export const sopTitle = (name: string): string => (/^sop\b/iu.test(name) ? name : `SOP ${name}`);
