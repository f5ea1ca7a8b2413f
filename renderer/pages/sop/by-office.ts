/** What belongs to one office, offices and their things in the order of the alphabet. */
export type OfficeGroup<T> = { office: string; items: T[] };

export function byOffice<T extends { office: string; name: string }>(
  items: readonly T[],
): OfficeGroup<T>[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.office) ?? [];
    group.push(item);
    groups.set(item.office, group);
  }
  const inOrder = (a: string, b: string): number => a.localeCompare(b, "id", { numeric: true });
  return [...groups]
    .map(([office, all]) => ({ office, items: all.toSorted((a, b) => inOrder(a.name, b.name)) }))
    .toSorted((a, b) => inOrder(a.office, b.office));
}
