import { randomBytes } from "node:crypto";

/** 128 random bits in hexadecimal digits. */
export const newId = (): string => randomBytes(16).toString("hex");
