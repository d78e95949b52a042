// `lint --watch`: runs again when a file that was read, or a folder that was searched, is different.
// node's own fs.watch on the folders is enough: it only has to say that something may have changed. Whether that matters
// is told by looking again at exactly what the run looked at, which no library for watching could know.

import { type FSWatcher, readdirSync, realpathSync, statSync, watch } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { counted } from "../core/api.ts";
import { bytesOf, codeOf, decodeFile } from "../node/disk-files.ts";
import { rootsIn } from "../node/find-installations.ts";
import { linkPlaces } from "../node/link-places.ts";
import type { LintHost } from "./lint-host.ts";
import { note } from "./output.ts";
import { UsageError } from "./usage-error.ts";

/** Editors write a file in several steps; this long nothing may have happened, in milliseconds. */
const pause = 100;

/** The exit code of a process that Ctrl-C ended. */
const interrupted = 130;

/** Runs until Ctrl-C, or until the first run says that it cannot work (2). `others`: files that a run reads besides. */
export async function watchAndRun(
  host: LintHost,
  others: readonly string[],
  run: (host: LintHost, notice: (path: string) => void) => Promise<number>,
): Promise<number> {
  const watchers = new Watchers();
  const signals = new Signals();
  try {
    for (let isFirst = true; ; isFirst = false) {
      if (process.stdout.isTTY === true) process.stdout.write("\x1b[2J\x1b[3J\x1b[H");
      const seen = new Seen();
      for (const path of others) seen.file(resolve(path));
      const code = await settled(() => run(seen.watching(host), seen.file), isFirst);
      if (isFirst && code === 2) return 2;
      const listen = (): void => watchers.keep(seen.directories(), signals.wake);
      listen();
      note(`watching ${counted(seen.fileCount, "file")} for changes; Ctrl-C ends`);
      // What changed before it was watched brings no event, so the first look is at once. One run ends before the next
      // one begins: they are turns of this loop.
      while (!signals.isOver && !seen.isDifferent()) {
        await signals.next();
        // A folder may be another one by now, with the same files in it.
        listen();
      }
      if (signals.isOver) return interrupted;
    }
  } finally {
    watchers.keep(new Set(), () => {});
    signals.close();
  }
}

/** A mistake in a file that the user is about to mend does not end the watching; the first run has to work. */
async function settled(run: () => Promise<number>, isFirst: boolean): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (isFirst || !(error instanceof UsageError)) throw error;
    note(error.message);
    return 2;
  }
}

/** What wakes the loop: a change that was noticed a pause ago, or Ctrl-C. */
class Signals {
  isOver = false;
  #timer: NodeJS.Timeout | undefined;
  #isAwake = false;
  #resume: () => void = () => {};

  constructor() {
    process.once("SIGINT", this.#end);
    process.once("SIGTERM", this.#end);
  }

  readonly #end = (): void => {
    this.isOver = true;
    this.#wakeNow();
  };

  readonly wake = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#wakeNow(), pause);
  };

