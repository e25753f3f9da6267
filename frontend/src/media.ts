/** What the window is like, for what style alone cannot do. The widths are those of page.css. */
import { useEffect, useState } from "preact/hooks";

/** The filters are a drawer. */
export const DRAWER = "(max-width: 1100px)";
/** An open quote covers all else. */
export const SINGLE = "(max-width: 760px)";

export function useMedia(query: string): boolean {
  const [fits, setFits] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const change = () => setFits(list.matches);
    list.addEventListener("change", change);
    return () => list.removeEventListener("change", change);
  }, [query]);
  return fits;
}

/** Whether the page is being printed: what is out of sight must then be there. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => setPrinting(true);
    const after = () => setPrinting(false);
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, []);
  return printing;
}
