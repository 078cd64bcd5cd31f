// A picture in pixels of an SVG, as the page of a board pack copies it.

const SCALE = 2;
/** More px across or down are too many for a canvas of some browsers. */
const MOST_PX = 8000;

/** The SVG, which carries its own fonts, on a white ground. Fails where the browser cannot draw it. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.min(SCALE, MOST_PX / width, MOST_PX / height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser cannot draw pictures in pixels.");
  pen.fillStyle = "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((keep, fail) => {
    canvas.toBlob((made) => (made ? keep(made) : fail(new Error("The picture is too large for this browser."))));
  });
}
