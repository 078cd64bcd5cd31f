/** What documents seem to say, to be confirmed: body by body, each proposal beside the sentence that says so. */
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import "../confirm.css";
import type { Act } from "../acts";
import type { Draft, Fault, Table } from "../protocol";
import { GroupPart } from "./group";
import { countsOf, groupsOf, rowsIn, type Counts, type Filter, type Show } from "./groups";
import { useSeen } from "./seen";

/** So many proposals are drawn at first, and so many more each time. */
const AT_ONCE = 150;
const SHOWN: readonly (readonly [Show, string])[] = [
  ["all", "all of them"],
  ["open", "those to go"],
  ["yes", "those confirmed"],
  ["no", "those answered no"],
];

export interface ConfirmProps {
  draft: Draft;
  tables: readonly Table[];
  faults: readonly Fault[];
  /** The row to go to; another object each time. */
  place: { section: string; row: number } | null;
  /** The rows that have been on the screen since the file was opened. */
  seen: Set<number>;
  act: Act;
}

export function Confirm(props: ConfirmProps): JSX.Element {
  const { draft, tables, place, seen, act } = props;
  const root = useRef<HTMLElement>(null);
  const [filter, setFilter] = useState<Filter>({ about: "", document: "", show: "all" });
  const [most, setMost] = useState(AT_ONCE);
  const [, again] = useState({});
  const [current, setCurrent] = useState<number | null>(null);
  const wanted = useRef<number | null>(null);
  const groups = useMemo(() => groupsOf(draft.proposals, filter), [draft, filter]);
  const faults = useMemo(() => faultsByRow(props.faults), [props.faults]);
  const rows = rowsIn(groups);
  const shown = upTo(groups, most);
  useSeen(root, seen, () => again({}));

  const goTo = (row: number | undefined): void => {
    if (row === undefined) return;
    wanted.current = row;
    setCurrent(row);
    if (rows.indexOf(row) >= most) setMost(rows.indexOf(row) + AT_ONCE);
    again({});
  };
  useLayoutEffect(() => {
    if (place === null || place.section !== "draft") return;
    if (!rows.includes(place.row)) setFilter({ about: "", document: "", show: "all" });
    goTo(place.row);
  }, [place]);
  useLayoutEffect(() => {
    const card = wanted.current === null ? null : root.current?.querySelector<HTMLElement>(`[data-proposal="${wanted.current}"]`);
    if (!card) return;
    wanted.current = null;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  });

  /** On to the next that is open, which stands below; where there is none, to the first. */
  const made = (row: number): void => {
    const open = new Set(draft.proposals.filter(({ answer }) => answer === "").map((each) => each.row));
    const after = rows.slice(rows.indexOf(row) + 1);
    goTo([...after, ...rows].find((each) => each !== row && open.has(each)) ?? row);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const card = event.target instanceof HTMLElement && event.target.matches("[data-proposal]") ? event.target : null;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (card === null || step === undefined) return;
    event.preventDefault();
    goTo(rows[rows.indexOf(Number(card.dataset["proposal"])) + step]);
  };
  const focused = current ?? rows[0] ?? null;
  return (
    <section class="confirm" ref={root} aria-labelledby="confirm-name" onKeyDown={onKeyDown} onFocusIn={(event) => setCurrent(rowOf(event.target) ?? current)}>
      <h2 id="confirm-name" class="unseen">
        What the documents seem to say
      </h2>
      <Progress counts={countsOf(draft.proposals)} />
      <p class="rule" id="confirm-keys">
        Nothing counts until you confirm it. Keys: arrows go up and down, Y is yes, N is no, C changes.
      </p>
      <Filters {...{ draft, filter, setFilter }} />
      {groups.length === 0 && <p>There is nothing to show here.</p>}
      {shown.map((group) => (
        <GroupPart
          key={group.about}
          id={`confirm-group-${group.proposals[0]?.row ?? 0}`}
          current={focused}
          {...{ group, draft, tables, faults, seen, act, made }}
        />
      ))}
      {rows.length > most && (
        <p>
          <button type="button" onClick={() => setMost(most + AT_ONCE)}>
            Show more of them ({rows.length - most} left)
          </button>
        </p>
      )}
    </section>
  );
}

/** Whole groups, until there are so many proposals in them. */
function upTo<One extends { proposals: readonly unknown[] }>(groups: readonly One[], most: number): One[] {
  let before = 0;
  return groups.filter(({ proposals }) => {
    const isShown = before < most;
    before += proposals.length;
    return isShown;
  });
}

function rowOf(target: EventTarget | null): number | null {
  const card = target instanceof Element ? target.closest<HTMLElement>("[data-proposal]") : null;
  return card === null ? null : Number(card.dataset["proposal"]);
}

function faultsByRow(faults: readonly Fault[]): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const { section, row, message } of faults) {
    if (section === "draft" && row !== null) found.set(row, [...(found.get(row) ?? []), message]);
  }
  return found;
}

/** `12 of 51 confirmed, 3 no, 36 to go`. */
function Progress({ counts: { all, yes, no, open } }: { counts: Counts }): JSX.Element {
  return (
    <div class="confirm-progress">
      <p id="confirm-progress">
        <strong>
          {yes} of {all} confirmed
        </strong>
        , {no} no, {open} to go
      </p>
      <progress max={all} value={yes + no} aria-labelledby="confirm-progress" />
    </div>
  );
}

interface FiltersProps {
  draft: Draft;
  filter: Filter;
  setFilter: (filter: Filter) => void;
}

function Filters({ draft: { proposals }, filter, setFilter }: FiltersProps): JSX.Element {
  const bodies = groupsOf(proposals, { about: "", document: "", show: "all" });
  const documents = [...new Set(proposals.map(({ document }) => document).filter(Boolean))];
  return (
    <div class="sheet-tools" role="group" aria-label="Which proposals are shown">
      <label for="confirm-about">About</label>
      <select id="confirm-about" value={filter.about} onChange={(event) => setFilter({ ...filter, about: event.currentTarget.value })}>
        <option value="">all bodies</option>
        {bodies.map(({ about, proposals: own }) => (
          <option key={about} value={about}>
            {about} ({countsOf(own).open} to go)
          </option>
        ))}
      </select>
      {documents.length > 1 && (
        <>
          <label for="confirm-document">From</label>
          <select
            id="confirm-document"
            value={filter.document}
            onChange={(event) => setFilter({ ...filter, document: event.currentTarget.value })}
          >
            <option value="">all documents</option>
            {documents.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </>
      )}
      <label for="confirm-show">Show</label>
      <select
        id="confirm-show"
        value={filter.show}
        onChange={(event) => setFilter({ ...filter, show: event.currentTarget.value as Show })}
      >
        {SHOWN.map(([show, words]) => (
          <option key={show} value={show}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
