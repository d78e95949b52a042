// What can be said in [general] of extensions.conf.

/** Options with what they decide. */
export const generalOptions: readonly (readonly [string, string])[] = [
  ["static", "whether the console may write the file"],
  ["writeprotect", "whether `dialplan save` is refused"],
  ["autofallthrough", "whether a call ends behind its last step (default yes)"],
  ["clearglobalvars", "whether a reload empties the global variables"],
  ["extenpatternmatchnew", "finds patterns faster in large contexts"],
  ["overrideswitch", "a switch that is asked first"],
];
