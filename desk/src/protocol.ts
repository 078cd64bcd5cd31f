// Made from protocol.py by `make pages`: change it there.

/** A column of a table, as the workbook has it. */
export interface Column {
  header: string;
  kind: "text" | "word" | "boolean" | "date" | "reference" | "id";
  /** Whether a cell may hold several, with commas between them, or on lines of their own where it is text. */
  several: boolean;
  /** The words from which a cell may be filled: all of them where the kind is `word`, else only the known ones. */
  choices: string[];
  /** The section whose rows a cell names by Id or name. */
  refers_to: string | null;
  required: boolean;
  description: string;
}

/** A sheet of the workbook: every cell as text, empty where nothing is stated. */
export interface Table {
  /** bodies, relations, seats, ... settings; the key by which edits name it. */
  section: string;
  name: string;
  /** What a row is, in a sentence: `body`, `seat`. */
  noun: string;
  columns: Column[];
  rows: string[][];
  /** The number of each row in the spreadsheet, where the headers may stand lower and rows may be blank. */
  numbers: number[];
}

/** What cannot be read, in one sentence, and where it stands. */
export interface Fault {
  /** The sentence alone. */
  message: string;
  /** As a person reads it: `Seats!C7`, `wendle.yaml, line 4`; empty where it is about all of it. */
  where: string;
  section: string | null;
  /** The place in `Table.rows`, counted from 0; in a text the line. */
  row: number | null;
  column: number | null;
}

/** Write into one cell. */
export interface SetCell {
  do: "set";
  section: string;
  row: number;
  column: number;
  text: string;
}

/** A new row below the others, with some cells by their headers. */
export interface AddRow {
  do: "add";
  section: string;
  cells: Record<string, string>;
}

/** Take a row away. */
export interface DeleteRow {
  do: "delete";
  section: string;
  row: number;
}

/** What if a group of people had a seat on a body. */
export interface GiveSeat {
  do: "seat";
  body: string;
  group: string;
}

/** What if a body were not there, and nothing that names it. */
export interface RemoveBody {
  do: "remove";
  body: string;
}

/** Answer a question: `key` and `about` are those of the question, the rest somebody wrote. */
export interface Answer {
  do: "answer";
  key: string;
  about: string[];
  answer: string;
  source: string;
}

/** Put another text in the place of one that could not be read. */
export interface SetText {
  do: "text";
  text: string;
}

/** What a person says of a proposal. */
export interface RowAnswer {
  /** The place in `Table.rows` of the sheet Draft. */
  row: number;
  /** Empty where the answer is taken back. */
  answer: "yes" | "no" | "";
}

/** Answer proposals, all at once. */
export interface Confirm {
  do: "confirm";
  answers: RowAnswer[];
  /** Where there is one answer, other texts for cells of its row, by their headers. */
  cells: Record<string, string>;
  /** Whether what hangs together with them is answered too. If not, and there is any, a sentence that begins with `This also` says what that is, and nothing is answered. */
  others: boolean;
}

export type Edit = SetCell | AddRow | DeleteRow | GiveSeat | RemoveBody | Answer | SetText | Confirm;

/** A change that can be tried from where it is spoken of. */
export interface WhatIf {
  /** `Give parent carers a seat on the Board`. */
  label: string;
  edit: Edit;
}

/** A body by its id, with its name. */
export interface Named {
  id: string;
  name: string;
}

/** Where in the tables something stands. */
export interface Place {
  /** As a person reads it: `Seats!A12`. */
  where: string;
  section: string;
  /** The place in `Table.rows`, counted from 0. */
  row: number;
  column: number;
}

/** Something that the file states and that is wrong. */
export interface Fact {
  /** The same for the same problem, from one state to the next. */
  key: string;
  /** What is shown together in it, each by a key that stays the same while others come and go. */
  findings: string[];
  severity: "error" | "warning" | "note";
  /** `Error`, `Warning`, `Note`, as the page of a board pack says it. */
  label: string;
  /** Whether it was not so in what was opened. */
  new: boolean;
  message: string;
  /** What to do; may be empty. */
  fix: string;
  /** How we know. */
  evidence: string[];
  /** Where in the open tables that is stated, the most telling first; none in a file of text as it was opened. */
  places: Place[];
  based_on: string;
  /** Code and name of the rule. */
  rule: string;
  bodies: Named[];
  what_ifs: WhatIf[];
}

