// "expect documentation KIND NAME": what the catalogue says of an option, a type, an application ...

import {
  applicationDocumentation,
  codecDocumentation,
  formerApplicationDocumentation,
  functionDocumentation,
  objectDocumentation,
  optionDocumentation,
  variableDocumentation,
} from "../../server/src/core/api.ts";
import { codecNamed } from "../../server/src/core/catalog/codecs.ts";
import { variable } from "../../server/src/core/catalog/variables.ts";
import type { Answer } from "./answers.ts";

export const documentation: Answer = ({ installation }, _offset, argument) => {
  const { catalog, dialplanCatalog, settings } = installation;
  const { version } = settings;
  const [kind = "", name = "", option = ""] = argument.split(" ");
  const type = name === "wizard" ? catalog.wizard : catalog.types.get(name);
  const { applications, functions } = dialplanCatalog;
  if (kind === "type" && type !== undefined) return shown(objectDocumentation(type.spec));
  if (kind === "option" && type !== undefined) {
    const spec = type.option(option) ?? type.optionOfAnyVersion(option);
    return spec === undefined ? "nothing" : shown(optionDocumentation(spec, name, version));
  }
  const application = applications.application(name) ?? applications.ofAnyVersion(name);
  if (kind === "application" && application !== undefined)
    return shown(applicationDocumentation(application, version));
  const former = applications.former(name);
  if (kind === "application" && former !== undefined) return shown(formerApplicationDocumentation(former));
  const called = functions.function(name) ?? functions.ofAnyVersion(name);
  if (kind === "function" && called !== undefined) return shown(functionDocumentation(called, version));
  const set = variable(name);
  if (kind === "variable" && set !== undefined) return shown(variableDocumentation(set, version));
  const codec = codecNamed(name);
  return kind === "codec" && codec !== undefined ? shown(codecDocumentation(codec)) : "nothing";
};

/** A page cannot hold fences within a block. */
export function shown(markdown: string): string {
  return markdown.replace(/^```/gm, "~~~");
}
