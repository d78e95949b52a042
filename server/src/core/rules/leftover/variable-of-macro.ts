import type { StepLine } from "../../dialplan/lines.ts";
import { asciiLower } from "../../text/ascii.ts";
import { linesThat } from "../../workspace/per-context.ts";
import { placeOf, rewritten } from "../application/places.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const variableOfMacro: DialplanRule = {
  id: "leftover/variable-of-macro",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Variable that only Macro sets or reads",
  *check(dialplan, { installation }) {
    const { dialplanCatalog, settings } = installation;
    if (dialplanCatalog.applications.application("Macro") !== undefined) return;
    if (settings.knownApplications?.some((name) => asciiLower(name) === "macro") === true) return;
    const steps = installation.steps(dialplan);
    const { jumping, written } = steps;
    const [reading, writing] = [readers(steps), writers(steps)];
    if (reading.length === 0 && writing.length === 0) return;
    const macros = new Set<string | undefined>();
    const subroutines = new Set<string | undefined>();
    for (const { jumps } of jumping)
      for (const { kind, context } of jumps) {
        if (kind === "macro") macros.add(context?.value);
        else if (kind === "gosub") subroutines.add(context?.value);
      }
    const isRead = new Set<string>();
    for (const { reads } of steps.reading)
      for (const { name } of reads) if (name !== undefined) isRead.add(name);
    // Where Macro itself is still called, that is what is told.
    const isOfMacro = ({ places }: StepLine): boolean =>
      places.some(({ context }) => isMacroContext(context, macros, subroutines));
    for (const line of reading) {
      for (const { name, nameStart, nameEnd } of line.reads) {
        if (name === undefined || !ofMacro.has(name) || written.has(name) || dialplan.globals.has(name))
          continue;
        if (isOfMacro(line)) continue;
        yield {
          ...placeOf(line, { start: nameStart, end: nameEnd }),
          message: `Only Macro set ${quoted(name)}, and Asterisk no longer has it: this is empty; hand over what the subroutine needs as an argument of Gosub`,
        };
      }
    }
    for (const line of writing) {
      for (const { variable, nameStart, nameEnd } of line.writes) {
        if (variable !== "MACRO_RESULT" && variable !== "MACRO_OFFSET") continue;
        if (isRead.has(variable) || isOfMacro(line)) continue;
        const name = line.step.option.value.slice(nameStart, nameEnd);
        if (variable === "MACRO_OFFSET") {
          yield {
            ...placeOf(line, { start: nameStart, end: nameEnd }),
            message: `Only Macro looked at ${quoted(variable)} to skip steps of its caller, and Asterisk no longer has it: let the caller jump by what the subroutine returns`,
          };
          continue;
        }
        yield {
          ...placeOf(line, { start: nameStart, end: nameEnd }),
          message: `Only a macro's ${quoted(variable)} told Dial how to go on, and Asterisk no longer has Macro: a subroutine sets GOSUB_RESULT`,
          fixes:
            name === variable
              ? rewritten(
                  line,
                  { start: nameStart, end: nameEnd },
                  "GOSUB_RESULT",
                  'Change to "GOSUB_RESULT"',
                  false,
                )
              : [],
        };
      }
    }
  },
};

const ofMacro: ReadonlySet<string> = new Set(["MACRO_CONTEXT", "MACRO_EXTEN", "MACRO_PRIORITY"]);

/** Whether a context is called as a macro, or may be: a name that only a call tells is none that Gosub has. */
function isMacroContext(
  name: string,
  called: ReadonlySet<string | undefined>,
  subroutines: ReadonlySet<string | undefined>,
): boolean {
  if (called.has(name)) return true;
  return called.has(undefined) && name.startsWith("macro-") && !subroutines.has(name);
}

const readers = linesThat(
  ({ reading }) => reading,
  ({ reads }) => reads.some(({ name }) => name !== undefined && ofMacro.has(name)),
);

const writers = linesThat(
  ({ writing }) => writing,
  ({ writes }) => writes.some(({ variable }) => variable === "MACRO_RESULT" || variable === "MACRO_OFFSET"),
);
