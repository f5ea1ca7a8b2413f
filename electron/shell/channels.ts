/** Names of the lines between preload and main. */
export const CALL = "lajur:call";
export const MESSAGE = "lajur:message";
export const SAVE_FILE = "lajur:save-file";
export const PRINT = "lajur:print";
