// Text of a configuration file as a terminal can show it: no control characters, and columns that are known.

/** One thing on the screen, made from `length` UTF-16 units of the source. */
export interface Cell {
  readonly text: string;
  readonly length: number;
  readonly width: number;
}

const tabWidth = 4;

/** The cells of a piece of a line; `column` is where it begins on the screen, for tabs. */
export function cells(text: string, column = 0): Cell[] {
  const found: Cell[] = [];
  let at = column;
  for (const point of text) {
    const cell = cellOf(point, at);
    found.push(cell);
    at += cell.width;
  }
  return found;
}

/** A sentence or path without anything that could steer a terminal. */
export function printable(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return cells(text)
    .map((cell) => cell.text)
    .join("");
}

function cellOf(point: string, column: number): Cell {
  const code = point.codePointAt(0) ?? 0;
  const length = point.length;
  if (code >= 32 && code < 127) return { text: point, length, width: 1 };
  if (code === 9) {
    const width = tabWidth - (column % tabWidth);
    return { text: " ".repeat(width), length, width };
  }
  // A carriage return is most often the end of a line; it has no place of its own.
  if (code === 13 || code === 0xfeff) return { text: "", length, width: 0 };
  if (code < 32) return { text: String.fromCharCode(0x2400 + code), length, width: 1 };
  if (code === 127) return { text: "\u2421", length, width: 1 };
  if (code >= 0xdc80 && code <= 0xdcff) return escaped(`\\x${(code - 0xdc00).toString(16)}`, length);
  if (isUnprintable(code)) return escaped(`\\u{${code.toString(16)}}`, length);
  if (/\p{M}/u.test(point)) return { text: point, length, width: 0 };
  return { text: point, length, width: isWide(code) ? 2 : 1 };
}

function escaped(text: string, length: number): Cell {
  return { text, length, width: text.length };
}

/** C1 controls, lone surrogates, line separators and the characters that turn the direction of writing. */
function isUnprintable(code: number): boolean {
  return (
    (code >= 0x80 && code < 0xa0) ||
    (code >= 0xd800 && code < 0xe000) ||
    (code >= 0x200b && code < 0x2010) ||
    (code >= 0x2028 && code < 0x202f) ||
    (code >= 0x2066 && code < 0x206a) ||
    (code >= 0xfff9 && code < 0xfffc)
  );
}

/** East Asian wide and full-width characters, and most pictures. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code < 0x1160) ||
    (code >= 0x2e80 && code < 0xa4d0 && code !== 0x303f) ||
    (code >= 0xac00 && code < 0xd7a4) ||
    (code >= 0xf900 && code < 0xfb00) ||
    (code >= 0xfe30 && code < 0xfe70) ||
    (code >= 0xff00 && code < 0xff61) ||
    (code >= 0xffe0 && code < 0xffe7) ||
    (code >= 0x1f300 && code < 0x1f650) ||
    (code >= 0x1f680 && code < 0x1f700) ||
    (code >= 0x1f900 && code < 0x1fb00) ||
    (code >= 0x20000 && code < 0x3fffe)
  );
}

/** A text that every reader of JSON takes: bytes that are not UTF-8 as \xNN, the rest as it is. */
export function withoutLoneSurrogates(text: string): string {
  return text.replace(/\p{Cs}/gu, (unit) =>
    cells(unit)
      .map((cell) => cell.text)
      .join(""),
  );
}
