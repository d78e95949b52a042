// Another door of the core: what only editors ask. Behind its own door so that a lint need not load it.

export type { Action } from "./features/actions/action.ts";
export { matchEdit } from "./features/actions/insert-match.ts";
export { actionsAt, mendEdits } from "./features/actions.ts";
export {
  type CallEdge,
  type CallItem,
  callItem,
  incomingCalls,
  outgoingCalls,
} from "./features/call-hierarchy.ts";
export { type CodeLens, codeLenses } from "./features/code-lenses.ts";
export { holdsLetters } from "./features/completion/item.ts";
export {
  type Completion,
  type CompletionItem,
  completionAt,
  type ItemKind,
  type Topic,
  topicDocumentation,
} from "./features/completion.ts";
export type { CallAt } from "./features/cursor/model.ts";
export { cursorAt, type Token } from "./features/cursor.ts";
export {
  applicationDocumentation,
  formerApplicationDocumentation,
  functionDocumentation,
} from "./features/documentation/call-documentation.ts";
export {
  codecDocumentation,
  objectDocumentation,
  optionDocumentation,
  variableDocumentation,
} from "./features/documentation.ts";
export { effectiveObject } from "./features/effective-object.ts";
export { causesOf, explainLine } from "./features/explain-line.ts";
export { type Hover, hoverAt } from "./features/hover.ts";
export { allInlayHints, type InlayHint, type InlayHintKinds, inlayHints } from "./features/inlay-hints.ts";
export { type FileLink, fileLinks } from "./features/links.ts";
export { plainText } from "./features/markdown.ts";
export { definitions, highlights, type Location, references } from "./features/navigation.ts";
export { renamable, rename } from "./features/rename.ts";
export { type Fold, folds } from "./features/shape/folding.ts";
export { type FileSymbol, fileSymbols } from "./features/shape/outline.ts";
export { mostSymbols } from "./features/shape/outline-limit.ts";
export { selections } from "./features/shape/selection.ts";
export { type Signature, signatureAt } from "./features/signature.ts";
export { isDialplan } from "./features/subject.ts";
export { tokenModifiers, tokenTypes } from "./features/tokens/token-list.ts";
export { fileTokens } from "./features/tokens/tokens.ts";
export { workspaceSymbols } from "./features/workspace-symbols.ts";
export {
  type FormatOptions,
  formatEdits,
  formatRangeEdits,
  formatted,
  formattedFile,
} from "./format/format.ts";
export {
  type Equals,
  equalsChoices,
  type FormatSettings,
} from "./format/format-settings.ts";
export { formatOnTypeEdits } from "./format/on-type.ts";
export { withoutTemplateLines } from "./format/template-lines.ts";
