/** Changes that can be tried from where they are spoken of. */
import { useState } from "preact/hooks";
import type { Edit, WhatIf } from "../protocol";
import { type Deeds, Refused } from "./deeds";

/** So many stand as buttons; the others are folded. */
const SHOWN = 2;

interface Props {
  whatIfs: readonly WhatIf[];
  deeds: Deeds;
}

/** A button for each change; a body that somebody wants to remove is chosen elsewhere. */
export function WhatIfs({ whatIfs, deeds }: Props) {
  const [refused, setRefused] = useState<readonly string[]>([]);
  const offered = whatIfs.filter(({ edit }) => edit.do !== "remove");
  const attempt = async (whatIf: WhatIf): Promise<void> => setRefused(await deeds.attempt(whatIf.edit, doneBy(whatIf)));
  const buttons = offered.map((whatIf) => (
    <button type="button" key={keyOf(whatIf.edit)} onClick={() => void attempt(whatIf)}>
      {whatIf.label}
    </button>
  ));
  const shown = buttons.length === SHOWN + 1 ? buttons.length : SHOWN; // a fold for one saves no room
  return (
    <>
      {buttons.slice(0, shown)}
      {buttons.length > shown && (
        <details>
          <summary>More to try ({buttons.length - shown})</summary>
          <div class="acts">{buttons.slice(shown)}</div>
        </details>
      )}
      {refused.length > 0 && <Refused sentences={refused} />}
    </>
  );
}

/** What was done, in words: `You proposed a seat for parent carers on the Board.` */
function doneBy({ label }: WhatIf): string {
  const done = label.replace(/^Give (.+?) a seat on /, "You proposed a seat for $1 on ");
  return done === label ? `You tried this: ${label}.` : `${done}.`;
}

function keyOf(edit: Edit): string {
  return JSON.stringify(edit);
}
