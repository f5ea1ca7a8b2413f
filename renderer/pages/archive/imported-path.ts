/** The page of a request of another office. */
export const importedPath = (id: string): string => `/arsip/kantor-lain/${encodeURIComponent(id)}`;
