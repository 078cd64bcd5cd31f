/** The right column: what is wrong with what is open, what changed, and what the file leaves open. */
import { useRef } from "preact/hooks";
import { openIn } from "../confirm/groups";
import type { Verdict } from "../protocol";
import "../verdict.css";
import { type Deeds, useDeeds, type VerdictProps } from "./deeds";
import { Facts } from "./facts";
import { Faults, Folded } from "./faults";
import { useKeptFocus } from "./focus";
import { OutcomeLine } from "./outcome";
import { Questions } from "./questions";
import { isCompared, nothingYet, sinceOpened, unreadable } from "./said";

/** Nothing where nothing is open; while something cannot be read, that alone, and no verdict. */
export function VerdictPart(props: VerdictProps) {
  const { state } = props;
  const panel = useRef<HTMLElement>(null);
  const headline = useRef<HTMLHeadingElement>(null);
  const { deeds, outcome } = useDeeds(props);
  useKeptFocus(panel, headline);
  if (state.kind === "nothing") return null;
  const verdict = state.faults.length > 0 ? null : state.verdict;
  return (
    <section class="verdict" ref={panel} aria-labelledby="verdict-headline">
      <h2 id="verdict-headline" tabIndex={-1} ref={headline}>
        {state.faults.length > 0 ? unreadable(state) : (verdict?.headline ?? nothingYet(state))}
      </h2>
      <Unconfirmed open={openIn(state.draft)} toConfirm={props.toConfirm} />
      <OutcomeLine outcome={outcome} revision={state.revision} undo={() => void props.undo()} />
      {state.faults.length > 0 && <Faults faults={state.faults} goTo={props.goTo} />}
      {verdict !== null && <Found verdict={verdict} deeds={deeds} />}
      <Folded title="How the file was read" sentences={state.notices} />
      {verdict !== null && <Folded title="What could not be checked" sentences={verdict.not_checked} />}
    </section>
  );
}

/** That a verdict is on what is confirmed alone. */
function Unconfirmed({ open, toConfirm }: { open: number; toConfirm: () => void }) {
  if (open === 0) return null;
  return (
    <p class="unconfirmed">
      {open === 1 ? "One proposal is" : `${open} proposals are`} not confirmed yet, and left out of this.{" "}
      <button type="button" onClick={toConfirm}>
        Go to confirm
      </button>
    </p>
  );
}

function Found({ verdict, deeds }: { verdict: Verdict; deeds: Deeds }) {
  return (
    <>
      {isCompared(verdict) && <p class="since">{sinceOpened(verdict)}</p>}
      <p class="rule">{verdict.about}</p>
      <Facts verdict={verdict} deeds={deeds} />
      <Questions verdict={verdict} deeds={deeds} />
    </>
  );
}
