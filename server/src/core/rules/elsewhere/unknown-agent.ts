import type { InstallationRule } from "../rule.ts";
import { missingNames } from "./names.ts";

export const unknownAgent: InstallationRule = {
  id: "elsewhere/unknown-agent",
  on: "installation",
  effect: "call-fails",
  summary: "Agent that agents.conf does not have",
  *check(installation) {
    const agents = installation.elsewhere().agents();
    if (agents === undefined) return;
    yield* missingNames(installation, "agent-id", agents, "agents.conf has no agent", ({ of }) =>
      of === "agent"
        ? { text: "the function knows nothing of it", effect: "works-otherwise" }
        : {
            text: of === "agentlogin" ? "nobody can log in" : "nobody is called",
            log: (name) => `Agent '${name}' does not exist.`,
          },
    );
  },
};
