// The styles of a Word paper: those of govgraph's own Word documents, under the names that Word gives them.

const FONT = "Arial";
const INK = "1B1B1B";
/** Sizes in half points, and of a paper that is set small. */
const SIZES = {
  Normal: [21, 19],
  Title: [40, 32],
  Subtitle: [24, 19],
  Heading1: [30, 22],
  Heading2: [26, 20],
  Heading3: [22, 20],
  Caption: [20, 17],
} as const;

type Sized = keyof typeof SIZES;

const HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">';

const DEFAULTS =
  `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONT}" w:eastAsia="${FONT}" w:hAnsi="${FONT}" ` +
  `w:cs="${FONT}"/><w:sz w:val="22"/><w:szCs w:val="22"/>` +
  '<w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
  '<w:pPrDefault><w:pPr><w:spacing w:after="200" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>';

const CELLS =
  '<w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblCellMar><w:top w:w="0" w:type="dxa"/>' +
  '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>';
const LINES = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join("");

const TABLES =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>' +
  `<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr>${CELLS.replace("{borders}", "")}</w:tblPr>` +
  '</w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn ' +
  'w:val="TableNormal"/><w:uiPriority w:val="59"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>' +
  `</w:pPr><w:tblPr>${CELLS.replace("{borders}", `<w:tblBorders>${LINES}</w:tblBorders>`)}</w:tblPr></w:style>`;

/** The letters of a style. */
function letters(id: Sized, small: boolean): string {
  const size = SIZES[id][small ? 1 : 0];
  const weight = id === "Normal" || id === "Subtitle" ? "" : "<w:b/><w:bCs/>";
  const ink = id === "Normal" ? "" : `<w:color w:val="${INK}"/>`;
  return `<w:rPr>${weight}${ink}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;
}

/** The space around a paragraph, in twentieths of a point; one that is set small has lines without space between. */
function spacing(small: boolean, after: number, smallAfter: number, before = 0, single = false): string {
  const above = small ? (before ? 140 : 0) : before;
  const line = small || single ? ' w:line="240" w:lineRule="auto"' : "";
  return `<w:spacing w:before="${above}" w:after="${small ? smallAfter : after}"${line}/>`;
}

function style(id: string, name: string, paragraph: string, run = "", attributes = ""): string {
  const base = id === "Normal" ? "" : '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>';
  return (
    `<w:style w:type="paragraph"${attributes} w:styleId="${id}"><w:name w:val="${name}"/>${base}<w:qFormat/>` +
    `<w:pPr>${paragraph}</w:pPr>${run}</w:style>`
  );
}

function heading(level: 1 | 2 | 3, small: boolean): string {
  const space = spacing(small, 0, 40, level === 1 ? 480 : 200);
  const paragraph = `<w:keepNext/><w:keepLines/>${space}<w:outlineLvl w:val="${level - 1}"/>`;
  return style(`Heading${level}`, `heading ${level}`, paragraph, letters(`Heading${level}`, small));
}

/** All styles, as a part of a Word document. */
export function stylesOf(small: boolean): string {
  const line = '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="4" w:color="4F81BD"/></w:pBdr>';
  const list = `${spacing(small, 60, 20)}<w:contextualSpacing/>`;
  return [
    HEAD,
    DEFAULTS,
    style("Normal", "Normal", spacing(small, 120, 40), letters("Normal", small), ' w:default="1"'),
    style("Title", "Title", `${line}${spacing(small, 300, 40, 0, true)}<w:contextualSpacing/>`, letters("Title", small)),
    style("Subtitle", "Subtitle", spacing(small, 120, 40), letters("Subtitle", small)),
    heading(1, small),
    heading(2, small),
    heading(3, small),
    style("Caption", "caption", spacing(small, 120, 40, 0, true), letters("Caption", small)),
    style("ListBullet", "List Bullet", list),
    style("ListNumber", "List Number", list),
    style("Footer", "footer", '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'),
    TABLES,
    "</w:styles>",
  ].join("");
}
