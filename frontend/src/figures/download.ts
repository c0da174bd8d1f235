/** The figure as a file: its board as SVG with the colours of the present theme written in, or the same as PNG. */

const properties = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "opacity", "visibility", "display", "font-family", "font-size", "font-style", "font-weight", "paint-order", "text-anchor", "dominant-baseline"];

export async function download(svg: SVGSVGElement, name: string, kind: "svg" | "png"): Promise<void> {
  const text = standalone(svg);
  const file = new Blob([text], { type: "image/svg+xml" });
  save(kind === "svg" ? file : await painted(file, svg.clientWidth, svg.clientHeight), `${name}.${kind}`);
}

/** The picture without the page: computed styles as attributes, the paper behind, no handles. */
export function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [...svg.querySelectorAll<SVGElement>("*")];
  const copies = [...copy.querySelectorAll<SVGElement>("*")];
  originals.forEach((original, i) => {
    const style = getComputedStyle(original);
    copies[i]!.removeAttribute("style");
    copies[i]!.removeAttribute("class");
    for (const property of properties) copies[i]!.setAttribute(property, style.getPropertyValue(property));
    if (original.closest(".figure-reach")) copies[i]!.setAttribute("display", "none");
  });
  const { clientWidth: width, clientHeight: height } = svg;
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  paper.setAttribute("width", String(width));
  paper.setAttribute("height", String(height));
  paper.setAttribute("fill", getComputedStyle(svg).getPropertyValue("--surface").trim() || "white");
  copy.prepend(paper);
  copy.removeAttribute("style");
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  return new XMLSerializer().serializeToString(copy);
}

async function painted(file: Blob, width: number, height: number): Promise<Blob> {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * width;
    canvas.height = 2 * height;
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
