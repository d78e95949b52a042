// Dialplans in which all names are wrong, or all contexts lead to each other: what grows faster than its input shows here.

/** Each gives about as many lines as it is asked for, or a few times as many. */
export const growthShapes: ReadonlyMap<string, (size: number) => string> = new Map([
  ["missing includes", (size) => times(size, (at) => `[c${at}]\ninclude => d${at}\nexten => 1,1,NoOp()\n`)],
  [
    "missing includes of one",
    (size) =>
      `[all]\n${times(size, (at) => `include => d${at}\n`)}${times(size, (at) => `[c${at}]\nexten => 1,1,NoOp()\n`)}`,
  ],
  [
    "hub",
    (size) =>
      `[hub]\n${times(size, (at) => `include => c${at}\n`)}${times(
        size,
        (at) => `[c${at}]\ninclude => hub\nexten => 1${at},1,Goto(5,1)\n`,
      )}`,
  ],
  [
    "ring",
    (size) => times(size, (at) => `[c${at}]\ninclude => c${(at + 1) % size}\n${jump(at, (at * 7) % size)}`),
  ],
  ["chain", (size) => times(size, (at) => `[c${at}]\ninclude => c${at + 1}\n${jump(at, (at * 7) % size)}`)],
  ["all include all", everyOther],
  [
    "heirs",
    (size) =>
      `[base](!)\ninclude => nowhere\nexten => 1,1,Goto(nolabel)\nexten => 1,2,Goto(none,1,1)\n${times(
        size,
        (at) => `[c${at}](base)\n`,
      )}`,
  ],
  ["unknown labels", (size) => `[c]\n${times(size, (at) => `exten => ${at},1,Goto(label${at})\n`)}`],
  [
    "Local to missing contexts",
    (size) => `[c]\n${times(size, (at) => `exten => ${at},1,Dial(Local/1@d${at})\n`)}`,
  ],
  ["Loopback to missing ones", (size) => times(size, (at) => `[c${at}]\nswitch => Loopback/1@d${at}\n`)],
  ["unset globals", (size) => `[globals]\n${times(size, (at) => `A${at}=\${B${at}}\n`)}`],
]);

/** As many includes as asked for, of few contexts. */
function everyOther(size: number): string {
  const count = Math.round(Math.sqrt(size * 8));
  const includes = times(count, (at) => `include => c${at}\n`);
  return times(count, (at) => `[c${at}]\n${includes}${times(10, (number) => jump(number, at))}`);
}

/** A step with a jump to an extension that is nowhere. */
function jump(number: number, target: number): string {
  return `exten => 1${number},1,Goto(c${target},none${number},1)\n`;
}

function times(count: number, textOf: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => textOf(at)).join("");
}
