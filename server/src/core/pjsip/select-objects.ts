// Which sections of pjsip.conf become objects: sorcery_is_configuration_met in res/res_sorcery_config.c.

import type { PjsipCatalog, TypeCatalog } from "../catalog/pjsip.ts";
import type { ConfigLoad } from "../config/load.ts";
import type { ConfigOption, ConfigSection } from "../config/section.ts";
import { firstOption } from "../config/section-lookup.ts";
import type { PjsipObject } from "./judgement.ts";

/** A section that is no template, and what Asterisk takes it for. */
export interface SelectedSection {
  readonly section: ConfigSection;
  /** The `type` line that counts: the first one, inherited or not. */
  readonly typeOption: ConfigOption | undefined;
  /** Undefined where Asterisk skips the section without a word. */
  readonly object: PjsipObject | undefined;
}

/**
 * Goes through the sections of a file. A section counts as an object where its first `type` names a type to
 * the letter, or where it is called exactly [global] or [system] and holds known options only.
 */
export function selectObjects(load: ConfigLoad, catalog: PjsipCatalog): readonly SelectedSection[] {
  const selected: SelectedSection[] = [];
  for (const section of load.sections) {
    if (section.template || section.incomplete) continue;
    const typeOption = firstOption(section, "type");
    const named = typeOption === undefined ? undefined : catalog.types.get(typeOption.value);
    const type = named ?? explicitType(section, catalog);
    selected.push(
      type === undefined
        ? { section, typeOption, object: undefined }
        : new SectionObject(type.spec.type, section, typeOption),
    );
  }
  return selected;
}

/** A section and the object that it is, in one: a file may have very many of them. */
class SectionObject implements SelectedSection, PjsipObject {
  readonly type: string;
  readonly section: ConfigSection;
  readonly typeOption: ConfigOption | undefined;

  constructor(type: string, section: ConfigSection, typeOption: ConfigOption | undefined) {
    this.type = type;
    this.section = section;
    this.typeOption = typeOption;
  }

  get object(): this {
    return this;
  }

  get id(): string {
    return this.section.name;
  }

  get options(): readonly ConfigOption[] {
    return this.section.options;
  }
}

/** Unlike elsewhere, the option names have to be written in lower case here. */
function explicitType(section: ConfigSection, catalog: PjsipCatalog): TypeCatalog | undefined {
  const type = catalog.types.get(section.name);
  if (type?.spec.explicitName !== section.name) return undefined;
  const known = section.options.every(({ name }) => name.startsWith("@") || type.option(name)?.name === name);
  return known ? type : undefined;
}
