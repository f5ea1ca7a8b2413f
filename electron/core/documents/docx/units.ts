/** Word counts lengths in twips (twentieths of a point), letters in half points. */

export const twips = (points: number): number => Math.round(points * 20);

export const halfPoints = (points: number): number => Math.round(points * 2);

/** Line height as Word counts it: 240 is the font's own. */
export const lines = (multiple: number): number => Math.round(multiple * 240);

/** Pictures are measured in pixels, 96 to the inch. */
export const pixels = (points: number): number => (points * 96) / 72;
