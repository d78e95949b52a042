// How a report marks words. The host brings colours where a terminal shows them.

import type { Severity } from "../rules/rule.ts";

export interface Style {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly hint: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

const same = (text: string): string => text;

/** No marks at all. */
export const plainStyle: Style = { error: same, warning: same, hint: same, bold: same, dim: same };

export function inSeverity(style: Style, severity: Severity, text: string): string {
  return style[severity](text);
}
