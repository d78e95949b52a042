// What one load knows while it goes on. The functions that fold lines into sections share it.

import type { Entry, FileLines } from "../syntax/read-lines.ts";
import { addTo } from "../text/grouped.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import type { ConfigFault, ConfigFaultKind } from "./fault.ts";
import type { Files } from "./files.ts";
import { Leftovers } from "./leftovers.ts";
import type { ConfigLoad } from "./load.ts";
import type { Base, ConfigSection, LoadedFile } from "./section.ts";

/** What a load depends on besides the files. */
export interface LoadSettings {
  /** Asterisk's configuration directory: absolute includes below it belong to the installation. */
  readonly directory: string;
  /** `execincludes` of asterisk.conf: whether #exec lines run; "unknown" where there is no asterisk.conf. */
  readonly exec: "on" | "off" | "unknown";
  /**
   * What we cannot read (the output of #exec, files outside the installation) counts as: something that may define
   * any name, so that a missing one proves nothing, or as nothing at all, as on a machine that has only the
   * installation.
   */
  readonly unread: "anything" | "nothing";
  /**
   * Whether a fault that makes Asterisk reject the root file ends the reading here, too. A linter goes on, because
   * people want to hear of the next mistake before they have mended the first.
   */
  readonly afterRejection: "stop" | "go on";
  /** The root is a piece that some other file includes, so that names may be defined around it. */
  readonly fragment?: boolean;
  /** Reads the lines of a file; remembers them for as long as the host wants. */
  readonly lines: (file: SourceFile, entry: Entry) => FileLines;
  /** An earlier load of the same file that nobody needs any more: what is the same in it is taken over. */
  readonly before?: ConfigLoad | undefined;
}

/** Past this many copied options, or lines of files read again and again, real Asterisk is out of memory or time, too. */
const maximumCopies = 8_000_000;
const maximumLines = 1_000_000;
/** A fault in a file that is included over and over is kept this often. */
const maximumRepeats = 100;

/** After more fatal faults than this in one file, what follows is not worth reading. */
const maximumRejections = 100;

/** Thrown where Asterisk would never finish; the load ends with the outcome "hang". */
export class Hang extends Error {}

export class LoadState {
  readonly files: Files;
  readonly settings: LoadSettings;
  readonly leftovers: Leftovers | undefined;
  readonly sections: ConfigSection[] = [];
  /** By name in lower case, in order of definition. */
  readonly byName: Map<string, ConfigSection[]> = new Map();
  readonly faults: ConfigFault[] = [];
  readonly loaded: LoadedFile[] = [];
  /** How often the argument of an include was seen before. */
  readonly includes: Map<string, number> = new Map();
  /** The section most recently created or re-opened anywhere: included files begin in it. */
  current: ConfigSection | undefined;
  /** Asterisk's include level; 1 while the root file itself is read. */
  level = 0;
  /** How many files are open, one in the other; unlike the level it is never wrong. */
  depth = 0;
  partial = false;
  /** The root file was rejected, and reading went on. */
  rejected = false;
  readonly #onlyBases = new Map<ConfigSection, Base[]>();
  readonly #repeats = new Map<string, number>();
  #rejections = 0;
  #copies = 0;
  #lines = 0;
  readonly #read = new Set<string>();

  constructor(files: Files, settings: LoadSettings) {
    this.files = files;
    this.settings = settings;
    this.leftovers = settings.before && new Leftovers(settings.before);
    this.partial = settings.fragment === true;
  }

  /** What a fatal fault ends here: the root file, or an included one. */
  get ends(): "root" | "file" {
    return this.depth === 1 ? "root" : "file";
  }

  /** After a fatal fault: false where it ends the file that is being read. */
  goOn(): boolean {
    if (this.ends === "file" || this.settings.afterRejection === "stop") return false;
    this.rejected = true;
    this.#rejections++;
    return this.#rejections <= maximumRejections;
  }

  /** Whether a name that is not there may be defined in something that we could not read. */
  get mayBeElsewhere(): boolean {
    return this.partial && this.settings.unread === "anything";
  }

  add(section: ConfigSection, key: string): void {
    this.sections.push(section);
    addTo(this.byName, key, section);
  }

  /** What all sections have that inherit from this one alone. */
  onlyBase(section: ConfigSection): Base[] {
    const known = this.#onlyBases.get(section) ?? [{ section, later: undefined }];
    this.#onlyBases.set(section, known);
    return known;
  }

  fault(
    kind: ConfigFaultKind,
    file: LoadedFile,
    span: Span,
    text: string,
    log: readonly string[],
    ends: ConfigFault["ends"] = "nothing",
    section?: ConfigSection,
  ): void {
    const key = `${kind} ${span.start} ${file.path}`;
    const repeats = this.#repeats.get(key) ?? 0;
    if (repeats >= maximumRepeats) return;
    this.#repeats.set(key, repeats + 1);
    const sectionsBefore = this.sections.length;
    this.faults.push({
      kind,
      file,
      span,
      text,
      log,
      ends,
      sectionsBefore,
      unreadBefore: this.partial,
      ...(section === undefined ? {} : { section }),
    });
  }

  /** Counts options about to be copied; ends the load where they are too many. */
  countCopies(count: number, file: LoadedFile, span: Span, name: string): void {
    this.#copies += count;
    if (this.#copies <= maximumCopies) return;
    this.fault("too-much-copying", file, span, name, [], "root");
    throw new Hang();
  }

  /** Counts the lines of a file about to be folded that was read before; ends the load where they are too many. */
  countLines(file: LoadedFile): void {
    if (!this.#read.has(file.path)) {
      this.#read.add(file.path);
      return;
    }
    this.#lines += file.lines.lines.length;
    if (this.#lines <= maximumLines) return;
    const first = this.loaded[0] ?? file;
    const line = first.lines.lines[0];
    this.fault(
      "too-much-copying",
      first,
      { start: line?.start ?? 0, end: line?.end ?? 0 },
      first.path,
      [],
      "root",
    );
    throw new Hang();
  }
}
