/** What is open: its verdict, and beside it the picture or one of its tables. */
import { useEffect, useRef, useState } from "preact/hooks";
import { Confirm } from "./confirm/confirm";
import { openIn } from "./confirm/groups";
import type { Engine } from "./engine";
import { Picture, type Shown } from "./picture";
import type { Edit, Fault, State } from "./protocol";
import { useNarrow } from "./tables/media";
import { TextEditor } from "./tables/text";
import { TabLabel, Tables, type Place } from "./tables/tables";
import { Tabs, type Tab } from "./tabs";
import { VerdictPart } from "./verdict/verdict";
import type { Working } from "./working";

const PICTURE = "picture";
/** What is to be confirmed has a tab of its own in the place of that of its sheet. */
const DRAFT = "draft";

interface Props {
  engine: Engine;
  state: State;
  working: Working;
}

export function Work({ engine, state, working }: Props) {
  const [wanted, setTab] = useState(openIn(state.draft) > 0 ? DRAFT : PICTURE);
  const tab = wanted === DRAFT && state.draft === null ? PICTURE : wanted;
  const seen = useRef(new Set<number>());
  const [chosen, setChosen] = useState<string | null>(null);
  const [lit, setLit] = useState<Shown | null>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const work = useRef<HTMLDivElement>(null);

  const goTo = ({ section, row, column }: Pick<Fault, "section" | "row" | "column">): void => {
    if (section === null) return;
    setTab(section);
    setPlace({ section, row: row ?? 0, column: column ?? 0 });
  };
  const show = (bodies: string[]): void => {
    setTab(PICTURE);
    setLit({ bodies });
    work.current?.scrollIntoView({ block: "nearest" });
  };
  const edit = (id: string): void => {
    const row = state.tables.find((table) => table.section === "bodies")?.rows.findIndex((cells) => isOf(state, cells, id));
    if (row !== undefined && row >= 0) goTo({ section: "bodies", row, column: 0 });
  };
  const act = async (made: Edit): Promise<readonly string[]> => {
    const refused = await working.act(made);
    working.refuse(refused);
    return refused;
  };
  const isText = state.kind === "text";
  const mustMend = state.faults.length > 0;
  useEffect(() => {
    // What cannot be drawn is not shown as it was; the first table is where to mend it.
    if (mustMend && !isText && tab === PICTURE) setTab(state.faults.find((fault) => fault.section)?.section ?? "bodies");
  }, [mustMend]);

  // On a narrow screen all stands in one column: who confirms does not scroll past the verdict each time.
  const confirmsFirst = useNarrow() && tab === DRAFT;
  const verdict = isText ? null : (
    <VerdictPart
      key="verdict"
      {...{ state, goTo }}
      act={working.act}
      undo={working.undo}
      showInPicture={show}
      toConfirm={() => setTab(DRAFT)}
    />
  );

  return (
    <main class={isText ? "" : "desk-work"}>
      {confirmsFirst ? null : verdict}
      <div class="desk-open" ref={work}>
        {isText ? (
          <TextEditor name={state.name} text={state.text} faults={state.faults} act={act} />
        ) : (
          <Tabs label="Picture and tables" tabs={tabsOf(state)} chosen={tab} choose={setTab}>
            {tab === PICTURE ? (
              <Picture
                {...{ engine, chosen }}
                revision={state.revision}
                shown={lit}
                onChoose={setChosen}
                onRemove={(body) => void act({ do: "remove", body })}
                onEdit={edit}
              />
            ) : tab === DRAFT && state.draft !== null ? (
              <Confirm
                draft={state.draft}
                tables={state.tables}
                faults={state.faults}
                place={place}
                seen={seen.current}
                act={working.act}
              />
            ) : (
              <Tables
                {...{ place }}
                section={tab}
                choose={setTab}
                tables={state.tables}
                bodies={state.bodies}
                faults={state.faults}
                act={act}
                undo={() => void working.undo()}
              />
            )}
          </Tabs>
        )}
      </div>
      {confirmsFirst ? verdict : null}
    </main>
  );
}

/** Whether a row of the sheet Bodies is that of a body: its Id where it has one, else its name. */
function isOf(state: State, cells: readonly string[], id: string): boolean {
  const name = state.bodies.find((body) => body.id === id)?.name;
  return cells[0] === id || (cells[0] === "" && name !== undefined && cells.includes(name));
}

function tabsOf(state: State): Tab[] {
  const tables = state.tables
    .filter(({ section }) => section !== DRAFT)
    .map((table) => ({ key: table.section, label: <TabLabel table={table} faults={state.faults} /> }));
  const confirm = { key: DRAFT, label: <ConfirmLabel open={openIn(state.draft)} /> };
  return [...(state.draft === null ? [] : [confirm]), { key: PICTURE, label: "Picture" }, ...tables];
}

/** What stands on the tab of what is to be confirmed. */
function ConfirmLabel({ open }: { open: number }) {
  return (
    <>
      To confirm <span class="sheet-count">{open === 0 ? "done" : `${open} to go`}</span>
    </>
  );
}
