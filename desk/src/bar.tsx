/** The bar above what is open: its title, and what can be done with all of it. */
import { savePicker } from "./files";
import { Menu, type Item } from "./menu";
import type { State } from "./protocol";
import { formOf, type Saving } from "./saving";
import type { Working } from "./working";

interface Props {
  state: State;
  working: Working;
  saving: Saving;
  choose(): void;
}

export function Bar({ state, working, saving, choose }: Props) {
  return (
    <header class="desk-bar">
      <h1>{state.title}</h1>
      <p class="desk-name">
        {state.name}
        {state.changed && <span> (changes not saved)</span>}
      </p>
      <div class="desk-acts">
        <Menu name="Open" items={opens(working, choose)} />
        <Menu name="Save" items={state.faults.length > 0 ? unfinished(state, saving) : saves(working, saving)} />
        {state.faults.length === 0 && state.verdict !== null && <Menu name="Make" items={makes(state, saving)} />}
        <Step words="Undo" what={state.undo} act={working.undo} />
        <Step words="Redo" what={state.redo} act={working.redo} />
      </div>
      <p class="desk-busy" aria-hidden="true">
        {working.busy ? "Working ..." : ""}
      </p>
    </header>
  );
}

function Step({ words, what, act }: { words: string; what: string | null; act(): unknown }) {
  return (
    <button
      type="button"
      aria-disabled={what === null}
      title={what === null ? undefined : `${words}: ${what}`}
      onClick={() => what !== null && void act()}
    >
      {words}
      {what !== null && <span class="unseen">: {what}</span>}
    </button>
  );
}

/** While something cannot be read, only what is here as it is can be saved. */
function unfinished(state: State, saving: Saving): Item[] {
  const kind = state.kind === "tables" ? "workbook" : formOf(state.name) === "json" ? "json" : "yaml";
  return [{ words: "Download it as it is", more: "to go on with later", act: () => saving.make(kind) }];
}

function opens(working: Working, choose: () => void): Item[] {
  return [
    { words: "A file ...", act: choose },
    { words: "An example, or empty tables", act: working.close },
  ];
}

function saves({ handle }: Working, saving: Saving): Item[] {
  const own = handle && formOf(handle.name) ? [{ words: `Save over ${handle.name}`, act: saving.saveOver }] : [];
  const where = savePicker()
    ? [{ words: "Save as ...", more: "a workbook, where you choose", act: () => saving.saveWhere("workbook") }]
    : [];
  return [
    ...own,
    ...where,
    { words: "Download workbook", more: "for Excel (.xlsx)", act: () => saving.make("workbook") },
    { words: "Download YAML", more: "a text file (.yaml)", act: () => saving.make("yaml") },
    { words: "Download JSON", more: "for programs (.json)", act: () => saving.make("json") },
  ];
}

function makes(state: State, saving: Saving): Item[] {
  const compared = [
    { words: "Page of the change", more: "before and after (.html)", act: () => saving.make("comparison") },
  ];
  return [
    { words: "Board-pack page", more: "to open and send (.html)", act: () => saving.make("page") },
    ...(state.undo === null ? [] : compared),
    { words: "Picture", more: "to scale (.svg)", act: () => saving.make("svg") },
    { words: "Picture in pixels", more: "for slides (.png)", act: () => saving.make("png") },
    { words: "Board paper for Word", more: "to edit (.docx)", act: () => saving.make("word") },
    { words: "Board paper to print", more: "print it as a PDF (.html)", act: () => saving.make("paper") },
    { words: "List of questions", more: "to send out and fill in (.csv)", act: () => saving.make("questions-table") },
    { words: "List of questions to read", more: "text (.md)", act: () => saving.make("questions") },
    { words: "Findings for programs", more: "JSON", act: () => saving.make("report") },
  ];
}
