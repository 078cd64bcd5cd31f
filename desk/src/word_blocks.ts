// Each block of a paper as the paragraphs and tables of a Word document.
import {
  BuilderElement,
  ImageRun,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type IParagraphOptions,
  type ITableOptions,
} from "docx";
import type { PaperBlock, PaperBox, PaperFigure, PaperItem, PaperList, PaperParagraph, PaperTable } from "./paper";

export const BULLETS = "bullets";
export const NUMBERS = "numbers";

/** Twentieths of a point in 0.7 cm: so far is set in what belongs to the paragraph above. */
const INSIDE = 397;
const PX_OF_MM = 96 / 25.4;
/** In half points. */
const CELL = 18;

/** A table that says what it shows to people who cannot see it. */
class CaptionedTable extends Table {
  constructor(options: ITableOptions, caption: string) {
    super(options);
    const name = "w:tblCaption";
    const about = new BuilderElement<{ val: string }>({ name, attributes: { val: { key: "w:val", value: caption } } });
    (this.root[0] as BuilderElement).addChildElement(about); // the properties stand first
  }
}

/** Words to begin with, which stand out, and the rest. */
function runs({ lead, text }: PaperItem): TextRun[] {
  const rest = lead && text ? ` ${text}` : text;
  return [...(lead ? [new TextRun({ text: lead, bold: true })] : []), ...(rest ? [new TextRun(rest)] : [])];
}

function listed(block: PaperList): FileChild[] {
  const numbering = { reference: block.numbered ? NUMBERS : BULLETS, level: 0, custom: true };
  const style = block.numbered ? "ListNumber" : "ListBullet";
  const options: IParagraphOptions = { style, numbering, keepLines: true };
  const indent = block.inside ? { indent: { left: 2 * INSIDE } } : {};
  return block.items.map((item) => new Paragraph({ ...options, ...indent, children: runs(item) }));
}

function paragraph(block: PaperParagraph): FileChild {
  const indent = block.inside ? { indent: { left: INSIDE } } : {};
  return new Paragraph({ keepNext: block.keep, keepLines: true, ...indent, children: runs(block) });
}

/** Paragraphs with the same border and indent, which Word draws as one frame. */
function boxed(block: PaperBox): FileChild[] {
  const line = { style: "single" as const, size: 8, space: 4, color: "6B7280" };
  const border = { top: line, left: line, bottom: line, right: line };
  return [block.title, ...block.texts].map((text, index) => {
    const style = index ? "Normal" : "Heading1";
    const keepNext = index < block.texts.length;
    return new Paragraph({ style, border, keepNext, keepLines: true, children: [new TextRun(text)] });
  });
}

function row(cells: string[], widths: number[], isHead: boolean): TableRow {
  const shading = isHead ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: "EEF2F7" } } : {};
  const children = cells.map((text, index) => {
    const words = new TextRun({ text, size: CELL, ...(isHead ? { bold: true } : {}) });
    const inside = new Paragraph({ keepNext: isHead, spacing: { after: 40 }, children: [words] });
    return new TableCell({ width: { size: widths[index] ?? 0, type: WidthType.DXA }, ...shading, children: [inside] });
  });
  return new TableRow({ cantSplit: true, ...(isHead ? { tableHeader: true } : {}), children });
}

/** Word wants a paragraph between tables, and after the last. */
function after(note: string): Paragraph {
  if (note) return new Paragraph({ children: [new TextRun(note)] });
  return new Paragraph({ spacing: { after: 0, line: 80, lineRule: LineRuleType.EXACT } });
}

/** Writes blocks for a page of a width, with a margin on both sides, in twentieths of a point. */
export class Writer {
  constructor(
    private readonly pictures: ReadonlyMap<string, Uint8Array>,
    private readonly across: number,
    private readonly margin: number,
  ) {}

  write(block: PaperBlock): FileChild[] {
    switch (block.kind) {
      case "heading": {
        const apart = block.apart ? { pageBreakBefore: true } : {};
        return [new Paragraph({ style: `Heading${block.level}`, ...apart, children: [new TextRun(block.text)] })];
      }
      case "paragraph":
        return [paragraph(block)];
      case "list":
        return listed(block);
      case "table":
        return this.table(block);
      case "figure":
        return this.figure(block);
      case "box":
        return boxed(block);
    }
  }

  private table(block: PaperTable): FileChild[] {
    const room = this.across - 2 * this.margin;
    const widths = block.shares.map((share) => Math.round(share * room));
    const options: ITableOptions = {
      style: "TableGrid",
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      tableLook: { firstRow: true, firstColumn: true, lastRow: false, lastColumn: false, noHBand: false, noVBand: true },
      rows: [row(block.header, widths, true), ...block.rows.map((cells) => row(cells, widths, false))],
    };
    const caption = new Paragraph({ style: "Caption", keepNext: true, children: [new TextRun(block.caption)] });
    return [...(block.plain ? [] : [caption]), new CaptionedTable(options, block.caption), after(block.note)];
  }

  private figure(block: PaperFigure): FileChild[] {
    const picture = new ImageRun({
      type: "png",
      data: this.pictures.get(block.svg) ?? new Uint8Array(),
      transformation: { width: block.width * PX_OF_MM, height: block.height * PX_OF_MM },
      altText: { name: "Diagram", description: block.alt },
    });
    return [
      new Paragraph({ keepNext: true, children: [picture] }),
      new Paragraph({ style: "Caption", children: [new TextRun(block.caption)] }),
    ];
  }
}
