import { valuePlace } from "../../config/option-span.ts";
import type { ObjectIndex, Setting } from "../../pjsip/object-index.ts";
import { trimBlanks } from "../../text/ascii.ts";
import type { Finding, Fix, InstallationRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const challengedProvider: InstallationRule = {
  id: "identify/challenged-provider",
  on: "installation",
  effect: "call-fails",
  summary: "Trunk that asks its provider for a password",
  *check(installation): Iterable<Finding> {
    const index = installation.objects();
    const registered = registeredWith(index);
    if (registered.size === 0) return;
    const answering = new Set(index.last("endpoint", "outbound_auth").map(({ object }) => object));
    const lines = new Set(index.last("registration", "endpoint").map(({ option }) => option.value));
    for (const setting of index.last("endpoint", "auth")) {
      const { object, option } = setting;
      const registration = namesIn(option.value)
        .map((name) => registered.get(name))
        .find((found) => found !== undefined);
      // The same credentials may serve a phone: only what answers the provider or has its line is a trunk for sure.
      if (registration === undefined || !(answering.has(object) || lines.has(object.id))) continue;
      yield {
        ...valuePlace(option),
        message: `endpoint ${quoted(object.id)} asks for the password with which we register: the provider's calls are answered 401, since providers do not log in to their customers`,
        related: [{ ...valuePlace(registration.option), message: "registered with it here" }],
        fixes: answering.has(object) ? [removal(setting)] : [],
      };
    }
  },
};

/** The names of the credentials with which registrations answer a challenge. */
function registeredWith(index: ObjectIndex): ReadonlyMap<string, Setting> {
  const names = new Map<string, Setting>();
  for (const setting of index.last("registration", "outbound_auth")) {
    for (const name of namesIn(setting.option.value)) if (!names.has(name)) names.set(name, setting);
  }
  return names;
}

function namesIn(value: string): string[] {
  return value
    .split(",")
    .map(trimBlanks)
    .filter((name) => name !== "");
}

/** Without "auth" the trunk is known by its address or line, and "outbound_auth" still answers the provider. */
function removal({ option: { line, file } }: Setting): Fix {
  const end = Math.min(line.end + 1, file.lines.text.length);
  const edits = [{ file, span: { start: line.start, end }, text: "" }];
  return { title: 'Remove "auth"', safe: false, edits };
}
