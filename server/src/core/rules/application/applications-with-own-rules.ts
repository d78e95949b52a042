// Former applications about which a rule of its own has more to say.

const macros: ReadonlySet<string> = new Set(["macro", "macroif", "macroexit", "macroexclusive"]);

const ofChanSip: ReadonlySet<string> = new Set([
  "sipaddheader",
  "sipremoveheader",
  "sipdtmfmode",
  "sipsendcustominfo",
  "sipgetheader",
]);

export function isMacro(name: string): boolean {
  return macros.has(name);
}

export function isOfChanSip(name: string): boolean {
  return ofChanSip.has(name);
}

/** By the name in lower case. */
export function hasOwnRule(name: string): boolean {
  return isMacro(name) || isOfChanSip(name);
}
