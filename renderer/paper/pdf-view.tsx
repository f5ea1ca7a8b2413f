import { useEffect, useRef, useState } from "react";
import { createLayout, type PagePlace, type Pages } from "./draw-pages.ts";

/** Pages this close to what is in view, in CSS pixels, are drawn already. */
const NEAR = "800px";

/** The pages of a PDF as they will print; the former ones stay until the new are there. */
export function PdfView({ pdf }: { pdf: string }) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<Shown | null>(null);
  const [layout] = useState(createLayout);

  useEffect(() => {
    const target = place.current;
    if (target === null) return undefined;
    let current = true;
    const draw = async (): Promise<void> => {
      const pages = await layout.pages(pdf, target.clientWidth - 2);
      const seen = shown.current?.seen() ?? [];
      await Promise.all(
        pages.places
          .filter((_, at) => (seen.length === 0 ? at === 0 : seen.includes(at)))
          .map(fill),
      );
      if (!current) {
        pages.close();
        return;
      }
      shown.current?.close();
      target.replaceChildren(...pages.places.map((one) => one.element));
      shown.current = watch(pages, target.parentElement);
    };
    draw().catch((error: unknown) => {
      // A paper that was closed while it was being read is no longer needed.
      if (current) throw error;
    });
    return () => {
      current = false;
    };
  }, [layout, pdf]);
  useEffect(
    () => () => {
      shown.current?.close();
      layout.close();
    },
    [layout],
  );

  return <div ref={place} className="pdf-pages" />;
}

const fill = (place: PagePlace): Promise<void> => place.fill();

/** `seen`: which pages, from 0, are in view or near it now. */
type Shown = { seen(): number[]; close(): void };

/** Fills pages as they come near in what scrolls them, and empties those that left. */
function watch({ places, close }: Pages, scroller: HTMLElement | null): Shown {
  const near = new Set<number>();
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const at = places.findIndex((place) => place.element === target);
        if (isIntersecting) {
          near.add(at);
          void places[at]?.fill();
        } else {
          near.delete(at);
          places[at]?.clear();
        }
      }
    },
    { root: scroller, rootMargin: NEAR },
  );
  for (const place of places) watcher.observe(place.element);
  return {
    seen: () => [...near],
    close: () => {
      watcher.disconnect();
      close();
    },
  };
}
