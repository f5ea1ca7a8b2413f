/** Who waits for news of which office, on this node. */
export type News = ReturnType<typeof createNews>;

export function createNews() {
  const listeners = new Map<string, Set<() => void>>();
  return {
    wake(office: string): void {
      for (const listener of [...(listeners.get(office) ?? [])]) listener();
    },
    /** After a time in which news may have been missed. */
    wakeAll(): void {
      for (const ofOffice of [...listeners.values()]) for (const one of [...ofOffice]) one();
    },
    on(office: string, listener: () => void): () => void {
      const ofOffice = listeners.get(office) ?? new Set();
      listeners.set(office, ofOffice.add(listener));
      return () => {
        ofOffice.delete(listener);
        if (ofOffice.size === 0 && listeners.get(office) === ofOffice) listeners.delete(office);
      };
    },
  };
}
