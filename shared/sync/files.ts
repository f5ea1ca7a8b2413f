/** Most that one file may hold, in bytes; the same on a PC and on the portal. */
export const MAX_FILE_BYTES = 200 * 1024 * 1024;
