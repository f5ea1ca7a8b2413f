import { z } from "zod";
import { ZONES } from "#shared/time/zone.ts";

/** What the public may see of an office: its own kop, as its latest saved profile says. */
export const profileSchema = z.object({
  government: z.string().catch(""),
  name: z.string().catch(""),
  address: z.string().catch(""),
  phone: z.string().catch(""),
  email: z.string().catch(""),
  website: z.string().catch(""),
  zone: z.enum(ZONES).catch("WIB"),
  /** Where and how to object, in the office's words. */
  objection: z.string().catch(""),
  logo: z
    .string()
    .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/)
    .catch(""),
});
export type OfficeProfile = z.infer<typeof profileSchema>;

export type OfficeCard = Omit<OfficeProfile, "logo"> & {
  id: string;
  /** Address of its picture on this portal; null for none. */
  logo: string | null;
};

/** `name` is what the portal's operator calls it, until the office has said its own. */
export function officeCard(id: string, name: string, profile: OfficeProfile | null): OfficeCard {
  const { logo, ...said } = profile ?? profileSchema.parse({});
  return {
    ...said,
    id,
    name: said.name.trim() === "" ? name : said.name,
    logo: logo === "" ? null : `/kantor/${encodeURIComponent(id)}/lambang`,
  };
}
