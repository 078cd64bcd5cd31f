// Which proposals a person has had before their eyes: nobody confirms a whole body unread.
import { useEffect } from "preact/hooks";
import type { RefObject } from "preact";

/** Notes the rows of which the end has been on the screen, and calls `noted` when there are more of them. */
export function useSeen(within: RefObject<HTMLElement | null>, seen: Set<number>, noted: () => void): void {
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      const before = seen.size;
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) seen.add(Number((target as HTMLElement).dataset["end"]));
      }
      if (seen.size > before) noted();
    });
    for (const end of within.current?.querySelectorAll("[data-end]") ?? []) observer.observe(end);
    return () => observer.disconnect();
  });
}