/** Something that the file does not say. */
export interface Question {
  key: string;
  about: string[];
  message: string;
  who_knows: string;
  /** How to answer, in a sentence. */
  how: string;
  /** Answers that are understood, to choose from; there may be others. */
  choices: string[];
  can_be_recorded: boolean;
  bodies: Named[];
  what_ifs: WhatIf[];
}

/** What is wrong with what is open, against what was opened. */
export interface Verdict {
  headline: string;
  /** Day, view and counts, in a line. */
  about: string;
  facts: Fact[];
  /** Where something was changed: what was wrong before and still is. */
  known: Fact[];
  /** What was wrong in what was opened and is not any more; `fix` says why where it was not mended. */
  gone: Fact[];
  questions: Question[];
  not_checked: string[];
}

/** What a document seems to say, to be confirmed. */
export interface Proposal {
  /** The place in `Table.rows` of the sheet Draft. */
  row: number;
  /** The body, or the group of people, that it is about. */
  about: string;
  /** What it proposes, in a sentence. */
  message: string;
  /** The sentence as it was proposed, where its cells have been changed since; else empty. */
  proposed: string;
  /** The sentence of the document, word for word. */
  says: string;
  document: string;
  /** Where in the document. */
  place: string;
  question: string;
  /** The other rows that answer the same question. */
  beside: number[];
  answer: "yes" | "no" | "change" | "";
}

/** Words that may stand under What, and what goes with them. */
export interface What {
  words: string;
  /** The places of the columns that such a row fills, beside those that every row has. */
  columns: number[];
  /** The section of what Value names. */
  names: "bodies" | "constituencies" | "themes" | "";
}

/** What is to be confirmed, in the order of the sheet. */
export interface Draft {
  proposals: Proposal[];
  whats: What[];
  /** The names of bodies, groups of people and themes, those too that are only proposed, by their sections. */
  names: Record<string, string[]>;
}

/** All that the page shows but the picture; after every act. */
export interface State {
  revision: number;
  /** `text`: a file of text that cannot be read yet, to be mended as text. */
  kind: "nothing" | "text" | "tables";
  title: string;
  /** What the file is called that was opened, or will be called: `wendle.xlsx`. */
  name: string;
  /** What would be undone, in a few words. */
  undo: string | null;
  redo: string | null;
  /** Whether it differs from what was opened. */
  changed: boolean;
  text: string;
  /** What cannot be read. While there is any there is no verdict, and nothing is green. */
  faults: Fault[];
  notices: string[];
  /** Those that are not as they were in the state before; all of them after a file was opened. */
  tables: Table[];
  bodies: Named[];
  groups: Named[];
  /** What documents seem to say; None where there is no such sheet. */
  draft: Draft | null;
  verdict: Verdict | null;
}

/** The diagram of the board-pack page with its tools, as HTML of its own templates, and what its script needs. */
export interface Picture {
  revision: number;
  html: string;
  /** The JSON that `page_data` gives. */
  data: string;
  /** Rules of CSS: the font with the letters used, colours, the diagram. */
  look: string;
  compared: boolean;
}

/** A file, ready to be saved. */
export interface Written {
  name: string;
  /** As browsers call it: `text/html`. */
  type: string;
  /** The text, or the bytes in base64. */
  content: string;
  is_base64: boolean;
  /** What to know of it: a warning about small letters, names that were left out. */
  note?: string;
}

/** What can be written: `report` is the JSON of `govgraph check`, `paper-blocks` what Word is made of. */
export type Kind = "workbook" | "yaml" | "json" | "page" | "comparison" | "svg" | "paper" | "paper-blocks" | "questions" | "questions-table" | "report" | "sheet";

/** A structure to begin with. */
export interface Example {
  key: string;
  title: string;
  about: string;
}

/** Why something could not be done; what was open stays as it was. */
export interface Refused {
  refused: string[];
}
