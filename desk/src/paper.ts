// Made from plain_types.py by `make pages`: change it there.

/** A point of a list: `lead` stands out before the rest. */
export interface PaperItem {
  lead: string;
  text: string;
}

/** A heading below the title; `apart` begins a new page. */
export interface PaperHeading {
  kind: "heading";
  level: number;
  text: string;
  apart: boolean;
}

/** A paragraph: `lead` stands out before the rest. */
export interface PaperParagraph {
  kind: "paragraph";
  lead: string;
  text: string;
  /** Whether it is set in, as it belongs to the one above. */
  inside: boolean;
  /** Whether it stays on the page of what follows. */
  keep: boolean;
}

/** A list, with bullets or with numbers that go on through the whole paper. */
export interface PaperList {
  kind: "list";
  items: PaperItem[];
  numbered: boolean;
  inside: boolean;
}

/** A table with a row of headings. */
export interface PaperTable {
  kind: "table";
  caption: string;
  /** Whether the caption is for screen readers alone. */
  plain: boolean;
  header: string[];
  rows: string[][];
  note: string;
  /** The share of each column in the width. */
  shares: number[];
}

/** A picture with its caption. */
export interface PaperFigure {
  kind: "figure";
  caption: string;
  alt: string;
  svg: string;
  /** How wide it is shown, in mm. */
  width: number;
  height: number;
}

/** A heading with paragraphs in a frame. */
export interface PaperBox {
  kind: "box";
  title: string;
  texts: string[];
}

export type PaperBlock = PaperHeading | PaperParagraph | PaperList | PaperTable | PaperFigure | PaperBox;

/** Blocks that run on over upright pages, or one page on its side. */
export interface PaperPage {
  wide: boolean;
  blocks: PaperBlock[];
}

/** A whole paper. */
export interface PaperBlocks {
  title: string;
  subtitle: string;
  /** As 2020-07-03. */
  day: string;
  /** Whether it is set small, to be one page. */
  small: boolean;
  pages: PaperPage[];
}
