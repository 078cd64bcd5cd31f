/** The cells of a proposal, to be corrected where it stands; nothing is written before all of it is taken. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import { CHOICES } from "../tables/datalist";
import { Field } from "../tables/field";
import type { Column, Draft, Proposal, Table } from "../protocol";

interface Props {
  proposal: Proposal;
  draft: Draft;
  tables: readonly Table[];
  save: (cells: Record<string, string>) => void;
  close: () => void;
}

/** Cells by their headers, as far as they are not as they were. */
type Cells = Readonly<Record<string, string>>;

export function Change({ proposal, draft, tables, save, close }: Props): JSX.Element | null {
  const [cells, setCells] = useState<Cells>({});
  const [attended, setAttended] = useState<Column | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const first = form.current?.querySelector<HTMLElement>("[data-cell]");
    first?.focus();
  }, []);
  const table = tables.find((each) => each.section === "draft");
  if (table === undefined) return null;
  const row = table.rows[proposal.row] ?? [];
  const textOf = (index: number): string => cells[table.columns[index]?.header ?? ""] ?? row[index] ?? "";
  const write = async (header: string, text: string): Promise<void> => setCells((now) => ({ ...now, [header]: text }));
  const what = textOf(table.columns.findIndex(({ header }) => header === "What"));
  const shown = fieldsFor(table, tables, draft, what, textOf);

  function submit(event: Event): void {
    event.preventDefault();
    // Enter sends a form before the cell in which it was pressed is left: what stands in the fields counts.
    const filled = [...(form.current?.querySelectorAll<HTMLInputElement>("[data-cell]") ?? [])].map((control) => {
      const index = Number(control.dataset["cell"]?.split(":")[1]);
      return [index, control.value] as const;
    });
    const changed = new Map(filled.map(([index, text]) => [table?.columns[index]?.header ?? "", { index, text }]));
    for (const [header, text] of Object.entries(cells)) {
      if (!changed.has(header)) changed.set(header, { index: table?.columns.findIndex((each) => each.header === header) ?? -1, text });
    }
    save(Object.fromEntries([...changed].flatMap(([header, { index, text }]) => (text === (row[index] ?? "") ? [] : [[header, text]]))));
  }
  return (
    <form
      class="proposal-change"
      ref={form}
      aria-label="Correct this proposal"
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      {shown.map(({ column, index }) => {
        const id = `change-${proposal.row}-${index}`;
        return (
          <div class="sheet-field" key={column.header}>
            <label for={id}>{column.header}</label>
            <Field
              id={id}
              section="draft"
              column={column}
              place={`${proposal.row}:${index}`}
              text={textOf(index)}
              faulty={false}
              describedBy={`${id}-about`}
              enterLeaves={false}
              empty="not stated"
              write={(text) => write(column.header, text)}
              attend={() => setAttended(column)}
            />
            <p class="sheet-about" id={`${id}-about`}>
              {column.description}
            </p>
          </div>
        );
      })}
      <datalist id={CHOICES}>
        {choicesOf(attended, draft).map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
      <div class="acts">
        <button type="submit" class="main">
          Confirm it so
        </button>
        <button type="button" onClick={close}>
          Leave it as it is
        </button>
      </div>
    </form>
  );
}

interface ShownField {
  column: Column;
  index: number;
}

/** The fields of a row, with the lists from which they are filled: those that it takes, and those in which something stands. */
function fieldsFor(
  table: Table,
  tables: readonly Table[],
  draft: Draft,
  what: string,
  textOf: (index: number) => string,
): ShownField[] {
  const wanted = what.trim().toLowerCase();
  const known = draft.whats.find(({ words }) => words.toLowerCase() === wanted);
  const always = new Set(["Body", "What"]);
  const never = new Set(["Confirmed", "Proposal", "The document says", "Document", "Where", "Question"]);
  const own = new Set(known?.columns ?? table.columns.flatMap(({ header }, index) => (header === "Value" ? [index] : [])));
  return table.columns.flatMap((column, index) => {
    if (never.has(column.header)) return [];
    const isShown = always.has(column.header) || own.has(index) || textOf(index) !== "";
    return isShown ? [{ index, column: listed(column, known?.names ?? "", wanted, tables) }] : [];
  });
}

/** A column with the list from which it is filled: that of what it names, or of the column of Bodies that it is for. */
function listed(column: Column, names: string, what: string, tables: readonly Table[]): Column {
  const section = { Body: "bodies", Holder: "bodies", "On behalf of": "constituencies", Value: names }[column.header];
  if (section) return { ...column, refers_to: section, kind: "reference" };
  if (column.header === "What") return { ...column, kind: "word" };
  if (column.header !== "Value") return column;
  const header = what === "is a" ? "kind" : what;
  const bodies = tables.find((each) => each.section === "bodies");
  const own = bodies?.columns.find((each) => each.header.toLowerCase() === header);
  return own === undefined ? column : { ...own, header: column.header, description: own.description, required: false };
}

/** What the field that has the focus may be filled with. */
function choicesOf(column: Column | null, draft: Draft): readonly string[] {
  if (column === null) return [];
  return column.refers_to === null ? column.choices : (draft.names[column.refers_to] ?? []);
}
