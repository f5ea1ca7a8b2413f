import { useEffect, useState } from "react";

/** The value once it has stayed the same for `settle` milliseconds. */
export function useSettled<T>(value: T, settle: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settle);
    return () => clearTimeout(timer);
  }, [value, settle]);
  return settled;
}
