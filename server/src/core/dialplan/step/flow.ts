// Whether a call always leaves: the next priority is then reached from elsewhere, or never.

import { branchesOf, type Call } from "./call.ts";

/** Applications that end the call, or go elsewhere whatever happens. Busy and Congestion hang up even after a time. */
const leaving: ReadonlySet<string> = new Set([
  "goto",
  "hangup",
  "return",
  "macroexit",
  "busy",
  "congestion",
  "incomplete",
]);

/** Whether the next priority is never reached by this call. Only what is certain counts. */
export function endsHere(call: Call): boolean {
  const { name } = call;
  if (leaving.has(name)) return true;
  if (name === "gotoif" || name === "gotoiftime") return bothBranches(call);
  if (name === "exec") return call.inner.some((inner) => endsHere(inner.call));
  if (name === "tryexec")
    return call.inner.some((inner) => inner.call.name === "goto" && endsHere(inner.call));
  return name === "execif" && call.inner.length === 2 && call.inner.every((inner) => endsHere(inner.call));
}

/** Whether a GotoIf has two branches of which neither can be empty. */
function bothBranches(call: Call): boolean {
  const destination = call.arguments[1];
  if (destination === undefined) return false;
  const branches = branchesOf(call, destination.text, ":");
  return branches.length === 2 && branches.every(({ parts }) => parts.some(({ kind }) => kind === "literal"));
}
