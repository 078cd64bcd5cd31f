// A board paper as a Word document, from the blocks that govgraph gives; as govgraph itself writes it.
import { Document, Footer, LevelFormat, Packer, Paragraph, SimpleField, TextRun, type FileChild, type ISectionOptions } from "docx";
import { pngOf } from "./png";
import type { PaperBlock, PaperBlocks, PaperFigure, PaperPage } from "./paper";
import { BULLETS, NUMBERS, Writer } from "./word_blocks";
import { stylesOf } from "./word_styles";

/** Makes a picture in pixels of an SVG. */
export type Paint = (svg: string) => Promise<Blob>;

const MARGIN = 1134;
const SHORT = 11906;
const LONG = 16838;

function level(format: "bullet" | "decimal", text: string) {
  const style = { paragraph: { indent: { left: 360, hanging: 360 } } };
  return [{ level: 0, format: LevelFormat[format === "bullet" ? "BULLET" : "DECIMAL"], text, style }];
}

const NUMBERING = {
  config: [
    { reference: BULLETS, levels: level("bullet", "•") },
    { reference: NUMBERS, levels: level("decimal", "%1.") },
  ],
};

function footerOf(title: string): Footer {
  const words = [new TextRun(`${title} · Page `), new SimpleField("PAGE", "1"), new TextRun(" of ")];
  return new Footer({ children: [new Paragraph({ style: "Footer", children: [...words, new SimpleField("NUMPAGES", "1")] })] });
}

/** Pages that share their way up; those after the first say which, and all have the footer of the first. */
function section(children: FileChild[], wide: boolean, footer?: Footer): ISectionOptions {
  const margin = { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN, header: 720, footer: 720 };
  // A page on its side is named by its short side first: the library turns it.
  const size = { width: SHORT, height: LONG, orientation: wide ? ("landscape" as const) : ("portrait" as const) };
  return { properties: { page: { size, margin } }, children, ...(footer ? { footers: { default: footer } } : {}) };
}

/** The pictures of all figures, by their SVG. */
async function painted(pages: PaperPage[], paint: Paint): Promise<Map<string, Uint8Array>> {
  const isFigure = (block: PaperBlock): block is PaperFigure => block.kind === "figure";
  const figures = pages.flatMap((page) => page.blocks).filter(isFigure);
  const pictures = new Map<string, Uint8Array>();
  for (const { svg } of figures) pictures.set(svg, new Uint8Array(await (await paint(svg)).arrayBuffer()));
  return pictures;
}

function sectionsOf(paper: PaperBlocks, pictures: Map<string, Uint8Array>): ISectionOptions[] {
  const head = [
    new Paragraph({ style: "Title", children: [new TextRun(paper.title)] }),
    new Paragraph({ style: "Subtitle", children: [new TextRun(paper.subtitle)] }),
  ];
  const runs: { children: FileChild[]; wide: boolean }[] = [{ children: head, wide: false }];
  for (const { wide, blocks } of paper.pages) {
    const children = blocks.flatMap((block) => new Writer(pictures, wide ? LONG : SHORT, MARGIN).write(block));
    const last = runs[runs.length - 1];
    if (last && !last.wide && !wide) last.children.push(...children);
    else runs.push({ children, wide });
  }
  return runs.map(({ children, wide }, index) => section(children, wide, index ? undefined : footerOf(paper.title)));
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** Title, language and day of the document, and no name of anybody. */
function properties(paper: PaperBlocks): string {
  const when = `${paper.day}T12:00:00Z</dcterms:`;
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${when}${name}>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ' +
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped(paper.title.slice(0, 255))}</dc:title><dc:creator></dc:creator>` +
    `<dc:language>en-GB</dc:language><cp:revision>1</cp:revision>${stamp("created")}${stamp("modified")}` +
    "</cp:coreProperties>"
  );
}

/** The whole document. */
export async function wordOf(paper: PaperBlocks, paint: Paint = pngOf): Promise<Uint8Array> {
  const pictures = await painted(paper.pages, paint);
  const document = new Document({
    externalStyles: stylesOf(paper.small),
    numbering: NUMBERING,
    sections: sectionsOf(paper, pictures),
  });
  const core = { path: "docProps/core.xml", data: properties(paper) };
  return new Uint8Array(await Packer.toArrayBuffer(document, undefined, [core]));
}
