import { type RefObject, useEffect, useLayoutEffect, useMemo, useState } from "react";
import type { Measure } from "#shared/sheet/types.ts";
import { createMeasure, SHEET_FONT } from "./measure.ts";

/** Inner width of an element in CSS px, kept up to date; null before the first look. */
export function useWidth(element: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const seen = element.current;
    if (seen === null) return;
    const look = () => setWidth(seen.clientWidth);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(seen);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** A measure that is made anew when the sheet's fonts have arrived. */
export function useMeasure(): Measure {
  const [loaded, setLoaded] = useState(0);
  useEffect(() => {
    let here = true;
    const fonts = [400, 600].map((weight) => document.fonts.load(`${weight} 12px ${SHEET_FONT}`));
    void Promise.allSettled(fonts).then((results) => {
      const arrived = results.some((one) => one.status === "fulfilled" && one.value.length > 0);
      if (here && arrived) setLoaded((count) => count + 1);
    });
    return () => {
      here = false;
    };
  }, []);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- a font that arrived changes widths
  return useMemo(() => createMeasure(), [loaded]);
}
