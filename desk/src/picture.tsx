// The picture of what is open. The one before stays until the next is there, and what was done with it is kept.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Engine, Refusal } from "./engine";
import "./picture.css";
import type { Kept } from "./picture/kept";
import { type Acts, LivePicture } from "./picture/live";

export interface Shown {
  /** The ids of bodies to light and bring into view. */
  bodies: string[];
}

export interface PictureProps extends Acts {
  engine: Pick<Engine, "picture">;
  /** That of the state which is to be seen. */
  revision: number;
  /** The body whose details are open. */
  chosen?: string | null;
  /** Bodies to show, as a new object each time. */
  shown?: Shown | null;
}

/** What was done with the last picture, for when somebody comes back to it from the tables. */
let kept: Kept | null = null;
/** What was shown last: a picture that is drawn anew does not jump there again. */
let shownLast: Shown | null = null;

const WAITING = "The picture is being drawn.";

/** The diagram of the board-pack page, drawn anew wherever the state is another. */
export function Picture(props: PictureProps) {
  const place = useRef<HTMLDivElement>(null);
  const live = useRef<LivePicture | null>(null);
  const latest = useRef(props);
  const isDrawing = useRef(false);
  const [words, setWords] = useState<string[]>([WAITING]);
  latest.current = props;

  const put = async (): Promise<void> => {
    const picture = await props.engine.picture();
    if (!place.current) return;
    kept = live.current?.kept() ?? kept;
    live.current = new LivePicture(place.current, picture, () => latest.current, kept);
    if (latest.current.chosen !== undefined) live.current.choose(latest.current.chosen);
    show();
  };

  const show = (): void => {
    const { shown } = latest.current;
    if (!shown || shown === shownLast || !live.current) return;
    shownLast = shown;
    live.current.light(shown.bodies);
  };

  // What changes while a picture is drawn is drawn once, at the end.
  const drawLatest = async (): Promise<void> => {
    if (isDrawing.current) return;
    isDrawing.current = true;
    let revision: number;
    do {
      revision = latest.current.revision;
      setWords([WAITING]);
      try {
        await put();
        setWords([]);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        setWords(error.sentences);
      }
    } while (place.current && revision !== latest.current.revision);
    isDrawing.current = false;
  };

  useEffect(() => { void drawLatest(); }, [props.revision]);
  useEffect(() => { if (props.chosen !== undefined) live.current?.choose(props.chosen); }, [props.chosen]);
  useEffect(show, [props.shown]);
  useLayoutEffect(() => () => { kept = live.current?.kept() ?? kept; }, []); // while it still stands in the page

  return (
    <div class={`desk-picture${words.length ? " desk-is-old" : ""}`}>
      <div class="desk-picture-words" role="status">{words.map((sentence) => <p key={sentence}>{sentence}</p>)}</div>
      <div ref={place} class="desk-picture-place" />
    </div>
  );
}