  #wakeNow(): void {
    this.#isAwake = true;
    this.#resume();
  }

  async next(): Promise<void> {
    if (!this.#isAwake) await new Promise<void>((resume) => (this.#resume = resume));
    this.#isAwake = false;
  }

  close(): void {
    clearTimeout(this.#timer);
    process.off("SIGINT", this.#end);
    process.off("SIGTERM", this.#end);
  }
}

/** What a run looked at, as it was just before. */
class Seen {
  readonly #files = new Map<string, string>();
  readonly #folders = new Map<string, string>();
  /** Directories of installations; of their names only those of root files matter, unless they are searched as well. */
  readonly #installations = new Map<string, string>();

  get fileCount(): number {
    return [...this.#files.values()].filter((state) => state !== absent).length;
  }

  readonly file = (path: string): void => {
    if (!this.#files.has(path)) this.#files.set(path, stateOf(path));
  };

  folder(path: string): void {
    if (!this.#folders.has(path)) this.#folders.set(path, namesIn(path));
  }

  /** The host, with a record of what is asked of it. */
  watching(host: LintHost): LintHost {
    return {
      ...host,
      find: (paths, settingsOf) => {
        const found = host.find(paths, settingsOf);
        for (const { directory } of found.installations)
          this.#installations.set(directory, rootNamesIn(directory));
        return found;
      },
      open: (directory) => {
        const files = host.open(directory);
        return {
          read: (path) => {
            this.file(join(directory, path));
            return files.read(path);
          },
          list: (path) => {
            this.folder(join(directory, path));
            return files.list(path);
          },
          get sources() {
            return files.sources;
          },
        };
      },
    };
  }

  isDifferent(): boolean {
    for (const [path, state] of this.#files) if (stateOf(path) !== state) return true;
    for (const [path, names] of this.#folders) if (namesIn(path) !== names) return true;
    for (const [path, names] of this.#installations) if (rootNamesIn(path) !== names) return true;
    return false;
  }

  /**
   * The folders in which changes are to be noticed, those of the links on the way to them as well; of one that is
   * missing, the nearest that is there.
   */
  directories(): Set<string> {
    const wanted = new Set<string>();
    for (const path of this.#files.keys()) {
      wanted.add(dirname(path));
      for (const place of placesOf(path)) wanted.add(dirname(place));
    }
    for (const folder of [...this.#folders.keys(), ...this.#installations.keys()]) {
      wanted.add(folder);
      for (const link of placesOf(folder).slice(0, -1)) wanted.add(dirname(link));
    }
    return new Set([...wanted].map(existing));
  }
}

const absent = "absent";

function stateOf(path: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(bytesOf(path));
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return absent;
  }
}

/** The names in a folder, but for those that editors make beside a file. */
function namesIn(path: string): string {
  try {
    const names = readdirSync(bytesOf(path), { encoding: "buffer" }).map(decodeFile);
    return names
      .filter((name) => !/^[.#]|~$/.test(name))
      .sort()
      .join("/");
  } catch {
    return absent;
  }
}

function rootNamesIn(directory: string): string {
  return rootsIn(directory).join("/");
}

function real(path: string): string {
  try {
    return decodeFile(realpathSync(bytesOf(path), { encoding: "buffer" }));
  } catch {
    return path;
  }
}

/** The links on the way to a place, and last where they lead; other systems than Unix tell the last one only. */
function placesOf(path: string): readonly string[] {
  return sep === "/" ? linkPlaces(path) : [real(path)];
}

function existing(folder: string): string {
  let path = folder;
  while (stateOf(path) === absent && dirname(path) !== path) path = dirname(path);
  return path;
}

/** Which folder it is that has this name now; another one may take its place. */
function identityOf(folder: string): string {
  try {
    const { dev, ino, birthtimeNs } = statSync(bytesOf(folder), { bigint: true });
    return `${dev} ${ino} ${birthtimeNs}`;
  } catch {
    return absent;
  }
}

interface Watched {
  readonly watcher: FSWatcher;
  readonly identity: string;
}

/** One watcher for each folder. */
class Watchers {
  readonly #watched = new Map<string, Watched>();

  /** Watches these folders from now on, and no others. */
  keep(folders: ReadonlySet<string>, changed: () => void): void {
    for (const [folder, { watcher, identity }] of this.#watched) {
      if (folders.has(folder) && identityOf(folder) === identity) continue;
      watcher.close();
      this.#watched.delete(folder);
    }
    for (const folder of folders) if (!this.#watched.has(folder)) this.#add(folder, changed);
  }

  #add(folder: string, changed: () => void): void {
    try {
      const identity = identityOf(folder);
      const watcher = watch(bytesOf(folder), changed);
      this.#watched.set(folder, { watcher, identity });
      // A folder that is gone: the next run looks for what is there then.
      watcher.on("error", () => {
        watcher.close();
        this.#watched.delete(folder);
        changed();
      });
    } catch (error) {
      const code = codeOf(error);
      if (code === "ENOENT") changed();
      else if (code === "ENOSPC" || code === "EMFILE")
        throw new UsageError(
          "--watch: the system watches too many files already (fs.inotify.max_user_watches)",
        );
      else note(`${folder} cannot be watched (${code})`);
    }
  }
}
