/** Time the browser gets to load the PDF before printing counts as failed, in milliseconds. */
const PRINT_LOAD_LIMIT = 20_000;
/** The print dialog reads the frame while it is open; afterwards the frame is only in the way. */
const FRAME_LIFE = 10 * 60_000;

/** Starts a download of an address by a link, as a person would. */
export function downloadUrl(url: string, name = ""): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

/** Opens the print dialog on a PDF in a hidden frame; false when the browser cannot. */
export function printInFrame(blob: Blob): Promise<boolean> {
  const url = URL.createObjectURL(blob);
  const frame = document.createElement("iframe");
  frame.className = "print-frame";
  frame.setAttribute("aria-hidden", "true");
  const remove = () => {
    frame.remove();
    URL.revokeObjectURL(url);
  };
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      remove();
      resolve(false);
    }, PRINT_LOAD_LIMIT);
    frame.addEventListener("load", () => {
      clearTimeout(late);
      const printed = print(frame);
      if (printed) setTimeout(remove, FRAME_LIFE);
      else remove();
      resolve(printed);
    });
    frame.src = url;
    document.body.append(frame);
  });
}

function print(frame: HTMLIFrameElement): boolean {
  const view = frame.contentWindow;
  if (view === null) return false;
  try {
    view.focus();
    view.print();
    return true;
  } catch {
    // A browser that shows PDFs through a plug-in refuses access to its frame.
    return false;
  }
}
